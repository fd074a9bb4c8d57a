import type { Genome } from '#core/cppn/genome.ts';
import type { Artwork, ArtworkId } from '#core/gallery/records.ts';
import { isArtwork } from './changes.ts';
import type { Keeping } from './keeping.ts';
import { isSame } from './rebase.ts';

/** How far back the gallery is compared: a larger one would make a dropped file wait. */
const lookBack = 5000;

/**
 * Finds artworks that are here already. A file carries no id, so genomes are compared: first a few of their numbers, then all.
 */
export function createKnownGenomes(keeping: Keeping) {
  let reading: Promise<Map<string, ArtworkId[]>> | null = null;
  const dropped = new Map<string, Genome[]>();

  async function readGallery(): Promise<Map<string, ArtworkId[]>> {
    const found = new Map<string, ArtworkId[]>();
    const note = ({ id, genome }: Artwork) => {
      const key = fingerprint(genome);
      found.set(key, [...(found.get(key) ?? []), id]);
    };
    for (const record of keeping.held('artwork')) if (isArtwork(record) && record.isHung) note(record);
    for (let after = {}, count = 0; count < lookBack; ) {
      const page = await keeping
        .store()
        .page('artwork', { order: 'hung', direction: 'descending', limit: 200, ...after });
      for (const record of page.items) if (isArtwork(record)) note(record);
      count += page.items.length;
      if (page.next === null) break;
      after = { after: page.next };
    }
    return found;
  }

  return {
    /** The title it has here, 'dropped' for one met before, null for a new one. */
    async meet({ id, genome }: Artwork): Promise<string | null> {
      const own = await keeping.get('artwork', id);
      if (isArtwork(own) && own.isHung) return own.title;
      const key = fingerprint(genome);
      reading ??= readGallery();
      for (const other of (await reading).get(key) ?? []) {
        const record = await keeping.get('artwork', other);
        if (isArtwork(record) && isSame(record.genome, genome)) return record.title;
      }
      const met = dropped.get(key) ?? [];
      if (met.some((other) => isSame(other, genome))) return 'dropped';
      dropped.set(key, [...met, genome]);
      return null;
    },
  };
}

const fingerprint = ({ layers, coloring }: Genome) =>
  [coloring.kind, ...layers.flatMap(({ kernel, biases }) => [kernel[0], kernel.at(-1), biases[0]])].join(' ');
