import { useEffect } from 'preact/hooks';
import type { TrainingRoom } from '#studio/training-room.ts';
import { useUi } from '../context.ts';
import { layout } from '../layout.ts';
import { Controls } from './controls.tsx';
import { LossChart } from './loss-chart.tsx';
import { NarrowBar } from './narrow-bar.tsx';
import { Pair } from './pair.tsx';
import { saveWhenHidden } from './save-when-hidden.ts';
import { Steps } from './steps.tsx';
import { StillWrong } from './still-wrong.tsx';
import './train.css';
import './network-editor.css';
import './pair.css';
import './loss-chart.css';
import './steps.css';
import './train-narrow.css';

/** One training: what it learns from and how, what it makes of it, and the loop once around. */
export function Train({ isCovered, isPaused }: { isCovered: boolean; isPaused: boolean }) {
  const { studio } = useUi();
  const room = studio.training.room.value;
  useEffect(() => {
    studio.training.open().then(saveWhenHidden, () => {});
  }, [studio]);
  return (
    <div class="train" inert={isCovered} aria-busy={room === null || room.training.value === null}>
      <h1 class="sr-only">Train</h1>
      {room !== null && <Room room={room} isPaused={isPaused} />}
    </div>
  );
}

function Room({ room, isPaused }: { room: TrainingRoom; isPaused: boolean }) {
  const training = room.training.value;
  if (training === null) return null;
  return (
    <>
      {layout.value === 'narrow' ? (
        <NarrowBar room={room} training={training} />
      ) : (
        <section class="train-controls" aria-label="What it learns, and how">
          <Controls room={room} training={training} />
        </section>
      )}
      <div class="train-middle">
        <Pair room={room} training={training} isPaused={isPaused} />
        <LossChart room={room} training={training} isPaused={isPaused} />
      </div>
      <section class="train-side" aria-label="The loop">
        <Steps training={training} />
        <StillWrong room={room} training={training} />
      </section>
    </>
  );
}
