import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { createRoom } from '#platform/storage/room.ts';
import { sizeWords } from '#studio/size-words.ts';
import type { Space } from '#studio/studio.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from './sheet.tsx';
import './space-sheet.css';

/** What takes room on this device, the largest first, and what of it can go. */
export function SpaceSheet() {
  const { studio } = useUi();
  const room = useMemo(createRoom, []);
  const space = useSignal<Space | null>(null);
  const measure = async () => {
    space.value = await studio.actions.measureSpace(room);
    // Why is said under the sheet.
    if (space.value === null && studio.sheet.peek() === 'space') studio.actions.closeSheet();
  };
  useEffect(() => void measure(), []);
  const total = space.value?.total ?? null;
  return (
    <Sheet label="What takes space" class="space-sheet" onClose={studio.actions.closeSheet}>
      <h2>What takes space</h2>
      <p class="hint" role="status">
        {space.value === null
          ? 'Looking.'
          : total === null
            ? 'This browser does not say how much room there is.'
            : `${sizeWords(total.usedBytes)} of the ${sizeWords(total.limitBytes)} this browser allows.`}
      </p>
      <ul class="space-rows">
        {space.value?.rows.map(({ words, bytes, letGo }) => (
          <li key={words}>
            <span>{words}</span>
            <span class="space-size">about {sizeWords(bytes)}</span>
            {letGo !== null && (
              <Button
                onPress={() => {
                  void letGo.run().then(measure);
                }}
              >
                {letGo.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {space.value?.rows.length === 0 && <p>Nothing is kept here yet.</p>}
      <div class="row-of-buttons">
        <Button onPress={studio.actions.closeSheet}>Close</Button>
      </div>
    </Sheet>
  );
}
