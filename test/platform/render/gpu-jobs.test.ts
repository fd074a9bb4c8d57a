import { describe, expect, test, vi } from 'vitest';
import type { paintTiles } from '#core/cppn/paint-tiles.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { createGpuJobs } from '#platform/render/gpu-jobs.ts';
import type { GpuPainter } from '#platform/render/gpu-painter.ts';
import { request, square } from '../../core/cppn/paint.ts';

const asked = { genome: sampleGenome('orchard', 11), request: request(square(64)) };

function chipOf(changes: Partial<GpuPainter> = {}): GpuPainter {
  return {
    chip: 'Radeon',
    limits: { uniformVectors: 1024, sidePx: 4096 },
    prepare: () => 'ready',
    paint: () => Promise.reject(new Error('not asked for')),
    time: () => 0.001,
    ...changes,
  };
}

/** A painter that takes no time, or so many milliseconds. */
const slowly = (milliseconds: number): typeof paintTiles =>
  function* (_, { region }) {
    if (vi.isFakeTimers()) vi.advanceTimersByTime(milliseconds);
    yield 0;
    return { ...region, data: new Uint8ClampedArray(0) };
  };

async function end<T>(work: Generator<number, T>): Promise<Awaited<T>> {
  for (;;) {
    const step = work.next();
    if (step.done) return await step.value;
  }
}

const open = (chip: GpuPainter | null, isForced = false) => {
  const jobs = createGpuJobs(slowly(8), () => chip);
  return { jobs, opening: end(jobs.openGpu({ isForced, workerCount: 2 })) };
};

describe('createGpuJobs', () => {
  test('takes a chip that outruns all workers together, and no other', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    try {
      expect(await open(chipOf({ time: () => 3 })).opening).toEqual({
        kind: 'ready',
        chip: 'Radeon',
        times: { gpuMs: 3, workersMs: 4 },
      });
      expect((await open(chipOf({ time: () => 5 })).opening).kind).toBe('slower');
    } finally {
      vi.useRealTimers();
    }
  });

  test.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'llvmpipe (LLVM 17.0.6, 256 bits)',
    'Microsoft Basic Render Driver',
    'Apple Software Renderer',
  ])('leaves %s alone, unless it is forced', async (name) => {
    const chip = chipOf({ chip: name });
    expect(await open(chip).opening).toEqual({ kind: 'software', chip: name });
    expect(await open(chip, true).opening).toEqual({ kind: 'ready', chip: name, times: null });
  });

  test('takes none that refuses the probe, and none where there is none', async () => {
    expect(await open(chipOf({ prepare: () => 'refused' })).opening).toMatchObject({
      kind: 'slower',
      times: null,
    });
    expect(await open(null).opening).toEqual({ kind: 'none' });
  });

  test('gives no picture before its shader is there, says when it is refused, and paints by no chip that was not opened here', async () => {
    for (const [state, given] of [
      ['compiling', null],
      ['refused', 'refused'],
    ] as const) {
      const { jobs, opening } = open(chipOf({ prepare: () => state }), true);
      await opening;
      expect(await end(jobs.paintOnGpu(asked))).toBe(given);
    }
    const { jobs } = open(null);
    await expect(end(jobs.paintOnGpu(asked))).rejects.toThrow('not opened');
  });
});
