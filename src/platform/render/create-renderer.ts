// Chooses who paints what, and who takes over from one that fails. The painting itself is done in workers.
import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest } from '#core/cppn/pixels.ts';
import type { Priority, Workers } from '#platform/workers/jobs.ts';
import type { WorkerFailure } from '#platform/workers/worker-failure.ts';
import { type Backend, backends, type Refusals, type ThreadBackend } from './backends.ts';
import type { GpuDoor, GpuDoorOptions } from './gpu-door.ts';
import { createOften, shapeOf } from './often.ts';
import type { Fall, Renderer, ThreadReport } from './renderer.ts';

export interface RendererOptions {
  /** Whoever made them disposes them. */
  readonly workers: Workers;
  /** Without it the graphics chip is left alone. */
  readonly gpu?: Pick<GpuDoorOptions, 'openWorkers' | 'workerCount'>;
  readonly forced?: Backend | null;
}

export function createRenderer({ workers, gpu, forced = null }: RendererOptions): Renderer {
  const ended = new AbortController();
  const until = (signal: AbortSignal | undefined) =>
    signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]);
  const listeners = new Set<(fall: Fall) => void>();
  /** Genomes that took two workers with them. They get no third. */
  const poisonous = new WeakMap<Genome, unknown>();
  let refusals: Promise<Refusals> | null = null;
  /** In any worker, by what it said with its last picture. */
  const short = new Set<ThreadBackend>();

  const isOften = createOften();
  /** By shape, the first of each that the chip made no shader for. It is asked no more, however often they are painted. */
  const shaderless = new Map<string, Genome>();

  const tell = (fall: Fall) => {
    for (const listener of listeners) listener(fall);
  };

  let chip: GpuDoor | null = null;
  let coming: Promise<GpuDoor | null> | null = null;

  /** A wall needs none: its code comes when something is painted often. null where it does not come. */
  const loadChip = () =>
    (coming ??= import('./gpu-door.ts').then(
      ({ createGpuDoor }) => {
        const isForced = forced === 'webgl';
        if (gpu) chip ??= createGpuDoor({ ...gpu, isForced, onLoss: () => tell('gpu-lost') });
        return chip;
      },
      () => null,
    ));

  /** Nobody waits for one that was not chosen. */
  async function findChip(): Promise<GpuDoor | null> {
    if (chip !== null || forced === 'webgl') return chip ?? loadChip();
    void loadChip();
    return null;
  }

  /** A first look is sooner painted here than brought from there. */
  const isForChip = (genome: Genome, priority: Priority) =>
    (forced === 'webgl' || (forced === null && isOften(genome) && priority !== 'coarse')) &&
    !shaderless.has(shapeOf(genome));

  const describeChip = async () => (await loadChip())?.describe() ?? noGpu;

  const lookAtWorkers = () =>
    (refusals ??= workers.run('painters', null, { signal: ended.signal }).then(
      (found) => {
        if (found['wasm-plain'] !== null) tell('no-wasm');
        return found;
      },
      (error) => {
        refusals = null;
        throw error;
      },
    ));

  async function run<N extends 'paint' | 'readPixels' | 'packStrip'>(
    name: N,
    input: Parameters<typeof workers.run<N>>[1],
    options: Parameters<typeof workers.run<N>>[2],
  ) {
    if (poisonous.has(input.genome)) throw poisonous.get(input.genome);
    try {
      return await workers.run(name, input, options);
    } catch (error) {
      if (tookWorkers(error)) poisonous.set(input.genome, error);
      throw error;
    }
  }

  return {
    async paint(genome, request, signal) {
      const by = forced === null || forced === 'webgl' ? {} : { by: forced };
      const options = { signal: until(signal), priority: paintPriority(request) };
      const door = gpu && isForChip(genome, options.priority) ? await findChip() : null;
      const onChip = door && (await door.paint(genome, request, options));
      if (onChip === 'refused') shaderless.set(shapeOf(genome), genome);
      else if (onChip !== null) return onChip;
      const { bitmap, short: named } = await run('paint', { genome, request, ...by }, options);
      for (const backend of named) short.add(backend);
      // Not before the first picture: nobody waits for that.
      void lookAtWorkers().catch(() => undefined);
      return bitmap;
    },
    readPixels: (genome, request, signal) =>
      run('readPixels', { genome, request }, { signal: until(signal), priority: 'background' }),
    packStrip: (genome, request, signal) =>
      run('packStrip', { genome, request }, { signal: until(signal), priority: 'background' }),
    async describe() {
      const [state, found] = await Promise.all([describeChip(), lookAtWorkers()]);
      const isUsed = state.kind === 'ready' && (forced === null || forced === 'webgl');
      const webgl = { state, isUsed, shaderless: [...shaderless.values()] };
      return { forced, webgl, threads: threadReports(found, short, forced) };
    },
    force(backend) {
      const wasForced = forced === 'webgl';
      forced = backend;
      if ((backend === 'webgl') === wasForced) return;
      // Forced, the chip is taken as it is; otherwise it has to prove itself.
      chip?.dispose();
      chip = null;
      coming = null;
      shaderless.clear();
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      ended.abort(new DOMException('The renderer was disposed.', 'AbortError'));
      chip?.dispose();
    },
  };
}

const noGpu = { kind: 'none' } as const;

const threadBackends = backends.filter((backend): backend is ThreadBackend => backend !== 'webgl');

function threadReports(
  refusals: Refusals,
  short: ReadonlySet<ThreadBackend>,
  forced: Backend | null,
): readonly ThreadReport[] {
  const firstFrom = (wanted: ThreadBackend) =>
    threadBackends.slice(threadBackends.indexOf(wanted)).find((backend) => refusals[backend] === null);
  const screen = firstFrom(forced === null || forced === 'webgl' ? 'wasm-relaxed' : forced);
  const files = firstFrom('wasm-plain');
  return threadBackends.map((backend) => ({
    backend,
    paints: { screen: backend === screen, files: backend === files },
    refusal: refusals[backend],
    wasShort: short.has(backend),
  }));
}

const tookWorkers = (error: unknown) =>
  error instanceof Error &&
  'fault' in error &&
  (['silent', 'crashed'] satisfies WorkerFailure['fault'][]).some((fault) => fault === error.fault);

/** Up to this many samples is a first look: a quarter-size tile of a wall, or an easel in big blocks. */
const coarseSamples = 40_000;

const paintPriority = ({ region, samples }: PaintRequest): Priority =>
  region.widthPx * region.heightPx * samples ** 2 <= coarseSamples ? 'coarse' : 'sharp';
