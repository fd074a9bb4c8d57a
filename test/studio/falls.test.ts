import { expect, test } from 'vitest';
import { createRenderer } from '#platform/render/create-renderer.ts';
import { WorkerFailure } from '#platform/workers/worker-failure.ts';
import { openStudio, until } from './open-studio.ts';
import { quickJobs, runInProcess } from './run-in-process.ts';
import { createDevice } from './tabs.ts';

test('a browser without WebAssembly is told of, once, and who paints can be chosen', async () => {
  const refusals = { 'wasm-relaxed': 'blocked', 'wasm-plain': 'blocked', javascript: null };
  const workers = runInProcess({
    ...quickJobs,
    *painters() {
      yield 0;
      return refusals;
    },
  });
  const { studio } = await openStudio(createDevice(), {
    workers,
    options: { renderer: createRenderer({ workers, forced: 'wasm-relaxed' }) },
  });
  const { forced, threads } = (await studio.actions.describePainters())!;
  expect(forced).toBe('wasm-relaxed');
  expect(threads.find(({ paints }) => paints.screen)?.backend).toBe('javascript');
  await until(
    studio.status,
    (status) => status?.text.startsWith('This browser runs no WebAssembly') ?? false,
  );
  studio.actions.dismissStatus();
  expect(studio.status.peek()).toBeNull();
  studio.actions.forcePainter(null);
  expect((await studio.actions.describePainters())!.forced).toBeNull();
  expect(studio.status.peek()).toBeNull();
  studio.dispose();
});

test('painters that cannot be asked are told of', async () => {
  const jobs = runInProcess(quickJobs);
  const run: typeof jobs.run = (name, input, options) =>
    name === 'painters'
      ? Promise.reject(new WorkerFailure('silent', name, 'No word.'))
      : jobs.run(name, input, options);
  const { studio } = await openStudio(createDevice(), { workers: { ...jobs, run } });
  expect(await studio.actions.describePainters()).toBeNull();
  expect(studio.status.peek()?.text).toMatch(/^That did not work out\. .+\(W-2\)$/);
  studio.dispose();
});
