import { useEffect, useRef } from 'preact/hooks';
import type { Size } from '#core/cppn/pixels.ts';
import { trainedGenome } from '#core/cppn/trained-genome.ts';
import { buildTrainingNetwork } from '#core/cppn/training-settings.ts';
import { wholeView } from '#core/cppn/view.ts';
import { flattenWeights } from '#core/nn/run.ts';
import type { ShownTraining } from '#studio/training-room.ts';
import { useUi } from '../context.ts';
import { drawBitmap } from '../pictures/draw-bitmap.ts';
import { ranks, screenRequest } from '../pictures/pictures.ts';

interface TrainedPictureProps {
  readonly training: ShownTraining;
  /** Null for those of fresh weights. */
  readonly weights: Float32Array<ArrayBuffer> | null;
  /** Device pixels; nothing is painted while either is 0. */
  readonly size: Size;
  /** Once painted it stays: a milestone never changes. */
  readonly isKept?: boolean;
  readonly isWanted: boolean;
  readonly label?: string;
}

/** What the network says of every place. While it learns, the next is begun when the last is drawn: never a queue of them. */
export function TrainedPicture({
  training,
  weights,
  size,
  isKept = false,
  isWanted,
  label,
}: TrainedPictureProps) {
  const { pictures } = useUi();
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef({ training, weights, size });
  latest.current = { training, weights, size };
  const painting = useRef({ isUnderWay: false, isStale: false });
  const isEmpty = size.widthPx < 1 || size.heightPx < 1;

  const paint = async (signal: AbortSignal) => {
    const { current } = painting;
    if (current.isUnderWay) {
      current.isStale = true;
      return;
    }
    current.isUnderWay = true;
    try {
      do {
        current.isStale = false;
        const { training: at, weights: own, size: wanted } = latest.current;
        const { target, settings } = at;
        const genome = trainedGenome(
          target,
          settings,
          own ?? flattenWeights(buildTrainingNetwork(target, settings)),
        );
        const request = screenRequest(wanted, wholeView, isKept ? 2 : 1);
        const bitmap = await pictures.queue.paint(
          genome,
          request,
          isKept ? ranks.small : ranks.coarse,
          signal,
        );
        if (canvas.current !== null && !signal.aborted) drawBitmap(canvas.current, bitmap);
        bitmap.close();
      } while (current.isStale && !signal.aborted);
    } catch {
      // Let go of, or not painted: the last one stays.
    } finally {
      current.isUnderWay = false;
    }
  };

  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  useEffect(() => {
    if (isEmpty || !isWanted) return;
    stop.current ??= new AbortController();
    void paint(stop.current.signal);
  }, [isKept ? training.id : training, isKept ? null : weights, size.widthPx, size.heightPx, isWanted]);

  return (
    <canvas
      ref={canvas}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? 'true' : undefined}
    />
  );
}
