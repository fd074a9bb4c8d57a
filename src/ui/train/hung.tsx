import type { Milestone } from '#core/nn/run.ts';
import type { ShownTraining, TrainingRoom } from '#studio/training-room.ts';
import { density } from '../layout.ts';
import type { ChartBox } from './chart-scales.ts';
import { count } from './numbers.ts';
import { TrainedPicture } from './trained-picture.tsx';

interface HungProps {
  readonly room: TrainingRoom;
  readonly training: ShownTraining;
  readonly milestone: Milestone;
  readonly at: { readonly x: number; readonly y: number };
  readonly sidePx: number;
  readonly box: ChartBox;
  readonly isWanted: boolean;
}

/** One of the network's own pictures, under its point or, where there is no room, over it; it can be taken to the easel. */
export function Hung({ room, training, milestone, at, sidePx, box, isWanted }: HungProps) {
  const { target } = training;
  const ratio = target.kind === 'picture' ? target.heightPx / target.widthPx : 1;
  const widthPx = ratio <= 1 ? sidePx : Math.round(sidePx / ratio);
  const heightPx = Math.round(widthPx * ratio);
  const gap = 18;
  const isOver = at.y + gap + heightPx + 16 > box.heightPx;
  const left = Math.max(0, Math.min(box.widthPx - widthPx, at.x - Math.min(16, widthPx / 2)));
  const top = isOver ? Math.max(0, at.y - gap - heightPx) : at.y + gap;
  const scale = density();
  const { epoch } = milestone;
  return (
    <button
      type="button"
      class={isOver ? 'hung over' : 'hung'}
      style={{ left: `${left}px`, top: `${top}px`, width: `${widthPx}px` }}
      aria-label={`The network after ${count(epoch, 'epoch', 'epochs')}. Take it to the easel.`}
      title="Take it to the easel"
      onClick={() => void room.actions.takeToEasel(milestone)}
    >
      <span class="hung-frame" style={{ height: `${heightPx}px` }}>
        <TrainedPicture
          training={training}
          weights={milestone.weights}
          size={{ widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) }}
          isKept
          isWanted={isWanted}
        />
      </span>
      <span class="hung-epoch">{epoch === 1 ? 'epoch 1' : epoch}</span>
    </button>
  );
}
