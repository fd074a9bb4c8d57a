import { expect, test } from 'vitest';
import { WorkerFailure } from '#platform/workers/worker-failure.ts';
import { comparableIn } from '#studio/commands.ts';
import { openStudio, tileIds } from './open-studio.ts';
import { quickJobs, runInProcess, smallJobs } from './run-in-process.ts';
import { createDevice } from './tabs.ts';

const never = new AbortController().signal;

test('compares what is picked, and a child with what it comes from', async () => {
  const { studio } = await openStudio(createDevice(), { workers: runInProcess(smallJobs) });
  const { actions } = studio;
  const [first, second] = tileIds(studio) as [string, string];
  expect(comparableIn(studio)).toEqual([]);
  await actions.togglePick(first);
  expect(comparableIn(studio)).toEqual([]);
  await actions.togglePick(second);
  expect(comparableIn(studio)).toEqual([first, second]);
  const strangers = (await actions.compare([first, second], never))!;
  expect(strangers.artworks.map(({ id }) => id)).toEqual([first, second]);
  expect(strangers.sentences[0]![0]).toMatch(/^Picture distance \.\d\d, as between/);
  expect(strangers.sentences[0]![1]).toBe('No ancestor in common that is still known.');

  await actions.breed();
  const child = studio.explore.wall.peek()!.tiles.find(({ tile }) => tile === 'child')!.artwork;
  await actions.keep(child.id);
  actions.go({ kind: 'gallery' });
  await (await studio.loadGallery())!.open();
  actions.focus(child.id);
  const parents = child.origin.kind === 'bred' ? [...new Set(child.origin.parents)] : [];
  expect(comparableIn(studio)).toEqual([child.id, ...parents]);
  const family = (await actions.compare([child.id, parents[0]!, 'not here'], never))!;
  expect(family.artworks).toHaveLength(2);
  expect(family.sentences[0]![1]).toMatch(/^The first is a child of .+\.$/);
  expect(family.sentences[0]!.length).toBeGreaterThan(2);
  studio.dispose();
});

test('a comparison that does not work out is said; one that is no longer wanted is not', async () => {
  const jobs = runInProcess(quickJobs);
  const run: typeof jobs.run = (name, input, options) =>
    name === 'prints'
      ? Promise.reject(options?.signal?.reason ?? new WorkerFailure('crashed', name, 'It fell.'))
      : jobs.run(name, input, options);
  const { studio } = await openStudio(createDevice(), { workers: { ...jobs, run } });
  const ids = tileIds(studio).slice(0, 2);
  expect(await studio.actions.compare(ids, AbortSignal.abort())).toBeNull();
  expect(studio.status.peek()).toBeNull();
  expect(await studio.actions.compare(ids, never)).toBeNull();
  expect(studio.status.peek()?.text).toMatch(/^That did not work out\./);
  studio.dispose();
});
