import { describe, expect, test } from 'vitest';
import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest } from '#core/cppn/pixels.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { planForGpu } from '#platform/render/gpu-plan.ts';
import { request, square } from '../../core/cppn/paint.ts';

const limits = { uniformVectors: 1024, sidePx: 4096 };
const orchard = sampleGenome('orchard', 11);
const asked = request(square(64));
const sourceOf = (genome: Genome, changes: Partial<PaintRequest> = {}) =>
  planForGpu(genome, { ...asked, ...changes }, limits)!.fragmentSource;

/** All weights of all layers times `factor`. */
const scaled = (factor: number): Genome => ({
  ...orchard,
  layers: orchard.layers.map((layer) => ({ ...layer, kernel: layer.kernel.map((w) => w * factor) })),
});

const wide = (layerCount: number): Genome => {
  const count = 64;
  const layers = Array.from({ length: layerCount }, (_, l) => ({
    neurons: Array.from({ length: count }, (_, o) => `${l}-${o}`),
    kernel: Array.from({ length: count * (l === 0 ? orchard.coordinates.inputs.length : count) }, () => 0.1),
    biases: Array.from({ length: count }, () => 0),
    activations: Array.from({ length: count }, () => 'tanh' as const),
  }));
  const last = orchard.layers.at(-1)!;
  const outputs = { ...last, kernel: Array.from({ length: last.biases.length * count }, () => 0.1) };
  return { ...orchard, layers: [...layers, outputs], loop: { ...orchard.loop, u: [], v: [], amplitude: 0 } };
};

describe('planForGpu', () => {
  test('gives one shader for all weights, views and palettes of a topology, and another for another', () => {
    const source = sourceOf(orchard);
    expect(sourceOf(scaled(1.3))).toBe(source);
    expect(sourceOf(orchard, { view: { center: [0.3, 1], zoom: 30, rotation: 1, phase: 0.4 } })).toBe(source);
    expect(sourceOf(orchard, { samples: 1, dither: false })).toBe(source);
    const { coloring } = orchard;
    if (coloring.kind !== 'palette') throw new Error('orchard has a palette');
    expect(sourceOf({ ...orchard, coloring: { ...coloring, gain: 3 } })).toBe(source);
    const [first, ...others] = orchard.layers;
    const activations = first!.activations.map(() => 'sin' as const);
    expect(sourceOf({ ...orchard, layers: [{ ...first!, activations }, ...others] })).not.toBe(source);
  });

  test('puts the data into a texture where the uniforms do not hold it', () => {
    expect(planForGpu(orchard, asked, limits)!.isInTexture).toBe(false);
    const plan = planForGpu(orchard, asked, { ...limits, uniformVectors: 64 })!;
    expect(plan.isInTexture).toBe(true);
    expect(plan.data.length % (1024 * 4)).toBe(0);
  });

  test.each([
    ['wider than the chip paints', orchard, request(square(5000))],
    ['of more samples than a shader holds', orchard, request(square(64), { samples: 3 })],
    ['with grain as printed', orchard, request(square(64), { grain: 'print' })],
    ['of more links than a compiler takes', wide(3), asked],
    ['whose sums are of many turns', scaled(100_000), asked],
  ] satisfies [string, Genome, PaintRequest][])(
    'leaves a picture %s to the workers',
    (_, genome, picture) => {
      expect(planForGpu(genome, picture, limits)).toBeNull();
    },
  );

  test('takes a strip of a picture that as a whole were too wide', () => {
    const region = { xPx: 0, yPx: 640, widthPx: 4096, heightPx: 64 };
    expect(planForGpu(orchard, request(square(8192), { region }), limits)).not.toBeNull();
  });
});
