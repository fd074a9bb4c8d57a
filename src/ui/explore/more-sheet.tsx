import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../sheets/sheet.tsx';
import { OpenFileButton } from '../shell/open-file-button.tsx';
import { ChangeDial, WildDial } from './dials.tsx';

/** On narrow screens: the dials and acts that the bench has no room for. */
export function MoreSheet({ onClose }: { onClose: () => void }) {
  const { studio } = useUi();
  return (
    <Sheet label="More" onClose={onClose}>
      <WildDial />
      <ChangeDial />
      <div class="row-of-buttons">
        <Button
          onPress={() => {
            onClose();
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
        <Button
          onPress={() => {
            onClose();
            studio.actions.openSheet('menu');
          }}
        >
          Menu
        </Button>
      </div>
    </Sheet>
  );
}
