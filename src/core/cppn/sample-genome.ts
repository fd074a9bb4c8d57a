import { createRandom, hashName, type Random, type Seed } from '#core/math/random.ts';
import type { ActivationName } from '#core/nn/activations.ts';
import { plainCoordinates } from './coordinates.ts';
import type { Genome, LayerGenes } from './genome.ts';
import { housePalettes } from './house-palettes.ts';
import type { Palette } from './palette.ts';
import { type Recipe, type RecipeName, recipes } from './recipes.ts';

/** Stored with every seed: a sampler that draws otherwise gets the next number, and this one stays. */
export const SAMPLER = 1;

/** Draws a genome by a recipe. The same recipe and seed give the same genome for ever; a test holds a hash of it. */
export function sampleGenome(name: RecipeName, seed: Seed): Genome {
  const recipe = recipes[name];
  const random = createRandom(seed);
  const layers: LayerGenes[] = [];
  let fanIn = recipe.inputs.length;
  for (let index = 0; index <= recipe.layers; index++) {
    const isOutput = index === recipe.layers;
    const units = isOutput ? 3 : recipe.width;
    const sd =
      index === 0
        ? recipe.inputScale
        : (isOutput ? recipe.outputScale : recipe.weightScale) / Math.sqrt(fanIn);
    layers.push({
      neurons: numbered(units, (unit) => hashName(seed, index, unit)),
      kernel: numbered(units * fanIn, () => drawWeight(random, sd)),
      biases: numbered(units, () => drawWeight(random, isOutput ? 0.25 : 0.3)),
      activations: numbered(units, () => (isOutput ? 'identity' : drawActivation(random, recipe))),
    });
    fanIn = units;
  }
  const { position, gain, shade, chroma, finish } = recipe;
  return {
    schema: 1,
    coordinates: { ...plainCoordinates, inputs: recipe.inputs },
    layers,
    coloring: {
      kind: 'palette',
      palette: drawPalette(random, recipe),
      position,
      gain,
      shade,
      chroma,
      finish,
    },
    loop: {
      u: numbered(recipe.width, () => drawWeight(random, 1)),
      v: numbered(recipe.width, () => drawWeight(random, 1)),
      amplitude: recipe.loopAmplitude,
      seconds: 8,
    },
  };
}

const numbered = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

// `+ 0` turns a rounded -0 into 0.
const drawWeight = (random: Random, sd: number) => Math.fround(random.normal() * sd) + 0;

function drawActivation(random: Random, { mix }: Recipe): ActivationName {
  const entries = Object.entries(mix) as [ActivationName, number][];
  let left = random.uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  return entries[0]![0];
}

/** A house palette turned a little in hue, chroma and lightness, and reversed one time in four. */
function drawPalette(random: Random, { palettes }: Recipe): Palette {
  const { name, stops } = random.pick(
    palettes === undefined
      ? housePalettes
      : housePalettes.filter((palette) => palettes.includes(palette.name)),
  );
  const hueShift = random.uniform() * 28 - 14;
  const chromaFactor = 0.88 + random.uniform() * 0.24;
  const lightnessShift = random.uniform() * 0.06 - 0.03;
  const isReversed = random.uniform() < 0.25;
  const shifted = stops.map((stop) => ({
    position: isReversed ? 1 - stop.position : stop.position,
    lightness: Math.max(0, Math.min(1, stop.lightness + lightnessShift)),
    chroma: stop.chroma * chromaFactor,
    hue: (stop.hue + hueShift + 360) % 360,
  }));
  return { name, stops: isReversed ? shifted.reverse() : shifted };
}
