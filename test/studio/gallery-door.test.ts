import { expect, onTestFinished, test, vi } from 'vitest';
import { openStudio, tileIds, until } from './open-studio.ts';
import { createDevice } from './tabs.ts';

test('a gallery whose code does not come is told of by whatever asks for it, and comes when asked again', async () => {
  const part = '../../src/studio/gallery/gallery-part.ts';
  vi.doMock(part, () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  onTestFinished(() => void vi.doUnmock(part));
  const { studio } = await openStudio(createDevice());
  const [a, b] = tileIds(studio) as [string, string];
  for (const id of [a, b]) await studio.actions.keep(id);
  const asks = [
    () => studio.loadGallery(),
    () => studio.actions.deleteArtworks([a]),
    () => studio.actions.go({ kind: 'gallery' }),
  ];
  for (const ask of asks) {
    while (studio.status.peek() !== null) studio.actions.dismissStatus();
    expect((await ask()) ?? null).toBeNull();
    await until(studio.status, (status) => status?.text.startsWith('This part did not load.') ?? false);
  }
  vi.doUnmock(part);
  await studio.actions.deleteArtworks([a]);
  await (await studio.loadGallery())!.open();
  expect(studio.gallery.items.peek().map(({ id }) => id)).toEqual([b]);
  studio.dispose();
});
