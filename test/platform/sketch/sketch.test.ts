import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { defaultValues } from '#platform/sketch/controls.ts';
import { allControls, readHostValues } from '#platform/sketch/host-controls.ts';
import { parseSketch, titleOfFile } from '#platform/sketch/parse-sketch.ts';
import { describeFailure, SketchRefusal } from '#platform/sketch/refuse.ts';
import { defineSketch, remember } from '#platform/sketch/sketch.ts';
import { createSketchPalette, ownPalette } from '#platform/sketch/sketch-palette.ts';

const rings = defineSketch({
  title: 'Rings',
  description: 'Rings.',
  controls: { count: { kind: 'number', label: 'how many', default: 3, min: 1, max: 9, step: 1 } },
  loopSeconds: 6,
  create: () => () => {},
});

describe('parseSketch', () => {
  test('takes a defined sketch and a function of p', () => {
    const plain = () => {};
    expect(parseSketch(rings)).toBe(rings);
    expect(parseSketch(plain)).toBe(plain);
  });

  const wrong: [what: string, exported: unknown, words: string][] = [
    ['nothing', undefined, 'as the default'],
    ['no create', { ...rings, create: undefined }, 'create(host)'],
    ['no description', { ...rings, description: undefined }, 'a title and a description'],
    ['no controls', { ...rings, controls: undefined }, 'needs controls'],
    [
      'a control that contradicts itself',
      { ...rings, controls: { a: { ...rings.controls.count, min: 9 } } },
      '"a"',
    ],
  ];
  for (const [what, exported, words] of wrong) {
    test(`tells its author of ${what}`, () => expect(() => parseSketch(exported)).toThrow(words));
  }
});

describe('the README', () => {
  test('shows sketches/rain.js as it is: what it promises to run is run by the tests', () => {
    const rain = readFileSync('sketches/rain.js', 'utf8');
    expect(readFileSync('README.md', 'utf8')).toContain(`\`\`\`js\n${rain}\`\`\``);
  });
});

describe('titleOfFile', () => {
  test('makes words of a file name', () => expect(titleOfFile('ten-lines')).toBe('Ten lines'));
});

describe('allControls', () => {
  test('adds palette, loop and seed to the author’s, and reads them back', () => {
    const controls = allControls(rings);
    expect(Object.keys(controls)).toEqual(['count', '$palette', '$loop', '$seed']);
    expect(readHostValues(defaultValues(controls))).toEqual({
      palette: ownPalette,
      seed: 4217,
      loopSeconds: 6,
    });
  });

  test('gives no loop to what stands still or runs by itself', () => {
    const { loopSeconds: _, ...still } = rings;
    expect(readHostValues(defaultValues(allControls(still))).loopSeconds).toBeNull();
    expect(readHostValues(defaultValues(allControls(() => {}))).loopSeconds).toBeNull();
  });
});

describe('remember', () => {
  test('makes again only when an argument is another', () => {
    let made = 0;
    const make = remember((a: number, b: string) => `${a}${b}${made++}`);
    expect([make(1, 'x'), make(1, 'x'), make(2, 'x'), make(1, 'x')]).toEqual(['1x0', '1x0', '2x1', '1x2']);
  });
});

describe('createSketchPalette', () => {
  const genome = sampleGenome('orchard', 3);

  test('gives the artwork’s colors, or those of a house palette', () => {
    const own = createSketchPalette(genome, ownPalette);
    expect(own.name).toBe(genome.coloring.kind === 'palette' ? genome.coloring.palette.name : '');
    const smoke = createSketchPalette(genome, 'Smoke');
    expect(smoke.name).toBe('Smoke');
    expect(smoke.at(0)).toMatch(/^#[0-9a-f]{6}$/);
    expect(smoke.at(0.5, 0.5)).toMatch(/^#[0-9a-f]{8}$/);
    expect(smoke.at(0)).toBe(smoke.darkest);
    expect(smoke.lightnessAt(1)).toBeGreaterThan(0.85);
    expect(smoke.at(Number.NaN)).toBe(smoke.at(0));
    expect(smoke.at(7)).toBe(smoke.at(1));
  });

  test('makes a palette from the picture where the coloring has none', () => {
    const palette = createSketchPalette({ ...genome, coloring: { kind: 'rgb' } }, ownPalette);
    expect(palette.lightnessAt(0)).toBeLessThan(palette.lightnessAt(1));
    expect(palette.at(0)).toBe(palette.darkest);
    expect(palette.at(1)).toBe(palette.lightest);
  });

  test('lifts dark colors until they show', () => {
    const smoke = createSketchPalette(genome, 'Smoke');
    const brightness = (color: string) =>
      [1, 3, 5].reduce((sum, k) => sum + Number.parseInt(color.slice(k, k + 2), 16), 0);
    expect(brightness(smoke.lit(0))).toBeGreaterThan(brightness(smoke.at(0)) + 60);
  });
});

describe('describeFailure', () => {
  test('says what is missing, and what stopped it, in one sentence', () => {
    expect(describeFailure(new SketchRefusal('No sliders here.'))).toBe('No sliders here.');
    expect(describeFailure(new TypeError('p.loadJSON is not a function'))).toBe(
      'loadJSON() is not a part of p5 that sketches have here.',
    );
    expect(describeFailure(new Error('x is not defined\n  at y'))).toBe(
      'The sketch stopped: x is not defined',
    );
  });
});
