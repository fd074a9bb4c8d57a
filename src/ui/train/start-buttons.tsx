import type { ShownTraining, TrainingRoom } from '#studio/training-room.ts';
import { Button } from '../parts/button.tsx';

export function StartButtons({ room, training }: { room: TrainingRoom; training: ShownTraining }) {
  const isRunning = room.isRunning.value;
  const { state } = training;
  const whyNot = room.whyNotStart.value;
  return (
    <div class="train-buttons">
      {isRunning ? (
        <Button kind="primary" keyCap="P" onPress={room.actions.pause}>
          Pause
        </Button>
      ) : (
        <Button
          kind="primary"
          keyCap="P"
          whyNot={whyNot}
          describedBy="train-why-not"
          onPress={room.actions.start}
        >
          {state === null ? 'Start' : 'Go on'}
        </Button>
      )}
      <Button whyNot={whyNot} onPress={() => void room.actions.step()}>
        One step
      </Button>
      {state !== null && !isRunning && (
        <Button kind="quiet" onPress={room.actions.startOver}>
          Start over
        </Button>
      )}
      {whyNot !== null && (
        <p id="train-why-not" class="train-hint">
          {whyNot}
        </p>
      )}
    </div>
  );
}
