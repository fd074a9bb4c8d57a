import { describe, expect, test } from 'vitest';
import { setWeight } from '#core/cppn/edit-genome.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { paintTiles } from '#core/cppn/paint-tiles.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { measureLoop } from '#studio/measure-loop.ts';
import { inkGenome } from '../core/evolution/genomes.ts';

const painter = {
  readPixels: async (genome: Genome, request: Parameters<typeof paintTiles>[1], signal?: AbortSignal) => {
    signal?.throwIfAborted();
    return runToEnd(paintTiles(genome, request));
  },
};
const never = new AbortController().signal;

/** Black and white take turns as the bias goes round: `turns` times a loop of 2 seconds. */
const blinking = (turns: number): Genome => {
  const { layers, ...rest } = inkGenome([0, 0, 0], 0, 'sin');
  const [first] = layers;
  const walk = { u: [0], v: [turns], amplitude: 0.5, seconds: 2 };
  return {
    ...rest,
    layers: [
      { ...first!, activations: ['identity'] },
      { ...first!, neurons: ['f'.repeat(16)], kernel: [8], activations: ['sin'] },
    ],
    loop: walk,
  };
};

describe('measureLoop', () => {
  test('lets an ordinary loop play', async () => {
    expect(await measureLoop(blinking(0.2), painter, never)).toEqual({
      isFlashing: false,
      slowness: 1,
    });
  });

  test('holds one that flashes, and says at which pace it would not', async () => {
    const verdict = await measureLoop(blinking(1.5), painter, never);
    expect(verdict.isFlashing).toBe(true);
    expect([2, 4, 8]).toContain(verdict.slowness);
    expect(await measureLoop(blinking(6), painter, never)).toEqual({ isFlashing: true, slowness: null });
    const still = setWeight(blinking(3), { layer: 1, neuron: 0 }, 0, 0);
    expect((await measureLoop(still, painter, never)).isFlashing).toBe(false);
  });

  test('stops when nobody waits for it', async () => {
    const gone = AbortSignal.abort(new DOMException('Gone.', 'AbortError'));
    await expect(measureLoop(blinking(3), painter, gone)).rejects.toThrow('Gone.');
  });
});
