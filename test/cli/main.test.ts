import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paintRegion } from '#core/cppn/paint-region.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { judgePicture } from '#core/evolution/gates.ts';
import { layOutSheet } from '../../src/cli/contact-sheet.ts';
import { plain } from '../plain.ts';
import { decodePng } from './decode-png.ts';

let directory: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'palate-cli-'));
  await build({
    logLevel: 'error',
    build: { ssr: 'src/cli/main.ts', outDir: join(directory, 'program'), emptyOutDir: true },
  });
}, 60_000);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(directory, 'program/main.js'), ...words],
    {
      encoding: 'utf8',
      cwd: directory,
    },
  );
  return { status, stdout, stderr };
}

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
    for (const [index, { recipe, seed, title, altText }] of listed.entries()) {
      expect(recipe).toBe('cut-paper');
      expect(stdout).toContain(`${index + 1}  cut-paper, seed ${seed}  ${title}: ${altText}\n`);
      const genome = sampleGenome('cut-paper', seed);
      expect(judgePicture(plain, genome).reasons).toEqual([]);
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

  it('lets recipes take turns, and keeps every seed when ungated', () => {
    expect(run('seeds', '17', '--ungated', '--from', '90', '--size', '16', '--out', 'turns').status).toBe(0);
    const listed: { recipe: string; seed: number }[] = JSON.parse(
      readFileSync(join(directory, 'turns/seeds.json'), 'utf8'),
    );
    expect(listed.map(({ seed }) => seed)).toEqual(Array.from({ length: 17 }, (_, i) => 90 + i));
    expect(listed.filter(({ recipe }) => recipe === 'orchard')).toHaveLength(4);
    expect(new Set(listed.map(({ recipe }) => recipe)).size).toBe(10);
    expect(listed[0]!.recipe).not.toBe(listed[1]!.recipe);
  });

  it('ends with 1 and a sentence when it cannot write', () => {
    writeFileSync(join(directory, 'file'), '');
    const { status, stdout, stderr } = run('seeds', '1', '--size', '16', '--out', 'file/inside');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^palate: Could not write into file\/inside: .+\.\n$/);
  });

  it('ends with 1 when seeds run out', () => {
    const last = String(Number.MAX_SAFE_INTEGER);
    const { status, stderr } = run('seeds', '2', '--ungated', '--size', '16', '--from', last, '--out', 'end');
    expect(status).toBe(1);
    expect(stderr).toBe(`palate: There are no seeds after ${last}; start lower with --from.\n`);
  });

  it('ends with 2 and one sentence, writing nothing, when it does not understand', () => {
    for (const words of [[], ['seeds', '3', '--out', 'x', '--loud']]) {
      const { status, stdout, stderr } = run(...words);
      expect(status, words.join(' ')).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^palate: [^\n]+\.\n$/);
    }
  });

  it('teaches by example when asked for help', () => {
    for (const words of [['--help'], ['seeds', '--help']]) {
      const { status, stdout, stderr } = run(...words);
      expect(status).toBe(0);
      expect(stderr).toBe('');
      expect(stdout).toContain('npm run palate -- seeds 24 --out sheets');

      expect(stdout.split('\n').every((line) => line.length <= 100)).toBe(true);
    }
    expect(run('help').stdout).toMatch(/Exit codes\n {2}0 .+\n {2}1 .+\n {2}2 /);
  });
});
