import { describe, expect, test, vi } from 'vitest';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { artworkToJson } from '#core/formats/artwork-json.ts';
import type { Artwork } from '#core/gallery/records.ts';
import type { Entry } from '#platform/export/read-entries.ts';
import { formatPlace } from '#studio/place.ts';
import { openStudio, tileIds, until } from './open-studio.ts';
import { quickJobs, runInProcess } from './run-in-process.ts';
import { createDevice } from './tabs.ts';

function fileOf(seed: number): File {
  const artwork: Artwork = {
    id: '0000000000000000',
    schema: 2,
    title: `From ${seed}`,
    altText: 'A form.',
    note: '',
    genome: sampleGenome('orchard', seed),
    view: wholeView,
    origin: { kind: 'imported', from: null },
    isHung: false,
    hungSequence: 0,
    createdAtMs: 0,
    sequence: 0,
  };
  return new File([artworkToJson(artwork, wholeView)], `${seed}.json`);
}

describe('files that were dropped', () => {
  test('are read one by one, and a bad one stops nothing', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const writes = device.writeCount();
    await studio.actions.openFiles([fileOf(1), new File(['no'], 'bad.json'), fileOf(2), fileOf(1)]);
    const lines = studio.importing.peek()!;
    expect(lines.map(({ kind }) => kind)).toEqual(['fine', 'refused', 'fine', 'fine']);
    expect(lines.flatMap((line) => (line.kind === 'fine' ? line.warnings : []))).toEqual([
      'The same artwork is among these files already. It is kept once.',
    ]);
    expect(device.writeCount()).toBe(writes);
    expect(studio.reading.peek()).toBeNull();

    await studio.actions.keepImported();
    expect(studio.importing.peek()).toBeNull();
    expect(studio.status.peek()?.text).toBe('Kept 2 artworks. They hang in the gallery.');
    expect(await device.store.count('artwork', 'hung')).toBe(2);
    studio.status.peek()!.action!.run();
    await until(studio.history.redo, (label) => label === 'Kept 2 artworks');
    expect(await device.store.count('artwork', 'hung')).toBe(0);
    await studio.actions.redo();
    expect(await device.store.count('artwork', 'hung')).toBe(2);

    await studio.actions.openFiles([fileOf(2)]);
    const [line] = studio.importing.peek()!;
    expect(line).toMatchObject({ kind: 'fine', warnings: ['This artwork is here already: From 2.'] });
    await studio.actions.keepImported();
    expect(studio.status.peek()?.text).toContain('Kept 2 artworks');
    expect(await device.store.count('artwork', 'hung')).toBe(2);
    studio.dispose();
  });

  test('of folders are found, however deep', async () => {
    const { studio } = await openStudio(createDevice());
    const inside: Entry = { isFile: true, file: (found) => found(fileOf(3)) };
    let left: readonly Entry[] = [inside];
    const readEntries = (found: (entries: readonly Entry[]) => void) => {
      found(left);
      left = [];
    };
    await studio.actions.openEntries([{ isFile: false, createReader: () => ({ readEntries }) }]);
    expect(studio.importing.peek()).toMatchObject([{ kind: 'fine', artwork: { title: 'From 3' } }]);
    studio.dispose();
  });

  test('of an artwork from here are known by its network', async () => {
    const { studio } = await openStudio(createDevice());
    const [id] = tileIds(studio) as [string];
    await studio.actions.keep(id);
    const { artwork } = studio.explore.wall.peek()!.tiles[0]!;
    await studio.actions.openFiles([new File([artworkToJson(artwork, artwork.view)], 'mine.json')]);
    expect(studio.importing.peek()![0]).toMatchObject({
      isHere: true,
      warnings: [`This artwork is here already: ${artwork.title}.`],
    });
    studio.dispose();
  });

  test('are kept in batches as one act', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const files = Array.from({ length: 60 }, (_, at) => fileOf(100 + at));
    await studio.actions.openFiles(files);
    const writes = device.writeCount();
    await studio.actions.keepImported();
    expect(device.writeCount()).toBe(writes + 2);
    expect(studio.history.undo.peek()).toBe('Kept 60 artworks');
    await studio.actions.undo();
    expect(await device.store.count('artwork', 'hung')).toBe(0);
    studio.dispose();
  });

  test('are told as saved only where they are', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    await studio.actions.openFiles(Array.from({ length: 60 }, (_, at) => fileOf(100 + at)));
    device.beforeNextWrite(async () => device.beforeNextWrite(async () => device.refuse('full')));
    await studio.actions.keepImported();
    expect(studio.status.peek()?.text).toBe('50 of 60 artworks are saved. The others are held here.');
    expect(await device.store.count('artwork', 'hung')).toBe(50);
    device.refuse(null);
    studio.alert.peek()!.actions[0]!.run();
    await until(studio.alert, (alert) => alert === null);
    expect(await device.store.count('artwork', 'hung')).toBe(60);
    await studio.actions.undo();
    expect(await device.store.count('artwork', 'hung')).toBe(0);
    studio.dispose();
  });

  test('are limited to 500', async () => {
    const { studio } = await openStudio(createDevice());
    await studio.actions.openFiles(Array.from({ length: 501 }, () => new File([], 'empty.png')));
    expect(studio.importing.peek()).toHaveLength(500);
    expect(studio.importing.peek()!.every(({ kind }) => kind === 'refused')).toBe(true);
    expect(studio.status.peek()?.text).toBe('501 files are too many at once. These are the first 500.');
    studio.dispose();
  });

  test('and only looked at are stored by a rating', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    await studio.actions.openFiles([fileOf(7)]);
    studio.actions.lookAtImported();
    const easel = await until(studio.easel, (state) => state !== null);
    expect(easel!.isStored).toBe(false);
    await studio.actions.rate(easel!.artwork.id, 5);
    expect(studio.easel.peek()!.isStored).toBe(true);
    expect(await device.store.get('artwork', easel!.artwork.id)).toMatchObject({ isHung: true });
    await studio.actions.undo();
    expect(await device.store.get('artwork', easel!.artwork.id)).toMatchObject({ isHung: false });
    expect(studio.stars.peek().size).toBe(0);
    studio.dispose();
  });
});

describe('a link', () => {
  /** Of the first tile of another studio. */
  async function makeLink(zoom = 3) {
    const { studio } = await openStudio(createDevice(), { seed: 9 });
    const { artwork } = studio.explore.wall.peek()!.tiles[0]!;
    studio.actions.openExport(artwork.id, { ...wholeView, zoom });
    const state = await until(studio.exporting, (open) => open !== null);
    const link = state!.makeLink();
    studio.dispose();
    if (link.kind !== 'link') throw new Error('too long');
    return { artwork, fragment: link.fragment };
  }

  test('opens on the easel, at the view that was shared, and nothing is stored before a click', async () => {
    const { artwork, fragment } = await makeLink();
    const device = createDevice();
    const { studio } = await openStudio(device);
    const writes = device.writeCount();
    studio.actions.goToFragment(fragment);
    const easel = await until(studio.easel, (state) => state !== null);
    expect(easel!.isStored).toBe(false);
    expect(easel!.artwork).toMatchObject({
      title: artwork.title,
      altText: artwork.altText,
      genome: artwork.genome,
      view: { zoom: 3 },
      origin: { kind: 'shared', from: null },
    });
    expect(formatPlace(studio.place.peek())).toBe(fragment);
    expect(device.writeCount()).toBe(writes);

    await studio.actions.keep(easel!.artwork.id);
    expect(await device.store.get('artwork', easel!.artwork.id)).toMatchObject({ isHung: true });
    // What was done there is remembered without all of the link.
    const acts = await device.store.page('act', { order: 'sequence', direction: 'descending', limit: 1 });
    expect(acts.items[0]!.place).toBe(`#/art/${easel!.artwork.id}`);
    studio.actions.goBack();
    expect(studio.place.peek()).toEqual({ kind: 'explore' });
    studio.dispose();
  });

  test('that is not whole is told in a sentence, and one stays where one is', async () => {
    const { fragment } = await makeLink();
    const device = createDevice();
    const { studio } = await openStudio(device);
    studio.actions.go({ kind: 'gallery' });
    for (const bad of ['#/a/', '#/a/%00', '#/a/__proto__', `${fragment.slice(0, -40)}`]) {
      studio.actions.goToFragment(bad);
      const line = await until(studio.status, (status) => status !== null);
      expect(line!.text).toMatch(/ Ask for it again, or for the PNG\.$/);
      studio.actions.dismissStatus();
      expect(studio.place.peek()).toEqual({ kind: 'gallery' });
    }
    studio.dispose();
  });

  test('of a newer version is kept for a reload', async () => {
    const { fragment } = await makeLink();
    const { studio } = await openStudio(createDevice());
    const newer = fragment.replace('/1', '/7');
    studio.actions.goToFragment(newer);
    const line = await until(studio.status, (status) => status !== null);
    expect(line!.text).toBe('This link was made by a newer version of Palate. Reload to open it.');
    expect(studio.link.peek()).toBe(newer.slice('#/a/'.length));
    studio.dispose();
  });

  test('leads nowhere when the person went elsewhere meanwhile, or asked for another', async () => {
    const { fragment: slow } = await makeLink(5);
    const { fragment } = await makeLink(7);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const seen: string[] = [];
    const jobs = runInProcess(quickJobs);
    const run: typeof jobs.run = async (name, input, options) => {
      const result = await jobs.run(name, input, options);
      if (name === 'openFile' && seen.push(name) !== 2) await held;
      return result;
    };
    const { studio } = await openStudio(createDevice(), { workers: { ...jobs, run } });
    studio.actions.goToFragment(slow);
    await untilOpened(seen, 1);
    studio.actions.goToFragment(fragment);
    const easel = await until(studio.easel, (state) => state !== null);
    expect(easel!.artwork.view.zoom).toBe(7);
    studio.actions.goBack();
    studio.actions.goToFragment(slow);
    await untilOpened(seen, 3);
    studio.actions.go({ kind: 'gallery' });
    release();
    // Longer than any of it takes to come.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(studio.place.peek()).toEqual({ kind: 'gallery' });
    studio.dispose();
  });

  /** How often a link was opened, whatever came of it. */
  const untilOpened = (seen: readonly string[], count: number) =>
    vi.waitFor(() => expect(seen).toHaveLength(count), 15_000);
});
