import { describe, expect, test } from 'vitest';
import { readArtwork } from '#core/formats/artwork-reader.ts';
import { openStudio, tileIds, until } from './open-studio.ts';
import { createDevice } from './tabs.ts';

const recipe = {
  sketch: 'threads',
  title: 'Threads',
  seed: 7,
  values: { count: 300 },
  phase: 0.25,
  frames: 1,
};
const pixels = { widthPx: 2, heightPx: 1, data: new Uint8ClampedArray([9, 8, 7, 255, 6, 5, 4, 255]) };

describe('createSketching', () => {
  test('draws with what was asked for, or else the newest of the gallery, or else the wall', async () => {
    const { studio } = await openStudio(createDevice());
    const ids = tileIds(studio);
    const sketching = (await studio.loadSketching())!;
    expect(sketching.artwork.peek()).toBeNull();
    await sketching.open('0123456789abcdef');
    expect(sketching.artwork.peek()?.id).toBe(ids[0]);
    expect(sketching.choices.peek().map(({ id }) => id)).toEqual(ids);

    await studio.actions.keep(ids[3]!);
    await sketching.open(ids[5]!);
    expect(sketching.artwork.peek()?.id).toBe(ids[5]);
    expect(sketching.choices.peek()[0]?.id).toBe(ids[3]);
    expect(sketching.choices.peek()).toHaveLength(15);
    sketching.drawWith(ids[3]!);
    sketching.drawWith('0123456789abcdef');
    expect(sketching.artwork.peek()?.id).toBe(ids[3]);
    studio.dispose();
  });

  test('saves a still that opens as the artwork it was drawn with', async () => {
    const { studio, saved } = await openStudio(createDevice());
    const sketching = (await studio.loadSketching())!;
    await sketching.open(null);
    const drawn = sketching.artwork.peek()!;
    await sketching.saveStill(async () => {
      expect(sketching.work.peek()).toMatchObject({ kind: 'working' });
      return pixels;
    }, recipe);
    expect(sketching.work.peek()).toEqual({ kind: 'idle' });
    expect(saved[0]!.fileName).toMatch(/^threads-.+-7-2x1\.png$/);
    const bytes = new Uint8Array(await saved[0]!.file.arrayBuffer());
    const { artwork, sketch } = readArtwork(bytes, { createdAtMs: 0, fileName: 'still.png' });
    expect(artwork.genome).toEqual(drawn.genome);
    expect(artwork.title).toBe(drawn.title);
    expect(sketch).toEqual(recipe);
    studio.dispose();
  });

  test('reopens a still that is dropped: its sketch, as it was set, with its artwork; nothing is stored', async () => {
    const { studio, saved } = await openStudio(createDevice());
    const sketching = (await studio.loadSketching())!;
    await sketching.open(null);
    const drawn = sketching.artwork.peek()!;
    await sketching.saveStill(async () => pixels, recipe);
    await sketching.open(tileIds(studio)[4]!);
    await studio.actions.openFiles([new File([saved[0]!.file], saved[0]!.fileName)]);
    expect(studio.importing.peek()).toBeNull();
    expect(studio.reading.peek()).toBeNull();
    expect(studio.place.peek()).toEqual({ kind: 'sketches', sketch: 'threads' });
    const still = studio.still.peek()!;
    expect(still.recipe).toEqual(recipe);

    sketching.reopen(still, true);
    expect(studio.still.peek()).toBeNull();
    expect(sketching.artwork.peek()!.genome).toEqual(drawn.genome);
    expect(sketching.choices.peek()[0]).toEqual(still.artwork);
    expect(studio.gallery.count.peek()).toBe(0);

    sketching.reopen(still, false);
    expect(studio.place.peek()).toEqual({ kind: 'art', artwork: still.artwork.id });
    await until(studio.easel, (easel) => easel?.artwork.id === still.artwork.id);
    studio.dispose();
  });

  test('says that the address names no sketch', async () => {
    const { studio } = await openStudio(createDevice());
    (await studio.loadSketching())!.sayUnknown();
    expect(studio.status.peek()?.text).toBe('There is no sketch of that name here. This is the first.');
    studio.dispose();
  });

  test('hands nothing over when it was cancelled, and says so when it failed', async () => {
    const { studio, saved } = await openStudio(createDevice());
    const sketching = (await studio.loadSketching())!;
    await sketching.open(null);
    const still = sketching.saveStill(async () => {
      sketching.cancel();
      return pixels;
    }, recipe);
    await still;
    await sketching.saveStill(() => Promise.reject(new Error('no memory')), recipe);
    await until(studio.status, (status) => status?.text.includes('(K-1)') === true);
    expect(saved).toEqual([]);
    expect(sketching.work.peek()).toEqual({ kind: 'idle' });
    studio.dispose();
  });

  test('says plainly that a browser without an encoder writes no video', async () => {
    const { studio, saved } = await openStudio(createDevice());
    const sketching = (await studio.loadSketching())!;
    await sketching.open(null);
    const video = { size: pixels, framesPerSecond: 30, frameCount: 60, drawFrame: async () => {} };
    await sketching.saveLoop(video, recipe);
    await until(
      studio.status,
      (status) => status?.text === 'This browser cannot write videos. The still works.',
    );
    expect(saved).toEqual([]);
    studio.dispose();
  });
});
