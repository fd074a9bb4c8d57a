import { describe, expect, test } from 'vitest';
import { portraitLimit } from '#studio/portraits.ts';
import { openStudio } from './open-studio.ts';
import { createDevice } from './tabs.ts';

const bytes = (value: number) => new Uint8Array([value]).buffer;

describe('createPortraits', () => {
  test('gives what was kept to whoever comes back, and is no act', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const [first, second] = studio.explore.wall.peek()!.tiles.map(({ artwork }) => artwork);
    await studio.portraits.keep([{ artwork: first!, thumbnail: bytes(7) }]);
    expect(studio.history.undo.peek()).toBeNull();
    expect(studio.saving.peek()).toBe('Saved on this device');
    studio.dispose();

    const { studio: again } = await openStudio(device, { seed: 2 });
    const found = await again.portraits.read([first!, second!]);
    expect([...found.keys()]).toEqual([first!.id]);
    expect(new Uint8Array(found.get(first!.id)!)).toEqual(new Uint8Array([7]));
    again.dispose();
  });

  test('neither keeps nor gives one of another view', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const { artwork } = studio.explore.wall.peek()!.tiles[0]!;
    await studio.portraits.keep([{ artwork, thumbnail: bytes(1) }]);
    const view = { ...artwork.view, zoom: 2 };
    await studio.actions.saveView(artwork.id, view);
    expect((await studio.portraits.read([{ ...artwork, view }])).size).toBe(0);
    await studio.portraits.keep([{ artwork, thumbnail: bytes(2) }]);
    expect((await studio.portraits.read([{ ...artwork, view }])).size).toBe(0);
    await studio.portraits.keep([{ artwork: { ...artwork, view }, thumbnail: bytes(3) }]);
    expect((await studio.portraits.read([{ ...artwork, view }])).size).toBe(1);
    studio.dispose();
  });

  test('lets the longest unseen go when there are too many', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const [first, second] = studio.explore.wall.peek()!.tiles.map(({ artwork }) => artwork);
    await device.store.write(
      Array.from({ length: portraitLimit }, (_, index) => ({
        record: 'portrait' as const,
        id: `old${index}`,
        before: null,
        after: { id: `old${index}`, schema: 1, view: first!.view, thumbnail: bytes(0), sequence: 0 } as const,
      })),
    );
    await studio.portraits.keep([first!, second!].map((artwork) => ({ artwork, thumbnail: bytes(1) })));
    expect(await device.store.count('portrait', 'sequence')).toBe(portraitLimit);
    expect((await studio.portraits.read([first!, second!])).size).toBe(2);
    studio.dispose();
  });

  test('is silent when the device is full', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const { artwork } = studio.explore.wall.peek()!.tiles[0]!;
    device.refuse('full');
    await studio.portraits.keep([{ artwork, thumbnail: bytes(1) }]);
    expect(studio.alert.peek()).toBeNull();
    expect(studio.saving.peek()).toBe('Saved on this device');
    studio.dispose();
  });
});
