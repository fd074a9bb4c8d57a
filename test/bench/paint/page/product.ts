// What the kernel's speed comes to in the product: tiles of the wall, workers, a weight under the hand.
import { code as relaxedCode } from 'virtual:kernel-relaxed';
import type { Genome } from '#core/cppn/genome.ts';
import { houseSeeds } from '#core/cppn/house-seeds.ts';
import { chooseFirstWall } from '#core/evolution/choose-first-wall.ts';
import { createRenderer } from '#platform/render/create-renderer.ts';
import { openKernel } from '#platform/render/kernel.ts';
import { createWorker } from '#platform/workers/create-worker.ts';
import { createPool } from '#platform/workers/pool.ts';
import { denseNet, genomeOfDense } from '../workloads.ts';
import { paintWith, requestOf, timeInTurns } from './stopwatch.ts';

const SIDE = 512;
const BANDS = 16;
/** As on the easel while a weight is dragged. */
const DRAG_BANDS = 4;

/** Fifteen tiles as the wall shows them, and the same networks at the same samples without coloring, finish and supersampling. */
export async function measureTiles(): Promise<Record<'tiles' | 'networks', number[]>> {
  const paint = openKernel(relaxedCode);
  const genomes = chooseFirstWall(1, houseSeeds).map(({ genome }) => genome);
  const tile = requestOf(250, 236, { samples: 2, dither: true });
  const samples = requestOf(500, 472);
  const bare = genomes.map(withoutColoring);
  return timeInTurns(9, {
    tiles: () => genomes.forEach((genome) => void paintWith(paint, genome, tile)),
    networks: () => bare.forEach((genome) => void paintWith(paint, genome, samples)),
  });
}

function withoutColoring(genome: Genome): Genome {
  const outputCount = genome.layers.at(-1)!.biases.length;
  return { ...genome, coloring: { kind: outputCount < 3 ? 'ink' : 'rgb' } };
}

/** One picture in bands, by a pool of one and by a pool of two. */
export async function measureWorkers(): Promise<Record<'one' | 'two', number[]>> {
  const genome = genomeOfDense(denseNet(7));
  const pools = [1, 2].map((size) => createPool({ createWorker, size, startsAtOnce: true }));
  const [one, two] = pools.map((workers) => createRenderer({ workers }));
  const times = await timeInTurns(25, {
    one: () => paintBands(one!, genome, 4, BANDS),
    two: () => paintBands(two!, genome, 4, BANDS),
  });
  for (const pool of pools) pool.dispose();
  return times;
}

/** A weight changes: from that to the pixels by the pool, and by a direct call in this thread. */
export async function measureDrag(): Promise<Record<'drag' | 'direct', number[]>> {
  const genome = genomeOfDense(denseNet(7));
  const paint = openKernel(relaxedCode);
  const workers = createPool({ createWorker, size: 2, startsAtOnce: true });
  const renderer = createRenderer({ workers });
  let weight = 0;
  const changed = (): Genome => {
    const [first, ...others] = genome.layers;
    weight += 0.01;
    return { ...genome, layers: [{ ...first!, kernel: [weight, ...first!.kernel.slice(1)] }, ...others] };
  };
  const pixels = new Uint8ClampedArray(SIDE * SIDE * 4);
  const times = await timeInTurns(25, {
    drag: () => paintBands(renderer, changed(), 1, DRAG_BANDS),
    direct: () => paintWith(paint, changed(), requestOf(SIDE), pixels),
  });
  workers.dispose();
  return times;
}

/** `scale` times 512 px wide and high. */
async function paintBands(
  renderer: ReturnType<typeof createRenderer>,
  genome: Genome,
  scale: number,
  bands: number,
): Promise<void> {
  const side = SIDE * scale;
  const heightPx = side / bands;
  const whole = requestOf(side);
  const bitmaps = await Promise.all(
    Array.from({ length: bands }, (_, band) =>
      renderer.paint(genome, { ...whole, region: { xPx: 0, yPx: band * heightPx, widthPx: side, heightPx } }),
    ),
  );
  for (const bitmap of bitmaps) bitmap.close();
}
