import { useSignal } from '@preact/signals';
import type { ShownTraining, TrainingRoom } from '#studio/training-room.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../sheets/sheet.tsx';
import { Controls, Trouble } from './controls.tsx';
import { StartButtons } from './start-buttons.tsx';

/** On narrow pages: the buttons at hand, everything else in a sheet. */
export function NarrowBar({ room, training }: { room: TrainingRoom; training: ShownTraining }) {
  const isOpen = useSignal(false);
  return (
    <section class="train-controls" aria-label="What it learns, and how">
      <div class="train-narrow">
        <StartButtons room={room} training={training} />
        <Button onPress={() => (isOpen.value = true)}>Settings</Button>
      </div>
      <Trouble room={room} training={training} />
      {isOpen.value && (
        <Sheet label="What it learns, and how" class="train-sheet" onClose={() => (isOpen.value = false)}>
          <Controls room={room} training={training} />
          <Button onPress={() => (isOpen.value = false)}>Close</Button>
        </Sheet>
      )}
    </section>
  );
}
