// Opens the store, picks a renderer, creates the studio, draws the interface.
// biome-ignore assist/source/organizeImports: the workers load while the rest is read
import { workerCount, workers } from '#platform/workers/started-workers.ts';
import { effect } from '@preact/signals-core';
import { SEED_LIMIT } from '#core/math/random.ts';
import { saveFile } from '#platform/export/save-file.ts';
import { createRenderer } from '#platform/render/create-renderer.ts';
import { createWorker } from '#platform/workers/create-worker.ts';
import { createPool } from '#platform/workers/pool.ts';
import { openStore } from '#platform/storage/open-store.ts';
import { readWitness } from '#platform/storage/witness.ts';
import { createStudio } from '#studio/create-studio.ts';
import { colorFirstPaint } from '#ui/first-paint.ts';
import { readForcedPainter } from '#ui/forced-painter.ts';
import { hasClosedTab } from '#ui/opening-artwork.ts';
import { followAddress } from '#ui/shell/follow-address.ts';

const firstPaint = document.querySelector('.first-paint')!;
colorFirstPaint();

// A task of its own: to read all this was long enough.
setTimeout(start);

function start(): void {
  const painter = readForcedPainter();
  const studio = createStudio({
    open: () =>
      openStore({
        loadParsers: async () => (await import('#core/gallery/parse-records.ts')).parsers,
        firstCopyMs: 6000,
      }),
    workers,
    renderer: createRenderer({
      workers,
      gpu: { openWorkers: () => createPool({ createWorker, size: 1 }), workerCount },
      forced: painter.backend,
    }),
    now: Date.now,
    nextSeed,
    hasClosedTab,
    isFirstVisit: readWitness() === null,
    hasStrip: () => matchMedia('(width >= 1200px)').matches,
    loadExporter: async () => (await import('#platform/export/exporter.ts')).createExporter(),
    saveFile,
  });
  followAddress(studio);
  if (painter.refusal !== null) studio.actions.say(painter.refusal);
  // What draws comes while the store opens. The built page has it fetched already.
  const drawing = import('#ui/mount.tsx');

  // What the HTML paints stays until there is a wall, or something to say, to put in its place.
  let isMounted = false;
  effect(() => {
    if (isMounted || studio.state.value.kind === 'opening') return;
    isMounted = true;
    void drawing.then(({ mount }) => mount(studio, firstPaint));
  });
}

/** [0, 2^53) */
function nextSeed(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high % (SEED_LIMIT / 2 ** 32)) * 2 ** 32 + low;
}
