import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLog as readingOf } from '#core/gallery/read-log.ts';
import type { Judgement, Stars } from '#core/gallery/records.ts';
import type { Store } from '#platform/storage/store.ts';
import { openStudio, tileIds } from './open-studio.ts';
import { createDevice } from './tabs.ts';

/** What the log says, read from its beginning. */
async function replayLog(store: Store): Promise<Map<string, Stars | 0>> {
  const log = await readLog(store);
  const withdrawn = new Set(log.flatMap(({ said }) => (said.kind === 'withdrawn' ? [said.judgement] : [])));
  const stars = new Map<string, Stars | 0>();
  for (const { id, said } of log) {
    if (withdrawn.has(id)) continue;
    if (said.kind === 'stars') stars.set(said.artwork, said.stars);
    if (said.kind === 'cleared') stars.set(said.artwork, 0);
  }
  return stars;
}

async function readLog(store: Store): Promise<readonly Judgement[]> {
  const query = { order: 'sequence', direction: 'ascending', limit: 1000 } as const;
  return (await store.page('judgement', query)).items;
}

const rating = fc.record({
  kind: fc.constant('rate' as const),
  tile: fc.nat({ max: 3 }),
  stars: fc.constantFrom<Stars>(1, 2, 3, 4, 5),
});
const other = fc.record({
  kind: fc.constantFrom('undo', 'redo', 'clear', 'not-this', 'breed', 'older', 'delete' as const),
  tile: fc.nat({ max: 3 }),
  stars: fc.constant<Stars>(1),
});

describe('the judgement log', () => {
  test('agrees with the standings after any acts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(rating, rating, other), { maxLength: 14 }), async (acts) => {
        const device = createDevice();
        const { studio } = await openStudio(device);
        const { actions } = studio;
        for (const { kind, tile, stars } of acts) {
          const ids = tileIds(studio);
          const id = ids[tile % ids.length]!;
          if (kind === 'rate') await actions.rate(id, stars);
          else if (kind === 'undo') await actions.undo();
          else if (kind === 'redo') await actions.redo();
          else if (kind === 'clear') await actions.clearRating(id);
          else if (kind === 'not-this') await actions.notThis(id);
          else if (kind === 'older') await actions.olderWall();
          else if (kind === 'delete') await actions.deleteArtworks([id]);
          else {
            await actions.togglePick(id);
            await actions.breed();
          }
        }
        const said = await replayLog(device.store);
        const page = await device.store.page('standing', {
          order: 'sequence',
          direction: 'ascending',
          limit: 1000,
        });
        expect(new Map(page.items.map((standing) => [standing.artwork, standing.stars]))).toEqual(said);
        for (const id of tileIds(studio)) expect(studio.stars.peek().get(id) ?? 0).toBe(said.get(id) ?? 0);
        const { studio: again } = await openStudio(device, { seed: 9 });
        expect(tileIds(again)).toEqual(tileIds(studio));
        expect(again.history.undo.peek()).toBe(studio.history.undo.peek());
        expect(again.history.redo.peek()).toBe(studio.history.redo.peek());
        studio.dispose();
        again.dispose();
      }),
      { numRuns: 12 },
    );
  });

  test('tells a wall from elsewhere, and a pick from a rating', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const [first, second] = tileIds(studio) as [string, string];
    await studio.actions.rate(first, 4);
    studio.actions.go({ kind: 'gallery' });
    await studio.actions.rate(first, 5);
    studio.actions.go({ kind: 'explore' });
    await studio.actions.togglePick(second);
    await studio.actions.breed();
    const log = await readLog(device.store);
    expect(log.map(({ said, tile }) => [said.kind, tile])).toEqual([
      ['stars', 'seed'],
      ['stars', 'elsewhere'],
      ['picked', 'seed'],
    ]);
    expect(
      log.every(({ guess, wasPeeked, profile }) => guess === null && !wasPeeked && profile === 'mine'),
    ).toBe(true);
    studio.dispose();
  });

  test('takes a rating asked again as a second one: the same value stands, and undo brings the first back', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const [first] = tileIds(studio) as [string];
    await studio.actions.rate(first, 4);
    await studio.actions.rateAgain(first, 4);
    expect(studio.stars.peek().get(first)).toBe(4);
    expect(studio.status.peek()?.text).toBe('You gave 4 the first time too.');
    await studio.actions.rateAgain(first, 2);
    expect(studio.stars.peek().get(first)).toBe(2);
    const { profile } = (await readLog(device.store))[0]!;
    expect(readingOf(await readLog(device.store), profile).secondRatings).toEqual([
      { artwork: first, first: 4, again: 4 },
      { artwork: first, first: 4, again: 2 },
    ]);
    await studio.actions.undo();
    expect(studio.stars.peek().get(first)).toBe(4);
    studio.dispose();
  });

  test('goes back to the rating before when one is undone, and the same value again clears', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const [first] = tileIds(studio) as [string];
    await studio.actions.rate(first, 3);
    await studio.actions.rate(first, 5);
    await studio.actions.undo();
    expect(studio.stars.peek().get(first)).toBe(3);
    expect(studio.status.peek()?.text).toBe('Rating taken back.');
    await studio.actions.rate(first, 3);
    expect(studio.stars.peek().has(first)).toBe(false);
    expect(studio.history.redo.peek()).toBeNull();
    expect(await device.store.get('artwork', first)).toMatchObject({ isHung: true });
    await studio.actions.undo();
    await studio.actions.undo();
    expect(await device.store.get('artwork', first)).toMatchObject({ isHung: false });
    studio.dispose();
  });
});
