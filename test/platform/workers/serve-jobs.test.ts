import { describe, expect, test } from 'vitest';
import { type PaintRequest, wholeRegion } from '#core/cppn/pixels.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { lateJob } from '#platform/workers/late-job.ts';
import type { FromWorker, ToWorker } from '#platform/workers/messages.ts';
import { type ServedWork, serveJobs } from '#platform/workers/serve-jobs.ts';

/** A worker whose clock moves only while a job works, and whose loop turns only when told. */
function setUp() {
  let nowMs = 0;
  const turns: (() => void)[] = [];
  const beats = new Set<() => void>();
  const posted: FromWorker[] = [];
  /** Which job worked, step by step. */
  const trace: string[] = [];
  /** Set by a test: what the next `prints` job does, instead of 100 steps of 4 ms. */
  const plan: { prints?: ServedWork['prints'] } = {};

  function* steps<T>(name: string, output: T): Generator<number, T> {
    for (let step = 0; step < 100; step++) {
      trace.push(name);
      nowMs += 4;
      yield step / 100;
    }
    return output;
  }
  const unused = () => {
    throw new Error('not part of this test');
  };
  const receive = serveJobs(
    {
      paint: unused,
      painters: unused,
      openGpu: unused,
      paintOnGpu: unused,
      readPixels: unused,
      firstWall: unused,
      propose: unused,
      ask: unused,
      measure: unused,
      learn: unused,
      guess: unused,
      explain: unused,
      score: unused,
      train: unused,
      examine: unused,
      packStrip: unused,
      openPicture: unused,
      openFile: function* openFile(file, signal) {
        yield 0;
        signal.addEventListener('abort', () => trace.push('file let go'));
        return file.text().then(() => ({ kind: 'refused', code: 'empty', sentence: '' }) as const);
      },
      describe: () => steps('describe', { title: '', altText: '', print: new Float32Array() }),
      prints: (input, signal) => plan.prints?.(input, signal) ?? steps('prints', []),
    },
    {},
    {
      post: (message) => posted.push(structuredClone(message)),
      now: () => nowMs,
      giveWay: (callback) => turns.push(callback),
      every: (_milliseconds, callback) => {
        beats.add(callback);
        return () => beats.delete(callback);
      },
    },
  );
  /** Lets the worker's loop turn, until it has nothing to do or `most` times. */
  const turn = (most: number) => {
    for (let i = 0; i < most; i++) turns.shift()?.();
  };
  return { receive, turn, posted, trace, turns, beats, plan };
}

const run = (id: number, rank: number): ToWorker => ({
  kind: 'run',
  id,
  name: 'prints',
  input: [],
  rank,
});
const empty = Uint8Array.of();
const genome = sampleGenome('orchard', 1);
const size = { widthPx: 4, heightPx: 4 };
const request: PaintRequest = {
  size,
  region: wholeRegion(size),
  view: wholeView,
  samples: 1,
  grain: 'pixel',
  dither: false,
};
const settled = () => new Promise((done) => setImmediate(done));

describe('serveJobs', () => {
  test('works 8 ms at a turn, tells ten times a second how far it is, and posts the result', async () => {
    const { receive, turn, posted, trace } = setUp();
    receive(run(1, 0));
    expect(trace).toEqual([]);
    turn(1);
    expect(trace).toEqual(['prints', 'prints']);
    turn(60);
    await settled();
    expect(posted).toEqual([
      { kind: 'progress', id: 1, progress: 0.24 },
      { kind: 'progress', id: 1, progress: 0.49 },
      { kind: 'progress', id: 1, progress: 0.74 },
      { kind: 'progress', id: 1, progress: 0.99 },
      { kind: 'done', id: 1, output: [] },
    ]);
  });

  test('leaves a cancelled job within one slice and says so', async () => {
    const { receive, turn, posted, trace, turns } = setUp();
    receive(run(1, 0));
    turn(3);
    receive({ kind: 'cancel', id: 1 });
    turn(10);
    expect(trace).toEqual(Array(6).fill('prints'));
    await settled();
    expect(posted).toEqual([{ kind: 'stopped', id: 1 }]);
    expect(turns).toHaveLength(0);
  });

  test('sets a job aside for a more urgent one and takes it up again', async () => {
    const { receive, turn, posted, trace } = setUp();
    receive(run(1, 20));
    turn(1);
    receive({ kind: 'run', id: 2, name: 'describe', input: genome, rank: 0 });
    turn(200);
    await settled();
    const inOrder = [2, 100, 98].flatMap((count, i) => Array(count).fill(i === 1 ? 'describe' : 'prints'));
    expect(trace).toEqual(inOrder);
    expect(posted.filter(({ kind }) => kind === 'done').map((done) => 'id' in done && done.id)).toEqual([
      2, 1,
    ]);
  });

  test('says that it is alive while there is work, and is quiet after', async () => {
    const { receive, turn, posted, beats } = setUp();
    expect(beats.size).toBe(0);
    receive(run(1, 0));
    receive(run(2, 0));
    expect(beats.size).toBe(1);
    for (const beat of beats) beat();
    expect(posted).toEqual([{ kind: 'alive' }]);
    turn(200);
    await settled();
    expect(beats.size).toBe(0);
  });

  test('posts a failure with the words of the error and goes on', async () => {
    const { receive, turn, posted, plan } = setUp();
    // biome-ignore lint/correctness/useYield: it fails before the first step
    plan.prints = function* prints() {
      throw new RangeError('Layer expects 6 inputs, got 5.');
    };
    receive(run(1, 0));
    turn(1);
    delete plan.prints;
    receive(run(2, 0));
    turn(60);
    await settled();
    expect(posted[0]).toEqual({ kind: 'failed', id: 1, message: 'Layer expects 6 inputs, got 5.' });
    expect(posted.at(-1)).toMatchObject({ kind: 'done', id: 2 });
  });

  test('fails a job whose result cannot be sent', async () => {
    const { receive, turn, posted, plan } = setUp();
    plan.prints = function* prints() {
      return Object.assign([], { method: () => 0 });
    };
    receive(run(1, 0));
    turn(1);
    await settled();
    expect(posted).toMatchObject([{ kind: 'failed', id: 1 }]);
  });

  test('fails a job whose start throws', () => {
    const { receive, turn, posted } = setUp();
    receive({ kind: 'run', id: 1, name: 'readPixels', input: { genome, request }, rank: 0 });
    turn(1);
    expect(posted).toEqual([{ kind: 'failed', id: 1, message: 'not part of this test' }]);
  });

  test('waits for a job that ends in a promise, working on others meanwhile', async () => {
    const { receive, turn, posted, trace } = setUp();
    receive({ kind: 'run', id: 1, name: 'openFile', input: new File([empty], 'x'), rank: 0 });
    receive(run(2, 10));
    turn(3);
    expect(trace).not.toEqual([]);
    await settled();
    await settled();
    expect(posted).toMatchObject([{ kind: 'done', id: 1, output: { code: 'empty' } }]);
  });

  test('sets a job aside while its code comes, which it does once', async () => {
    const { receive, turn, posted, trace, plan } = setUp();
    let loadCount = 0;
    let arrive = () => {};
    plan.prints = lateJob(async () => {
      loadCount++;
      await new Promise<void>((done) => (arrive = done));
      return function* () {
        trace.push('late');
        yield 0.5;
        return [];
      };
    });
    receive(run(1, 0));
    receive({ kind: 'run', id: 2, name: 'describe', input: genome, rank: 10 });
    turn(2);
    expect(trace).toEqual(['describe', 'describe']);
    arrive();
    await settled();
    turn(2);
    await settled();
    expect(posted).toEqual([{ kind: 'done', id: 1, output: [] }]);
    receive(run(3, 0));
    turn(2);
    await settled();
    expect(posted).toContainEqual({ kind: 'done', id: 3, output: [] });
    expect(loadCount).toBe(1);
  });

  test('fails a job whose code does not come', async () => {
    const { receive, turn, posted, plan } = setUp();
    plan.prints = lateJob(() => Promise.reject(new Error('offline')));
    receive(run(1, 0));
    turn(1);
    await settled();
    expect(posted).toEqual([{ kind: 'failed', id: 1, message: 'offline' }]);
  });

  test('posts nothing of a promise that was cancelled while awaited', async () => {
    const { receive, turn, posted, beats, trace } = setUp();
    receive({ kind: 'run', id: 1, name: 'openFile', input: new File([empty], 'x'), rank: 0 });
    turn(2);
    receive({ kind: 'cancel', id: 1 });
    await settled();
    await settled();
    expect(posted).toEqual([{ kind: 'stopped', id: 1 }]);
    expect(trace).toEqual(['file let go']);
    expect(beats.size).toBe(0);
  });

  test('says nothing to a cancel of what has ended or never was', async () => {
    const { receive, turn, posted } = setUp();
    receive(run(1, 0));
    turn(60);
    await settled();
    const saidCount = posted.length;
    receive({ kind: 'cancel', id: 1 });
    receive({ kind: 'cancel', id: 77 });
    expect(posted).toHaveLength(saidCount);
  });
});
