// The one kind of worker: the jobs, and the messages that ask for them.
import type { Pixels } from '#core/cppn/pixels.ts';
import { openPainters } from '#platform/render/painters.ts';
import { createCoreJobs } from '#platform/workers/core-jobs.ts';
import { lateJob } from '#platform/workers/late-job.ts';
import type { FromWorker, ToWorker } from '#platform/workers/messages.ts';
import { serveJobs } from '#platform/workers/serve-jobs.ts';

const painters = openPainters();
const loadTaste = async () =>
  (await import('#platform/workers/taste-jobs.ts')).createTasteJobs(painters.plain);
const loadTraining = async () => {
  const [{ createTrainJob }, { openGradients }] = await Promise.all([
    import('#platform/workers/training-jobs.ts'),
    import('#platform/training/open-gradients.ts'),
  ]);
  return createTrainJob(openGradients());
};
const loadGpu = async () =>
  (gpu ??= (await import('#platform/render/gpu-jobs.ts')).createGpuJobs(painters.screen()));
let gpu: ReturnType<typeof import('#platform/render/gpu-jobs.ts').createGpuJobs> | null = null;
/** What the last picture was painted to that did not leave this thread, when no other is under way. */
let spare: Pixels['data'] | null = null;
const gates = new MessageChannel();
const waiting: (() => void)[] = [];
gates.port1.onmessage = () => waiting.shift()?.();

const receive = serveJobs(
  {
    ...createCoreJobs(painters.plain),
    measure: lateJob(async () => (await loadTaste()).measure),
    learn: lateJob(async () => (await loadTaste()).learn),
    guess: lateJob(async () => (await loadTaste()).guess),
    explain: lateJob(async () => (await loadTaste()).explain),
    score: lateJob(async () => (await loadTaste()).score),
    train: lateJob(loadTraining),
    examine: lateJob(async () => (await import('#platform/workers/training-jobs.ts')).examineJob),
    openGpu: lateJob(async () => (await loadGpu()).openGpu),
    paintOnGpu: lateJob(async () => (await loadGpu()).paintOnGpu),
    packStrip: lateJob(async () => {
      const { packStrip } = await import('#core/formats/packed-strip.ts');
      return function* ({ genome, request }) {
        const lent = spare;
        spare = null;
        const pixels = yield* painters.plain(genome, request, lent);
        spare = pixels.data;
        return packStrip(pixels);
      };
    }),
    *painters() {
      yield 0;
      return painters.refusals;
    },
    *paint({ genome, request, by }) {
      const lent = spare;
      spare = null;
      const { data, widthPx, heightPx } = yield* painters.screen(by)(genome, request, lent);
      // Opaque, so neither option changes a byte; both save the browser a pass over the pixels.
      const bitmap = createImageBitmap(new ImageData(data, widthPx, heightPx), {
        premultiplyAlpha: 'none',
        colorSpaceConversion: 'none',
      });
      return bitmap
        .finally(() => {
          spare = data;
        })
        .then((bitmap) => ({ bitmap, short: [...painters.short] }));
    },
    *openFile(file, signal) {
      yield 0;
      return import('#platform/export/read-file.ts').then(({ readFile }) => readFile(file, { signal }));
    },
    *openPicture(file) {
      yield 0;
      return import('#platform/export/read-picture.ts').then(({ readPicture }) => readPicture(file));
    },
  },
  {
    paint: ({ bitmap }) => [bitmap],
    paintOnGpu: (painted) => (painted instanceof ImageBitmap ? [painted] : []),
    readPixels: ({ data }) => [data.buffer],
    packStrip: ({ bytes }) => [bytes.buffer],
  },
  {
    post: (message, transfer) => postMessage(message, transfer),
    now: () => performance.now(),
    // A turn of a channel: timers of nested calls would wait 4 ms each.
    giveWay: (callback) => {
      waiting.push(callback);
      gates.port2.postMessage(null);
    },
    every: (milliseconds, callback) => {
      const timer = setInterval(callback, milliseconds);
      return () => clearInterval(timer);
    },
  },
);

addEventListener('message', (event: MessageEvent<ToWorker>) => receive(event.data));
// The first word: from here on, silence means something.
postMessage({ kind: 'alive' } satisfies FromWorker);
