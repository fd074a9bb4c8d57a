import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { paintRegion } from '#core/cppn/paint-region.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { type View, wholeView } from '#core/cppn/view.ts';
import { judgePicture } from '#core/evolution/gates.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { artworkFromJson, artworkToJson } from '#core/formats/artwork-json.ts';
import { readArtwork } from '#core/formats/artwork-reader.ts';
import { packStrip } from '#core/formats/packed-strip.ts';
import { screenForm } from '#core/formats/png-form.ts';
import { describeNetwork } from '#core/gallery/describe-network.ts';
import { exportPng } from '#platform/export/export-png.ts';
import type { Renderer } from '#platform/render/renderer.ts';
import { layOutSheet } from '../../src/cli/contact-sheet.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { plain } from '../plain.ts';
import { createMemoryTarget } from '../platform/export/memory-target.ts';
import { buildProgram, type Program } from './build-program.ts';
import { decodePng } from './decode-png.ts';

let program: Program;
let directory: string;

beforeAll(async () => {
  program = await buildProgram();
  directory = program.directory;
}, 60_000);

afterAll(() => program.dispose());

/** As a program of its own. */
const run = (...words: string[]) => program.run(...words);

/** Here, in its directory: a program takes an eighth of a second to start. */
async function runHere(...words: string[]) {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      said[name] += text;
      return true;
    }),
  );
  const before = process.cwd();
  process.chdir(directory);
  try {
    return { status: await runCommand(words), ...said };
  } finally {
    process.chdir(before);
    for (const spy of spies) spy.mockRestore();
  }
}

/** A file in the program's directory. */
const at = (name: string) => join(directory, name);

describe('palate seeds', () => {
  it('writes a sheet whose pictures are what the painter paints of the seeds listed', {
    timeout: 60_000,
  }, () => {
    const { status, stdout, stderr } = run(
      'seeds',
      '3',
      '--recipe',
      'cut-paper',
      '--size',
      '32',
      '--out',
      'a/b',
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(4);

    const listed = JSON.parse(readFileSync(join(directory, 'a/b/seeds.json'), 'utf8'));
    expect(listed.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3]);
    const sheet = decodePng(readFileSync(join(directory, 'a/b/seeds.png')));
    const layout = layOutSheet(3, 32);
    expect([sheet.widthPx, sheet.heightPx]).toEqual([layout.widthPx, layout.heightPx]);

    const size = { widthPx: 32, heightPx: 32 };
    for (const [index, { recipe, seed, title, altText, file }] of listed.entries()) {
      expect(recipe).toBe('cut-paper');
      expect(stdout).toContain(`${index + 1}  cut-paper, seed ${seed}  ${title}: ${altText}\n`);
      const genome = sampleGenome('cut-paper', seed);
      expect(judgePicture(plain, genome).reasons).toEqual([]);
      expect(readFileSync(join(directory, 'a/b', file), 'utf8')).toBe(
        artworkToJson({ title, altText, genome }, wholeView),
      );
      const painted = paintRegion(genome, {
        size,
        region: wholeRegion(size),
        view: wholeView,
        samples: 2,
        grain: 'pixel',
        dither: true,
      });
      const { xPx, yPx } = layout.place(index);
      const shown: number[] = [];
      const expected: number[] = [];
      for (let y = 0; y < 32; y++) {
        for (let x = 0; x < 32 * 3; x++) {
          shown.push(sheet.rgb[(yPx + y) * sheet.widthPx * 3 + xPx * 3 + x]!);
          expected.push(painted.data[(y * 32 + Math.floor(x / 3)) * 4 + (x % 3)]!);
        }
      }
      expect(shown).toEqual(expected);
    }
  });

  it('lets recipes take turns, and keeps every seed when ungated', async () => {
    expect(
      (await runHere('seeds', '17', '--ungated', '--from', '90', '--size', '16', '--out', 'turns')).status,
    ).toBe(0);
    const listed: { recipe: string; seed: number }[] = JSON.parse(
      readFileSync(join(directory, 'turns/seeds.json'), 'utf8'),
    );
    expect(listed.map(({ seed }) => seed)).toEqual(Array.from({ length: 17 }, (_, i) => 90 + i));
    expect(listed.filter(({ recipe }) => recipe === 'orchard')).toHaveLength(4);
    expect(new Set(listed.map(({ recipe }) => recipe)).size).toBe(10);
    expect(listed[0]!.recipe).not.toBe(listed[1]!.recipe);
  });

  it('ends with 1 and a sentence when it cannot write', async () => {
    writeFileSync(join(directory, 'file'), '');
    const { status, stdout, stderr } = await runHere('seeds', '1', '--size', '16', '--out', 'file/inside');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'palate: Could not write into file/inside: a part of this path is a file, not a directory.\n',
    );
  });

  it.runIf(existsSync('/proc'))('answers at once where no directory can be made', async () => {
    const { status, stderr } = await runHere('seeds', '1', '--size', '16', '--out', '/proc/x/y');
    expect(status).toBe(1);
    expect(stderr).toBe('palate: Could not write into /proc/x/y: nothing can be made there.\n');
  });

  it('ends with 1 when seeds run out', async () => {
    const last = String(Number.MAX_SAFE_INTEGER);
    const { status, stderr } = await runHere(
      'seeds',
      '2',
      '--ungated',
      '--size',
      '16',
      '--from',
      last,
      '--out',
      'end',
    );
    expect(status).toBe(1);
    expect(stderr).toBe(`palate: There are no seeds after ${last}; start lower with --from.\n`);
  });
});

describe('palate paint', () => {
  const artwork = {
    title: 'Plum \u001b[31mMoon',
    altText: 'A round form.',
    genome: sampleGenome('orchard', 5),
  };
  const view: View = { ...wholeView, zoom: 1.5, rotation: 0.2 };

  beforeAll(() => writeFileSync(at('plum.json'), artworkToJson(artwork, view)));

  it('writes the file that the export of the studio writes, from a document as from a PNG', async () => {
    const rectangle = ['--width', '67', '--height', '450'];
    const first = run('paint', 'plum.json', '--out', 'plum.png', ...rectangle);
    expect(first).toEqual({ status: 0, stdout: 'Wrote plum.png, 67 x 450 px.\n', stderr: '' });
    const file = readFileSync(at('plum.png'));

    // More rows than a band has, so that threads painted it.
    const size = { widthPx: 67, heightPx: 450 };
    const { genome, ...seen } = artworkFromJson(artworkToJson(artwork, view), {
      createdAtMs: 0,
      fileName: null,
    }).artwork;
    const renderer = {
      packStrip: async (...[genome, request]: Parameters<Renderer['packStrip']>) =>
        packStrip(runToEnd(plain(genome, request))),
    };
    const target = createMemoryTarget();
    const artworkJson = artworkToJson({ ...seen, genome }, view);
    await exportPng({ renderer, genome, artworkJson, form: screenForm(size, view), target });
    expect(Buffer.compare(file, target.bytes())).toBe(0);
    const request = {
      size,
      region: wholeRegion(size),
      view,
      samples: 2,
      grain: 'pixel',
      dither: true,
    } as const;
    const whole = runToEnd(plain(genome, request)).data.filter((_, i) => i % 4 !== 3);
    expect(Buffer.compare(decodePng(file).rgb, Buffer.from(whole))).toBe(0);

    expect(run('paint', 'plum.png', '--out', 'again.png', ...rectangle).status).toBe(0);
    expect(Buffer.compare(readFileSync(at('again.png')), file)).toBe(0);
  });

  it('paints a loop as frames, each opening at its phase', () => {
    const { status, stdout } = run(
      'paint',
      'plum.json',
      '--frames',
      '4',
      '--size',
      '32',
      '--out',
      'a/frames',
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Wrote 4 frames of 32 x 32 px into a\/frames, a loop of \d+(\.\d+)? s\.\n$/);
    const names = readdirSync(at('a/frames'));
    expect(names).toEqual([1, 2, 3, 4].map((number) => `frame-000${number}.png`));
    const frames = names.map((name) => readFileSync(at(`a/frames/${name}`)));
    const facts = { createdAtMs: 0, fileName: null };
    const phases = frames.map((frame) => readArtwork(frame, facts).artwork.view.phase);
    expect(phases).toEqual([0, 0.25, 0.5, 0.75]);
    expect(new Set(frames.map((frame) => Buffer.from(decodePng(frame).rgb).toString('hex'))).size).toBe(4);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stopped by %s, ends with %i and leaves no file', async (signal, status) => {
    const child = spawn(
      process.execPath,
      [program.main, 'paint', 'plum.json', '--size', '8192', '--out', 'big.png'],
      {
        cwd: directory,
      },
    );
    let said = '';
    child.stderr.on('data', (bytes) => (said += bytes));
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await vi.waitFor(() => expect(statSync(at('big.png.part')).size).toBeGreaterThan(1000), 15_000);
    child.kill(signal);
    expect(await ended).toBe(status);
    expect(said).toBe('palate: Stopped; no unfinished file is left.\n');
    expect(readdirSync(directory).filter((name) => name.startsWith('big'))).toEqual([]);
  });

  it('ends with 1 and one sentence for what cannot be read or written', async () => {
    const loop = { ...artwork.genome.loop, amplitude: 0 };
    writeFileSync(at('still.json'), artworkToJson({ ...artwork, genome: { ...artwork.genome, loop } }, view));
    writeFileSync(at('words.txt'), 'no artwork');
    mkdirSync(at('folder.png'));
    writeFileSync(at('same.png'), artworkToJson(artwork, view));
    symlinkSync('plum.json', at('link.png'));
    const out = ['--size', '16', '--out', 'none.png'];
    for (const [words, part] of [
      [['paint', 'missing.png', ...out], 'Could not read missing.png: there is no such file.'],
      [['paint', '.', ...out], '. is no file.'],
      [['paint', 'words.txt', ...out], 'words.txt: This is text, not an artwork.'],
      [
        ['paint', 'plum.json', '--size', '16', '--out', 'folder.png'],
        'Could not write folder.png: it is a directory.',
      ],
      [
        ['paint', 'same.png', '--size', '16', '--bare', '--out', './same.png'],
        'Could not write ./same.png: it is the file to be painted',
      ],
      [['paint', 'plum.json', '--size', '16', '--out', 'link.png'], 'it is the file to be painted'],
      [
        ['paint', 'plum.json', '--size', '16', '--out', 'no/such/x.png'],
        'Could not write no/such/x.png: there is no directory no/such, or it takes no files.',
      ],
      [['paint', 'still.json', '--frames', '2', '--size', '16', '--out', 'none'], 'does not move'],
      [['inspect', 'words.txt'], 'words.txt: This is text, not an artwork.'],
    ] as const) {
      const { status, stdout, stderr } = await runHere(...words);
      expect([words.join(' '), status, stdout]).toEqual([words.join(' '), 1, '']);
      expect(stderr).toContain(part);
      expect(stderr).toMatch(/^palate: [^\n]+\.\n$/);
    }
    expect(readdirSync(directory).filter((name) => /^none|part$/.test(name))).toEqual([]);
    expect(readFileSync(at('plum.json'), 'utf8')).toBe(artworkToJson(artwork, view));
  });
});

describe('palate inspect', () => {
  const genome = sampleGenome('fold', 5);

  beforeAll(() =>
    writeFileSync(
      at('fold.json'),
      artworkToJson({ title: 'Plum \u001b[31mMoon\u202e', altText: 'A round form.', genome }, wholeView),
    ),
  );

  it('says what a file holds, and sends the terminal nothing but text', async () => {
    const { status, stdout, stderr } = await runHere('inspect', 'fold.json');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).not.toMatch(/[^\P{C}\n]/u);
    const lines = stdout.split('\n');
    expect(lines.slice(0, 3)).toEqual(['Plum [31mMoon', 'A round form.', describeNetwork(genome)]);
    expect(stdout).toMatch(
      /^layers {3}10, 10, 10, 10, 10, 10, 10, 10, 3 neurons; \d+ weights, \d+ of them links$/m,
    );
    expect(stdout).toMatch(/^file {5}a document alone$/m);
  });

  it('tells programs the same, and the size of a PNG', async () => {
    expect(run('paint', 'fold.json', '--size', '16', '--out', 'fold.png').status).toBe(0);
    const facts = JSON.parse((await runHere('inspect', 'fold.png', '--json')).stdout);
    expect(Object.keys(facts)).toEqual([
      'id',
      'title',
      'altText',
      'picture',
      'network',
      'coordinates',
      'coloring',
      'loop',
      'view',
      'warnings',
    ]);
    expect(facts).toMatchObject({
      picture: { widthPx: 16, heightPx: 16 },
      network: { layers: [10, 10, 10, 10, 10, 10, 10, 10, 3] },
      coloring: genome.coloring,
      view: wholeView,
      warnings: [],
    });
    expect(run('paint', 'fold.json', '--bare', '--size', '16', '--out', 'bare.png').status).toBe(0);
    expect((await runHere('inspect', 'bare.png')).stderr).toContain('bare.png: This PNG carries no network');
  });
});

describe('palate', () => {
  it('says what it thinks of its words by its exit code', () => {
    expect(run('hang')).toMatchObject({ status: 2, stdout: '' });
    expect(run('inspect', 'nowhere.png').status).toBe(1);
    expect(run('--help').status).toBe(0);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(run('--version')).toEqual({ status: 0, stdout: `palate ${version}\n`, stderr: '' });
  });

  it('ends with 2 and one sentence, writing nothing, when it does not understand', async () => {
    for (const words of [
      [],
      ['hang'],
      ['seeds', '3', '--out', 'x', '--loud'],
      ['paint', 'plum.json'],
      ['paint', 'plum.json', '--out', 'x.jpg'],
      ['inspect'],
    ]) {
      const { status, stdout, stderr } = await runHere(...words);
      expect(status, words.join(' ')).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^palate: [^\n]+\.\n$/);
    }
  });

  it('teaches each command by example when asked for help', async () => {
    for (const [words, example] of [
      [['--help'], 'npm run palate -- seeds 24 --out sheets'],
      [['seeds', '--help'], 'npm run palate -- seeds 24 --out sheets'],
      [['paint', '--help'], 'npm run palate -- paint plum.png --size 16384 --out plum-large.png'],
      [['help', 'inspect'], 'npm run palate -- inspect plum.png'],
    ] as const) {
      const { status, stdout, stderr } = await runHere(...words);
      expect(status).toBe(0);
      expect(stderr).toBe('');
      expect(stdout).toContain(example);
      expect(stdout.split('\n').every((line) => line.length <= 100)).toBe(true);
    }
    expect((await runHere('help')).stdout).toMatch(/Exit codes\n {2}0 .+\n {2}1 .+\n {2}2 .+\n {2}130 /);
  });

  it('is the program that the package installs', () => {
    const { bin, files, scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(bin).toEqual({ palate: 'dist-cli/main.js' });
    expect(files).toContain('dist-cli/main.js');
    expect(scripts['build:cli']).toContain('src/cli/main.ts --outDir dist-cli');
    expect(readFileSync(program.main, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  });
});
