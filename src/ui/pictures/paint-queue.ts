import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest } from '#core/cppn/pixels.ts';
import type { Studio } from '#studio/studio.ts';

export interface PaintQueue {
  /** Lower ranks are painted first. Rejects with the signal's reason when aborted. */
  paint(genome: Genome, request: PaintRequest, rank: number, signal: AbortSignal): Promise<ImageBitmap>;
  dispose(): void;
}

interface Waiting {
  readonly rank: number;
  readonly order: number;
  readonly start: () => void;
}

export interface PaintQueueOptions {
  readonly runningLimit?: number;
  readonly page?: Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>;
}

/**
 * Decides what is painted next: whatever is on screen asks here, and `runningLimit` requests are under way at a time. While the
 * page is hidden none is begun.
 */
export function createPaintQueue(
  paint: Studio['paint'],
  { runningLimit = 4, page = document }: PaintQueueOptions = {},
): PaintQueue {
  const waiting: Waiting[] = [];
  let runningCount = 0;
  let order = 0;
  let isDisposed = false;

  const startNext = () => {
    while (runningCount < runningLimit && waiting.length > 0 && !page.hidden) waiting.shift()!.start();
  };
  page.addEventListener('visibilitychange', startNext);

  return {
    paint: (genome, request, rank, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted || isDisposed) return reject(signal.reason ?? disposed());
        const entry: Waiting = {
          rank,
          order: order++,
          start: () => {
            signal.removeEventListener('abort', leave);
            runningCount++;
            paint(genome, request, signal)
              .then(resolve, reject)
              .finally(() => {
                runningCount--;
                startNext();
              });
          },
        };
        const leave = () => {
          const at = waiting.indexOf(entry);
          if (at >= 0) waiting.splice(at, 1);
          reject(signal.reason);
        };
        signal.addEventListener('abort', leave, { once: true });
        const behind = waiting.findIndex((other) => other.rank > rank);
        waiting.splice(behind < 0 ? waiting.length : behind, 0, entry);
        // All of one turn are ranked before the first of them starts.
        queueMicrotask(startNext);
      }),
    dispose: () => {
      isDisposed = true;
      waiting.length = 0;
      page.removeEventListener('visibilitychange', startNext);
    },
  };
}

const disposed = () => new DOMException('The pictures were disposed.', 'AbortError');
