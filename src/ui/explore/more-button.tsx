import { useSignal } from '@preact/signals';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../sheets/sheet.tsx';
import { OpenFileButton } from '../shell/open-file-button.tsx';
import { ChangeDial, WildDial } from './dials.tsx';

/** On narrow screens: the dials and acts that the bench has no room for. */
export function MoreButton() {
  const { studio } = useUi();
  const isOpen = useSignal(false);
  const close = () => (isOpen.value = false);
  return (
    <>
      <Button kind="quiet" class="more" onPress={() => (isOpen.value = true)}>
        More
      </Button>
      {isOpen.value && (
        <Sheet label="More" onClose={close}>
          <WildDial />
          <ChangeDial />
          <div class="row-of-buttons">
            <Button
              onPress={() => {
                close();
                void studio.actions.newSeeds();
              }}
            >
              New seeds
            </Button>
            <Button
              whyNot={studio.history.redo.value === null ? 'Nothing to redo.' : null}
              onPress={() => void studio.actions.redo()}
            >
              Redo
            </Button>
            <OpenFileButton kind="plain" />
          </div>
        </Sheet>
      )}
    </>
  );
}
