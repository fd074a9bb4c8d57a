// What takes room on this device, and what of it can go.
import type { RecordName, Records } from '#core/gallery/records.ts';
import type { Orders } from '#platform/storage/store.ts';
import { countArtworks } from './artworks.ts';
import { change, isArtwork } from './changes.ts';
import { letGoOfWalls, oldWalls, type RoomParts } from './room.ts';
import type { Space, SpaceRow } from './studio.ts';

/** Of each kind so many are looked at: their length stands for all. */
const sampleCount = 40;

/** Sizes are estimates, but for the totals, which are the browser's. The largest first. */
export async function measureSpace(parts: RoomParts): Promise<Space> {
  const { session, room } = parts;
  const { keeping, shown } = session;
  const store = keeping.store();
  const meanOf = async <N extends RecordName>(
    name: N,
    order: Orders[N],
    isMeant: (record: Records[N]) => boolean = () => true,
  ) => {
    const { items } = await store.page(name, { order, direction: 'descending', limit: sampleCount });
    const meant = items.filter(isMeant);
    return meant.reduce((sum, record) => sum + lengthOf(record), 0) / Math.max(1, meant.length);
  };

  const [total, keptCount, allCount, portraitCount, actCount, trainingCount] = await Promise.all([
    room.measure(),
    store.count('artwork', 'hung'),
    store.count('artwork', 'sequence'),
    store.count('portrait', 'sequence'),
    store.count('act', 'sequence'),
    store.count('training', 'sequence'),
  ]);
  const keptBytes = keptCount * (await meanOf('artwork', 'hung'));
  const looseCount = Math.max(0, allCount - keptCount);
  const looseBytes =
    looseCount * (await meanOf('artwork', 'sequence', (one) => isArtwork(one) && !one.isHung));
  const walls = shown.walls.peek().length;

  const rows: readonly (SpaceRow & { readonly count: number })[] = [
    { count: keptCount, words: `${countArtworks(keptCount)} you kept`, bytes: keptBytes, letGo: null },
    {
      count: keptCount,
      words: 'A second copy of what you kept',
      bytes: keptBytes,
      letGo: null,
    },
    {
      count: looseCount,
      words: `${countOf(walls, 'wall')}, with ${countArtworks(looseCount)} nobody kept`,
      bytes: looseBytes,
      letGo:
        oldWalls(session).length === 0
          ? null
          : { label: 'Let go of old walls', run: () => parts.acting.inTurn(() => letGoOfWalls(parts)) },
    },
    {
      count: portraitCount,
      words: `${countOf(portraitCount, 'small picture')} for a quick start`,
      bytes: portraitCount * (await meanOf('portrait', 'sequence')),
      letGo: { label: 'Let go of them', run: () => parts.acting.inTurn(() => letGoOfPortraits(parts)) },
    },
    {
      count: trainingCount,
      words: countOf(trainingCount, 'training'),
      bytes: trainingCount * (await meanOf('training', 'sequence')),
      letGo: null,
    },
    {
      count: actCount,
      words: `${countOf(actCount, 'step')} that can be taken back`,
      bytes: actCount * (await meanOf('act', 'sequence')),
      letGo: null,
    },
  ];
  return {
    total,
    rows: rows
      .filter(({ count }) => count > 0)
      .map(({ words, bytes, letGo }) => ({ words, bytes, letGo }))
      .toSorted((a, b) => b.bytes - a.bytes),
  };
}

/** Derived: they come back as pictures are painted. */
async function letGoOfPortraits({ session, commit }: RoomParts) {
  const gone = await commit(async () => {
    const store = session.keeping.store();
    const limit = Math.max(1, await store.count('portrait', 'sequence'));
    const { items } = await store.page('portrait', { order: 'sequence', direction: 'ascending', limit });
    return items.map((portrait) => change('portrait', portrait.id, portrait, null));
  });
  if (gone !== null) session.notices.say('Let go. They come back as pictures are painted.');
}

/** Bytes of what is stored, as JSON where it is not bytes already. */
function lengthOf(record: Records[RecordName]): number {
  const own = Object.values(record).reduce<number>(
    (sum, value) => sum + (value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? value.byteLength : 0),
    0,
  );
  return own + JSON.stringify(record).length;
}

const countOf = (count: number, word: string) => (count === 1 ? `1 ${word}` : `${count} ${word}s`);
