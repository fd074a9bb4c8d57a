import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { ShownTraining, TrainingRoom } from '#studio/training-room.ts';
import { density, layout } from '../layout.ts';
import { Button } from '../parts/button.tsx';
import { useSize } from '../pictures/use-size.ts';
import { PointsBar } from './points-bar.tsx';
import { PointsPlane } from './points-plane.tsx';
import { RgbCanvas } from './rgb-canvas.tsx';
import { TrainedPicture } from './trained-picture.tsx';

/** What is shown to the network, and what it makes of it. */
export function Pair({
  room,
  training,
  isPaused,
}: {
  room: TrainingRoom;
  training: ShownTraining;
  isPaused: boolean;
}) {
  const { target, state } = training;
  const own = useSignal(0);
  const box = useRef<HTMLDivElement>(null);
  const { widthPx } = useSize('train-pair', box, layout.value).value;
  const epoch = state?.epoch ?? 0;
  const shape = target.kind === 'picture' ? target : { widthPx: 1, heightPx: 1 };
  const scale = (widthPx * density()) / Math.max(shape.widthPx, shape.heightPx);
  // It is painted several times a second: a large screen sees it a little softer.
  const limit = room.isRunning.value ? Math.min(1, 400 / (widthPx * density() || 1)) : 1;
  const size = {
    widthPx: Math.round(shape.widthPx * scale * limit),
    heightPx: Math.round(shape.heightPx * scale * limit),
  };
  const what = target.kind === 'picture' ? target.title : `its decisions on ${target.title}`;
  const bar = target.kind === 'points' && (
    <PointsBar room={room} target={target} own={own.value} onOwn={(kind) => (own.value = kind)} />
  );
  return (
    <div class="train-pair">
      <figure>
        <div class="train-frame" ref={box}>
          {target.kind === 'picture' ? (
            <RgbCanvas
              widthPx={target.widthPx}
              heightPx={target.heightPx}
              bytes={target.rgb}
              label={`The target: ${target.title}`}
            />
          ) : (
            <>
              <PointsPlane room={room} target={target} own={own.value} />
              {layout.value !== 'narrow' && bar}
            </>
          )}
        </div>
        <figcaption>
          <span>
            {target.kind === 'picture' ? 'The target' : 'The points'}, <bdi>{target.title}</bdi>
            {target.kind === 'points' &&
              target.axes !== null &&
              `: across, ${target.axes[0]}; down, ${target.axes[1]}`}
          </span>
        </figcaption>
      </figure>
      <figure>
        <div class="train-frame">
          <TrainedPicture
            training={training}
            weights={state?.weights ?? null}
            size={size}
            isWanted={!isPaused}
            label={`The network after ${epoch} epochs: ${what}`}
          />
          {target.kind === 'points' && <PointsPlane room={room} target={target} own={null} />}
        </div>
        <figcaption>
          <span>{state === null ? 'The network, not trained yet' : `The network, epoch ${epoch}`}</span>
          <Button
            kind="quiet"
            whyNot={state === null ? 'It has learned nothing yet.' : null}
            onPress={() => void room.actions.takeToEasel()}
          >
            Take to the easel
          </Button>
        </figcaption>
      </figure>
      {layout.value === 'narrow' && bar}
    </div>
  );
}
