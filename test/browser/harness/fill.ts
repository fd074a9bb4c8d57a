// A studio that has been lived in: artworks hung, some of them rated, written by the app's own store.

import { recipeNames } from '#core/cppn/recipes.ts';
import { SAMPLER, sampleGenome } from '#core/cppn/sample-genome.ts';
import { parsers } from '#core/gallery/parse-records.ts';
import type { RecordChange, Stars } from '#core/gallery/records.ts';
import { standingId } from '#core/gallery/records.ts';
import { openStore } from '#platform/storage/open-store.ts';
import { sampleArtwork, sampleJudgement } from '../../platform/storage/sample-records.ts';

export const idOf = (n: number) => n.toString(16).padStart(16, 'a');

const forms = ['Moon', 'River', 'Mask', 'Linen', 'Quarry'];

/** One act: `artworkCount` artworks, the first `ratedCount` of them rated by the first profile. */
export async function fill({ artworkCount, ratedCount }: { artworkCount: number; ratedCount: number }) {
  const opened = await openStore({ loadParsers: async () => parsers });
  if (opened.kind !== 'open') throw new Error(`The store is ${opened.kind}.`);
  const changes: RecordChange[] = [];
  for (let n = 0; n < artworkCount; n++) {
    const id = idOf(n);
    const recipe = recipeNames[n % recipeNames.length]!;
    const genome = sampleGenome(recipe, n + 1);
    const color = genome.coloring.kind === 'palette' ? genome.coloring.palette.name : 'Plain';
    const artwork = {
      ...sampleArtwork(id, { title: `${color} ${forms[n % forms.length]} ${n + 1}` }),
      altText: 'A round form, a little left of centre, soft edges, pink on dark plum.',
      genome,
      origin: { kind: 'seed', recipe, sampler: SAMPLER, seed: n + 1 },
      createdAtMs: Date.now(),
    } as const;
    changes.push({ record: 'artwork', id, before: null, after: artwork });
    if (n >= ratedCount) continue;
    const stars = ((n % 5) + 1) as Stars;
    const judgement = { ...sampleJudgement(`e${id.slice(1)}`, id, stars), profile: 'mine', atMs: Date.now() };
    changes.push({ record: 'judgement', id: judgement.id, before: null, after: judgement });
    const standing = standingId('mine', id);
    changes.push({
      record: 'standing',
      id: standing,
      before: null,
      after: { id: standing, schema: 1, profile: 'mine', artwork: id, stars, sequence: 0 },
    });
  }
  await opened.store.write(changes);
  opened.store.dispose();
}
