// A large gallery, written through the store itself: for the bench, which opens the studio on the same profile afterwards.
import type { Genome } from '#core/cppn/genome.ts';
import { recipeNames } from '#core/cppn/recipes.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { parsers } from '#core/gallery/parse-records.ts';
import type { Artwork, RecordChange } from '#core/gallery/records.ts';
import { hashName } from '#core/math/random.ts';
import { openStore } from '#platform/storage/open-store.ts';
import { smallGenome } from '../../core/formats/small-artwork.ts';

/** Artworks a write. */
const BATCH = 200;

/** Artworks that hang, each of its own network: `Moon 0` and so on. */
export const fillGallery = (count: number): Promise<void> =>
  hangAll(count, (seed) => {
    const recipe = recipeNames[seed % recipeNames.length]!;
    const genome = sampleGenome(recipe, seed);
    return hang(seed, `Moon ${seed}`, genome, { kind: 'seed', recipe, sampler: 1, seed });
  });

/** The same with small networks, which are painted at once: `Stone 0` and so on, as if they had been imported. */
export const fillWithStones = (count: number): Promise<void> =>
  hangAll(count, (seed) => {
    const [first, ...layers] = smallGenome.layers;
    const kernel = [1 + seed / count, ...first!.kernel.slice(1)];
    const genome = { ...smallGenome, layers: [{ ...first!, kernel }, ...layers] };
    return hang(seed, `Stone ${seed}`, genome, { kind: 'imported', from: null });
  });

async function hangAll(count: number, hangOne: (seed: number) => RecordChange): Promise<void> {
  const opened = await openStore({ loadParsers: async () => parsers });
  if (opened.kind !== 'open') throw new Error(`The store is ${opened.kind}.`);
  let sequence = 0;
  for (let start = 0; start < count; start += BATCH) {
    const changes = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) =>
      hangOne(start + index),
    );
    sequence = await opened.store.write(changes);
  }
  opened.store.dispose();
  // As if the second copy had them all: making it takes minutes, and would go on beside what is measured.
  const copy = await caches.open('palate-copy-1');
  await copy.put('https://palate.invalid/sequence', new Response(String(sequence)));
}

function hang(seed: number, title: string, genome: Genome, origin: Artwork['origin']): RecordChange {
  const id = hashName(seed);
  return {
    record: 'artwork',
    id,
    before: null,
    after: {
      id,
      schema: 2,
      title,
      altText: 'A round form, a little left of centre, soft edges, pink on dark plum.',
      note: '',
      genome,
      view: wholeView,
      origin,
      isHung: true,
      hungSequence: 0,
      createdAtMs: 0,
      sequence: 0,
    },
  };
}
