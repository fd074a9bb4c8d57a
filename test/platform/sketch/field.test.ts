import { describe, expect, test } from 'vitest';
import { buildNetwork } from '#core/cppn/build-network.ts';
import { coordinateFunctions } from '#core/cppn/coordinates.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { createPlane } from '#core/cppn/plane.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { predict } from '#core/nn/predict.ts';
import { createField, SAMPLE_WIDTH } from '#platform/sketch/field.ts';

const size = { widthPx: 120, heightPx: 80 };
const genome = sampleGenome('orchard', 3);

/** The definition: one point through `predict`. */
function outputsAt(px: number, py: number, phase = 0) {
  const request = {
    size,
    region: wholeRegion(size),
    view: wholeView,
    samples: 1,
    grain: 'pixel',
    dither: false,
  } as const;
  const plane = createPlane(genome.coordinates, request);
  const x = plane.xx * px + plane.xy * py + plane.x0;
  const y = plane.yx * px + plane.yy * py + plane.y0;
  const inputs = genome.coordinates.inputs.map((name) =>
    coordinateFunctions[name](x, y, Math.sqrt(x * x + y * y)),
  );
  return predict(buildNetwork(genome, phase), inputs);
}

describe('createField', () => {
  test('gives the outputs of the network, at any number of points and any phase', () => {
    const field = createField(genome, size, wholeView);
    const xs = Array.from({ length: 300 }, (_, i) => (i * 7.3) % 120);
    const ys = Array.from({ length: 300 }, (_, i) => (i * 3.1) % 80);
    const output = new Float64Array(300 * SAMPLE_WIDTH);
    for (const phase of [0, 0.4, 0]) {
      field.sampleInto(output, xs, ys, { phase });
      for (const i of [0, 127, 128, 299]) {
        const expected = outputsAt(xs[i]!, ys[i]!, phase);
        for (let k = 0; k < 3; k++) expect(output[SAMPLE_WIDTH * i + k]).toBe(expected[k]);
        expect(output[SAMPLE_WIDTH * i + 3]).toBeGreaterThanOrEqual(0);
        expect(output[SAMPLE_WIDTH * i + 3]).toBeLessThanOrEqual(1);
      }
    }
  });

  test('gives the slopes of the form, a half short side, y down', () => {
    const field = createField(genome, size, wholeView);
    const output = new Float64Array(SAMPLE_WIDTH);
    field.sampleInto(output, [61], [33]);
    const h = 0.01;
    const form = (x: number, y: number) => outputsAt(x, y)[0]!;
    expect(output[4]).toBeCloseTo(((form(61 + h, 33) - form(61 - h, 33)) / (2 * h)) * 40, 2);
    expect(output[5]).toBeCloseTo(((form(61, 33 + h) - form(61, 33 - h)) / (2 * h)) * 40, 2);
    expect(Math.abs(output[4]!) + Math.abs(output[5]!)).toBeGreaterThan(0.01);
  });

  test('leaves slopes out where they are not wanted, and says when the output is too short', () => {
    const field = createField(genome, size, wholeView);
    const output = new Float64Array(SAMPLE_WIDTH).fill(9);
    field.sampleInto(output, [61], [33], { hasSlopes: false });
    expect([...output.subarray(4)]).toEqual([0, 0]);
    expect(() => field.sampleInto(output, [1, 2], [1, 2])).toThrow('room for 12 values, got 6');
  });

  test('samples networks of every coloring', () => {
    for (const kind of ['rgb', 'oklch', 'hsv', 'ink'] as const) {
      const layers = genome.layers.map((layer, i) =>
        kind === 'ink' && i === genome.layers.length - 1
          ? {
              ...layer,
              neurons: layer.neurons.slice(0, 1),
              biases: layer.biases.slice(0, 1),
              activations: layer.activations.slice(0, 1),
              kernel: layer.kernel.slice(0, layer.kernel.length / layer.biases.length),
            }
          : layer,
      );
      const field = createField({ ...genome, layers, coloring: { kind } }, size, wholeView);
      const output = new Float64Array(SAMPLE_WIDTH);
      field.sampleInto(output, [20], [20]);
      expect(output[3]).toBeGreaterThanOrEqual(0);
      expect(output[3]).toBeLessThanOrEqual(1);
      if (kind === 'ink') expect([output[1], output[2]]).toEqual([0, 0]);
    }
  });
});
