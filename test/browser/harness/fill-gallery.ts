// A large gallery, written through the store itself: for the bench, which opens the studio on the same profile afterwards.
import { recipeNames } from '#core/cppn/recipes.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { parsers } from '#core/gallery/parse-records.ts';
import type { RecordChange } from '#core/gallery/records.ts';
import { hashName } from '#core/math/random.ts';
import { openStore } from '#platform/storage/open-store.ts';

/** Artworks a write. */
const BATCH = 200;

/** Artworks that hang, each of its own network. */
export async function fillGallery(count: number): Promise<void> {
  const opened = await openStore({ loadParsers: async () => parsers });
  if (opened.kind !== 'open') throw new Error(`The store is ${opened.kind}.`);
  let sequence = 0;
  for (let start = 0; start < count; start += BATCH) {
    const changes = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) => hang(start + index));
    sequence = await opened.store.write(changes);
  }
  opened.store.dispose();
  // As if the second copy had them all: making it takes minutes, and would go on beside what is measured.
  const copy = await caches.open('palate-copy-1');
  await copy.put('https://palate.invalid/sequence', new Response(String(sequence)));
}

function hang(seed: number): RecordChange {
  const recipe = recipeNames[seed % recipeNames.length]!;
  const id = hashName(seed);
  return {
    record: 'artwork',
    id,
    before: null,
    after: {
      id,
      schema: 2,
      title: `Moon ${seed}`,
      altText: 'A round form, a little left of centre, soft edges, pink on dark plum.',
      note: '',
      genome: sampleGenome(recipe, seed),
      view: wholeView,
      origin: { kind: 'seed', recipe, sampler: 1, seed },
      isHung: true,
      hungSequence: 0,
      createdAtMs: 0,
      sequence: 0,
    },
  };
}
