// The graphics chip as a worker's jobs. Only the worker that opened it paints by it.
import type { Genome } from '#core/cppn/genome.ts';
import type { Paint } from '#core/cppn/paint.ts';
import { type PaintRequest, wholeRegion } from '#core/cppn/pixels.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import type { Jobs } from '#platform/workers/jobs.ts';
import type { GpuOpening, GpuTimes } from './gpu-opening.ts';
import { type GpuPainter, openGpuPainter } from './gpu-painter.ts';
import { type GpuPlan, planForGpu } from './gpu-plan.ts';

/** Programs that take a processor's time for a chip's. */
const software = /swiftshader|llvmpipe|softpipe|software|basic render|lavapipe/i;

/** About five milliseconds' work for one core. */
const probe = { size: { widthPx: 256, heightPx: 256 }, genome: sampleGenome('silk', 1) };

/** `paint` is what the chip has to beat. */
export function createGpuJobs(paint: Paint, open: () => GpuPainter | null = openOnCanvas) {
  let painter: GpuPainter | null = null;

  async function openGpu({ isForced, workerCount }: Jobs['openGpu']['input']): Promise<GpuOpening> {
    const opened = open();
    if (opened === null) return { kind: 'none' };
    const { chip } = opened;
    if (isForced) {
      painter = opened;
      return { kind: 'ready', chip, times: null };
    }
    if (software.test(chip)) return { kind: 'software', chip };
    const times = await compare(opened, paint, workerCount);
    if (times === null || times.gpuMs >= times.workersMs) return { kind: 'slower', chip, times };
    painter = opened;
    return { kind: 'ready', chip, times };
  }

  return {
    *openGpu(input: Jobs['openGpu']['input']) {
      yield 0;
      return openGpu(input);
    },
    *paintOnGpu({ genome, request }: Jobs['paintOnGpu']['input']) {
      yield 0;
      if (painter === null) throw new Error('The graphics chip was not opened in this worker.');
      const plan = planForGpu(genome, request, painter.limits);
      if (plan === null) return null;
      const state = painter.prepare(plan);
      if (state === 'ready') return painter.paint(plan);
      return state === 'refused' ? state : null;
    },
  };
}

const openOnCanvas = () => openGpuPainter(new OffscreenCanvas(1, 1));

/** null when the probe's shader does not compile. */
async function compare(gpu: GpuPainter, paint: Paint, workerCount: number): Promise<GpuTimes | null> {
  const request: PaintRequest = {
    size: probe.size,
    region: wholeRegion(probe.size),
    view: wholeView,
    samples: 1,
    grain: 'pixel',
    dither: true,
  };
  const plan = planForGpu(probe.genome, request, gpu.limits);
  if (plan === null || !(await isCompiled(gpu, plan))) return null;
  return { gpuMs: gpu.time(plan), workersMs: timeOf(paint, probe.genome, request) / workerCount };
}

async function isCompiled(gpu: GpuPainter, plan: GpuPlan): Promise<boolean> {
  for (let state = gpu.prepare(plan); state !== 'ready'; state = gpu.prepare(plan)) {
    if (state === 'refused') return false;
    await new Promise((done) => setTimeout(done, 5));
  }
  return true;
}

/** The best of three: the first runs in code that is not optimised yet. */
function timeOf(paint: Paint, genome: Genome, request: PaintRequest): number {
  const times = [0, 1, 2].map(() => {
    const from = performance.now();
    for (const _ of paint(genome, request));
    return performance.now() - from;
  });
  return Math.min(...times);
}
