import { describe, expect, test } from 'vitest';
import { wholeView } from '#core/cppn/view.ts';
import { artworkFromJson, artworkToJson } from '#core/formats/artwork-json.ts';
import { readSketchRecipe } from '#core/formats/sketch-recipe.ts';
import { smallGenome } from './small-artwork.ts';

const recipe = {
  sketch: 'threads',
  title: 'Threads',
  seed: 7,
  values: { count: 300, $palette: 'Smoke', isFrayed: true },
  phase: 0.25,
  frames: 240,
};

describe('readSketchRecipe', () => {
  test('takes what a still carries', () => {
    expect(readSketchRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
  });

  test('takes a still of before frames were counted for one of the first', () => {
    const { frames: _, ...before } = recipe;
    expect(readSketchRecipe(before)).toEqual({ ...recipe, frames: 1 });
  });

  test('refuses what is none', () => {
    const tooMany = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`v${index}`, 1]));
    for (const change of [
      { sketch: '../main' },
      { sketch: '' },
      { seed: Number.NaN },
      { seed: '7' },
      { phase: 1 },
      { phase: -0.1 },
      { frames: 0 },
      { frames: 1.5 },
      { values: { count: null } },
      { values: { count: [1] } },
      { values: tooMany },
      { title: 'x'.repeat(201) },
    ])
      expect(readSketchRecipe({ ...recipe, ...change }), JSON.stringify(change).slice(0, 60)).toBeNull();
    expect(readSketchRecipe(null)).toBeNull();
  });
});

describe('artworkFromJson(text, facts)', () => {
  const facts = { createdAtMs: 0, fileName: 'still.json' };
  const plain = artworkToJson({ title: 'Pear', altText: 'A form.', genome: smallGenome }, wholeView);
  const withSketch = (sketch: unknown) => JSON.stringify({ ...JSON.parse(plain), sketch });

  test('reads how the sketch of a still was set, beside the same artwork', () => {
    const read = artworkFromJson(withSketch(recipe), facts);
    expect(read.sketch).toEqual(recipe);
    expect(read.warnings).toEqual([]);
    const { artwork, sketch } = artworkFromJson(plain, facts);
    expect(sketch).toBeNull();
    expect(read.artwork).toEqual(artwork);
  });

  test('opens the artwork of a still whose recipe is damaged, and says so', () => {
    const { sketch, warnings } = artworkFromJson(withSketch({ ...recipe, phase: 3 }), facts);
    expect(sketch).toBeNull();
    expect(warnings).toEqual(['It was drawn by a sketch, but how that was set could not be read.']);
  });
});
