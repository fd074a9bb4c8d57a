import { describe, expect, test, vi } from 'vitest';
import type { Workers } from '#platform/workers/jobs.ts';
import { createPool, type PoolOptions } from '#platform/workers/pool.ts';
import { request, square } from '../../core/cppn/paint.ts';
import { smallGenome } from '../../core/formats/small-artwork.ts';
import { createFakeTimers, createFakeWorkers, type FakeWorker } from './fake-worker.ts';

/** `prints` of nothing is the smallest job there is; its output is a list of prints. */
const nothing: readonly never[] = [];
const picture = { genome: smallGenome, request: request(square(4)) };
const onePrint = [new Float32Array([0.5])];

type RunOptions = Parameters<Workers['run']>[2];

function setUp(options: Partial<PoolOptions> = {}) {
  const workers = createFakeWorkers();
  const timers = createFakeTimers();
  const pool = createPool({
    createWorker: workers.create,
    size: 1,
    setTimer: timers.setTimer,
    startSeconds: 10,
    ...options,
  });
  const run = (options?: RunOptions, input: readonly never[] = nothing) => {
    const running = pool.run('prints', input, options);
    running.catch(() => {}); // not every test looks at every outcome
    return running;
  };
  return { pool, run, timers, all: workers.all };
}

/** What became of a promise, without waiting for more than what is already due. */
async function outcome(promise: Promise<unknown>): Promise<unknown> {
  return Promise.race([
    promise.catch((error: unknown) => ({ rejected: error })),
    new Promise((done) => setImmediate(() => done('pending'))),
  ]);
}

const finish = (worker: FakeWorker, index = 0) =>
  worker.say({ kind: 'done', id: worker.runId(index), output: onePrint });

/** The ids of runs, then the kinds of the rest, as sent. */
const sent = (worker: FakeWorker) =>
  worker.received.map((message) => (message.kind === 'run' ? message.id : `cancel ${message.id}`));

describe('createPool', () => {
  test('starts no worker before the first job, and no more than it has jobs for or may', () => {
    const { run, all } = setUp({ size: 2 });
    expect(all).toHaveLength(0);
    void run();
    expect(all).toHaveLength(1);
    void run();
    void run();
    expect(all).toHaveLength(2);
  });

  test('starts all its workers at once when asked to, and rests those that get nothing', () => {
    const { run, all, timers } = setUp({ size: 3, startsAtOnce: true });
    expect(all).toHaveLength(3);
    void run();
    finish(all[0]!);
    timers.advance(60);
    expect(all.filter((worker) => worker.isTerminated)).toHaveLength(2);
  });

  test('resolves with what the worker made, and reports progress before that', async () => {
    const { run, all } = setUp();
    const heard: number[] = [];
    const running = run({ onProgress: (progress) => heard.push(progress) });
    const worker = all[0]!;
    worker.say({ kind: 'progress', id: worker.runId(), progress: 0.25 });
    worker.say({ kind: 'progress', id: worker.runId(), progress: 0.75 });
    finish(worker);
    expect(await running).toEqual(onePrint);
    expect(heard).toEqual([0.25, 0.75]);
  });

  test('gives a worker one job at a time, in the order asked', () => {
    const { run, all } = setUp();
    for (let i = 0; i < 3; i++) void run();
    const worker = all[0]!;
    expect(sent(worker)).toEqual([1]);
    finish(worker, 0);
    expect(sent(worker)).toEqual([1, 2]);
    finish(worker, 1);
    expect(sent(worker)).toEqual([1, 2, 3]);
  });

  test('takes the most urgent first, whenever it was asked', () => {
    const { run, all } = setUp();
    for (const priority of ['coarse', 'background', 'awaited', 'sharp', 'awaited'] as const)
      void run({ priority });
    const worker = all[0]!;
    for (let i = 0; i < 4; i++) finish(worker, i);
    expect(sent(worker)).toEqual([1, 3, 5, 4, 2]);
  });

  test('hands a more urgent job to the busy worker whose job matters least', async () => {
    const { run, all } = setUp({ size: 2 });
    void run({ priority: 'sharp' });
    const slow = run({ priority: 'background' });
    const urgent = run({ priority: 'coarse' });
    void run({ priority: 'background' });
    expect(all.map(sent)).toEqual([[1], [2, 3]]);
    const worker = all[1]!;
    finish(worker, 1);
    expect(await outcome(urgent)).toEqual(onePrint);
    // The one set aside goes on; nothing of its own rank joins it.
    expect(sent(worker)).toEqual([2, 3]);
    finish(worker, 0);
    expect(await outcome(slow)).toEqual(onePrint);
    expect(sent(worker)).toEqual([2, 3, 4]);
  });

  test('sets at most two jobs of a worker aside', () => {
    const { run, all } = setUp();
    for (const priority of ['background', 'sharp', 'awaited', 'coarse'] as const) void run({ priority });
    expect(sent(all[0]!)).toEqual([1, 2, 3]);
    finish(all[0]!, 2);
    expect(sent(all[0]!)).toEqual([1, 2, 3, 4]);
  });

  test('rejects an input that cannot be sent with the reason, and goes on', async () => {
    const { run, all } = setUp();
    const unsendable = Object.assign([], { method: () => 0 });
    const failed = (await outcome(run({}, unsendable))) as { rejected: Error };
    expect(failed.rejected.name).toBe('DataCloneError');
    const next = run();
    finish(all[0]!);
    expect(await outcome(next)).toEqual(onePrint);
  });
});

describe('createPool, on abort', () => {
  const reason = new DOMException('no longer wanted', 'AbortError');

  test('rejects at once with the reason when already aborted, and starts nothing', async () => {
    const { run, all } = setUp();
    expect(await outcome(run({ signal: AbortSignal.abort(reason) }))).toEqual({
      rejected: reason,
    });
    expect(all).toHaveLength(0);
  });

  test('forgets a waiting job: no worker ever hears of it', async () => {
    const { run, all } = setUp();
    const abort = new AbortController();
    void run();
    const waiting = run({ signal: abort.signal });
    abort.abort(reason);
    expect(await outcome(waiting)).toEqual({ rejected: reason });
    finish(all[0]!);
    expect(sent(all[0]!)).toEqual([1]);
  });

  test('rejects a running job at once, tells the worker, and ignores what it still sends', async () => {
    const { run, all } = setUp();
    const abort = new AbortController();
    const heard: number[] = [];
    const running = run({
      signal: abort.signal,
      onProgress: (progress) => heard.push(progress),
    });
    const worker = all[0]!;
    abort.abort(reason);
    expect(await outcome(running)).toEqual({ rejected: reason });
    expect(sent(worker)).toEqual([1, 'cancel 1']);
    worker.say({ kind: 'progress', id: 1, progress: 0.5 });
    finish(worker);
    expect(heard).toEqual([]);
  });

  test('gives the next job when the worker has left the cancelled one', () => {
    const { run, all } = setUp();
    const abort = new AbortController();
    void run({ signal: abort.signal });
    void run();
    abort.abort(reason);
    expect(sent(all[0]!)).toEqual([1, 'cancel 1']);
    all[0]!.say({ kind: 'stopped', id: 1 });
    expect(sent(all[0]!)).toEqual([1, 'cancel 1', 2]);
  });

  test('closes a bitmap that comes too late', () => {
    const { run, all } = setUp();
    const abort = new AbortController();
    void run({ signal: abort.signal });
    abort.abort(reason);
    let closedCount = 0;
    const bitmap = { close: () => closedCount++ };
    all[0]!.say({ kind: 'done', id: 1, output: { bitmap, short: [] } });
    all[0]!.say({ kind: 'done', id: 1, output: bitmap });
    expect(closedCount).toBe(2);
  });

  test('means nothing after the end, and leaves no listener behind', async () => {
    const { run, all } = setUp();
    const abort = new AbortController();
    const running = run({ signal: abort.signal });
    finish(all[0]!);
    await running;
    abort.abort(reason);
    expect(await outcome(running)).toEqual(onePrint);
    expect(sent(all[0]!)).toEqual([1]);
  });
});

describe('createPool, on a fault', () => {
  test('rejects a job that threw once, and keeps its worker', async () => {
    const { run, all } = setUp();
    const failing = run();
    const next = run();
    all[0]!.say({ kind: 'failed', id: 1, message: 'Layer expects 6 inputs, got 5.' });
    expect(await outcome(failing)).toMatchObject({
      rejected: {
        name: 'WorkerFailure',
        fault: 'threw',
        job: 'prints',
        message: expect.stringContaining('got 5'),
      },
    });
    finish(all[0]!, 1);
    expect(await outcome(next)).toEqual(onePrint);
    expect(all).toHaveLength(1);
  });

  test('replaces a worker that is silent for ten seconds and runs the job once more', async () => {
    const { run, all, timers } = setUp();
    const running = run();
    timers.advance(9);
    expect(all).toHaveLength(1);
    timers.advance(1);
    expect(all[0]!.isTerminated).toBe(true);
    expect(sent(all[1]!)).toEqual([1]);
    finish(all[1]!);
    expect(await outcome(running)).toEqual(onePrint);
  });

  test('rejects what two workers were silent on, and goes on with the rest', async () => {
    const { run, all, timers } = setUp();
    const poison = run();
    const next = run();
    timers.advance(20);
    expect(await outcome(poison)).toMatchObject({
      rejected: { name: 'WorkerFailure', fault: 'silent', job: 'prints' },
    });
    expect(all.map((worker) => worker.isTerminated)).toEqual([true, true, false]);
    finish(all[2]!);
    expect(await outcome(next)).toEqual(onePrint);
  });

  test('replaces one that only paints after a second and a half, and gives the next more time', async () => {
    const { pool, all, timers } = setUp();
    const painting = pool.run('readPixels', picture);
    all[0]!.say({ kind: 'alive' });
    timers.advance(1);
    expect(all).toHaveLength(1);
    timers.advance(0.5);
    expect(all[0]!.isTerminated).toBe(true);
    all[1]!.say({ kind: 'alive' });
    timers.advance(9.5);
    expect(all).toHaveLength(2);
    timers.advance(0.5);
    expect(await outcome(painting)).toMatchObject({ rejected: { fault: 'silent', job: 'readPixels' } });
  });

  test('has more patience with one that set other work aside to paint', () => {
    const { pool, run, all, timers } = setUp();
    void run({ priority: 'background' });
    pool.run('readPixels', picture, { priority: 'coarse' }).catch(() => {});
    all[0]!.say({ kind: 'alive' });
    timers.advance(9.5);
    expect(all).toHaveLength(1);
    timers.advance(0.5);
    expect(all).toHaveLength(2);
  });

  test('lets a slow job that gives signs of life take as long as it takes', async () => {
    const { run, all, timers } = setUp();
    const running = run();
    for (let second = 0; second < 120; second++) {
      timers.advance(1);
      all[0]!.say(second % 2 === 0 ? { kind: 'alive' } : { kind: 'progress', id: 1, progress: 0.1 });
    }
    expect(all).toHaveLength(1);
    finish(all[0]!);
    expect(await outcome(running)).toEqual(onePrint);
  });

  test('takes no message that is not a worker\u2019s for a sign of life, and none for a result', async () => {
    const { run, all, timers } = setUp();
    const running = run();
    const malformed = [
      null,
      42,
      'done',
      [],
      {},
      { kind: 'done' },
      { kind: 'done', id: 1 },
      { kind: 'done', id: '1', output: onePrint },
      { kind: 'progress', id: 1, progress: Number.NaN },
      { kind: 'progress', id: 1, progress: 7 },
      { kind: 'toString', id: 1 },
    ];
    for (let second = 0; second < 9; second++) {
      timers.advance(1);
      for (const message of malformed) all[0]!.say(message);
    }
    expect(await outcome(running)).toBe('pending');
    timers.advance(1);
    expect(all[0]!.isTerminated).toBe(true);
    finish(all[1]!);
    expect(await outcome(running)).toEqual(onePrint);
  });

  for (const [event, fire] of [
    ['error', (worker: FakeWorker) => worker.crash()],
    ['messageerror', (worker: FakeWorker) => worker.garble()],
  ] as const) {
    test(`replaces a worker on ${event} at once, and gives up on the second`, async () => {
      const { run, all } = setUp();
      const running = run();
      fire(all[0]!);
      expect(all[0]!.isTerminated).toBe(true);
      expect(sent(all[1]!)).toEqual([1]);
      fire(all[1]!);
      expect(await outcome(running)).toMatchObject({ rejected: { name: 'WorkerFailure', fault: 'crashed' } });
    });
  }

  test('ignores the late result of a replaced worker', async () => {
    const { run, all, timers } = setUp();
    const running = run();
    timers.advance(10);
    finish(all[0]!);
    all[0]!.crash();
    expect(await outcome(running)).toBe('pending');
    expect(all).toHaveLength(2);
    finish(all[1]!);
    expect(await outcome(running)).toEqual(onePrint);
  });

  test('blames only the job that ran: those set aside keep both their tries', async () => {
    const { run, all, timers } = setUp();
    const aside = run({ priority: 'background' });
    const poison = run({ priority: 'coarse' });
    timers.advance(20);
    expect(await outcome(poison)).toMatchObject({ rejected: { fault: 'silent' } });
    expect(await outcome(aside)).toBe('pending');
    timers.advance(10);
    expect(await outcome(aside)).toBe('pending');
    timers.advance(10);
    expect(await outcome(aside)).toMatchObject({ rejected: { fault: 'silent' } });
    expect(all).toHaveLength(4);
  });

  test('gives a new worker half a minute for its first word, and no more', () => {
    const { run, all, timers } = setUp({ startSeconds: 30 });
    void run();
    timers.advance(29);
    expect(all).toHaveLength(1);
    timers.advance(1);
    all[1]!.say({ kind: 'alive' });
    timers.advance(9);
    expect(all).toHaveLength(2);
    timers.advance(1);
    expect(all[1]!.isTerminated).toBe(true);
  });

  test('waits two seconds only for a worker all of whose jobs were abandoned', () => {
    const { run, all, timers } = setUp();
    const abort = new AbortController();
    void run({ signal: abort.signal });
    void run();
    all[0]!.say({ kind: 'alive' });
    abort.abort();
    timers.advance(1);
    expect(all).toHaveLength(1);
    timers.advance(1);
    expect(all[0]!.isTerminated).toBe(true);
    expect(sent(all[1]!)).toEqual([2]);
  });

  test('replaces a worker that hangs in a cancelled job, without running that again', async () => {
    const { run, all, timers } = setUp();
    const abort = new AbortController();
    void run({ signal: abort.signal });
    const next = run();
    abort.abort();
    timers.advance(10);
    expect(sent(all[1]!)).toEqual([2]);
    finish(all[1]!);
    expect(await outcome(next)).toEqual(onePrint);
  });

  test('does not blame workers for an hour that this page was asleep', async () => {
    vi.useFakeTimers();
    try {
      const workers = createFakeWorkers();
      const pool = createPool({ createWorker: workers.create, size: 1 });
      const running = pool.run('prints', nothing);
      vi.setSystemTime(Date.now() + 3_600_000);
      vi.advanceTimersToNextTimer();
      expect(workers.all[0]!.isTerminated).toBe(false);
      finish(workers.all[0]!);
      expect(await running).toEqual(onePrint);
      pool.dispose();
    } finally {
      vi.useRealTimers();
    }
  });

  test('rejects each job when the browser starts no worker, and tries anew with the next', async () => {
    const workers = createFakeWorkers();
    let isRefused = true;
    const pool = createPool({
      size: 1,
      createWorker: () => {
        if (isRefused) throw new TypeError('refused by policy');
        return workers.create();
      },
    });
    expect(await outcome(pool.run('prints', nothing))).toMatchObject({
      rejected: { name: 'WorkerFailure', fault: 'not started', cause: { message: 'refused by policy' } },
    });
    isRefused = false;
    const next = pool.run('prints', nothing);
    finish(workers.all[0]!);
    expect(await outcome(next)).toEqual(onePrint);
    pool.dispose();
  });
});

describe('createPool, at rest', () => {
  test('ends idle workers after a minute, all but one', () => {
    const { run, all, timers } = setUp({ size: 3 });
    for (let i = 0; i < 3; i++) void run();
    for (const worker of all) finish(worker);
    timers.advance(59);
    expect(all.filter((worker) => worker.isTerminated)).toHaveLength(0);
    timers.advance(1);
    expect(all.filter((worker) => worker.isTerminated)).toHaveLength(2);
    timers.advance(600);
    expect(all.filter((worker) => worker.isTerminated)).toHaveLength(2);
    expect(timers.waiting).toHaveLength(0);
  });

  test('keeps a worker that got work in that minute', () => {
    const { run, all, timers } = setUp({ size: 2 });
    void run();
    void run();
    for (const worker of all) finish(worker);
    timers.advance(50);
    void run();
    timers.advance(9);
    for (const worker of all) worker.say({ kind: 'alive' });
    timers.advance(5);
    expect(all.map((worker) => worker.isTerminated)).toEqual([false, true]);
  });

  test('dispose ends everything, rejects what is pending, and may come twice', async () => {
    const { pool, run, all, timers } = setUp();
    const running = run();
    const waiting = run();
    pool.dispose();
    pool.dispose();
    for (const each of [running, waiting]) {
      expect(await outcome(each)).toMatchObject({ rejected: { name: 'AbortError' } });
    }
    expect(all[0]!.isTerminated).toBe(true);
    expect(timers.waiting).toHaveLength(0);
    expect(await outcome(run())).toMatchObject({ rejected: { name: 'TypeError' } });
  });
});
