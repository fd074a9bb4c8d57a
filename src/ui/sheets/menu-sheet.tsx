import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { OpenFileButton } from '../shell/open-file-button.tsx';
import './menu-sheet.css';
import { Sheet } from './sheet.tsx';

/** What a narrow bar has no room for. */
export function MenuSheet() {
  const { studio } = useUi();
  const { openSheet, closeSheet, undo, redo } = studio.actions;
  return (
    <Sheet label="Menu" class="menu-sheet" onClose={closeSheet}>
      <div class="menu-buttons">
        <Button onPress={() => openSheet('find')}>Search or do anything</Button>
        <OpenFileButton kind="plain" />
        <Button
          whyNot={studio.history.undo.value === null ? 'Nothing to undo.' : null}
          onPress={() => void undo()}
        >
          Undo
        </Button>
        <Button
          whyNot={studio.history.redo.value === null ? 'Nothing to redo.' : null}
          onPress={() => void redo()}
        >
          Redo
        </Button>
        <Button onPress={() => openSheet('settings')}>Settings</Button>
        <Button onPress={() => openSheet('keys')}>Keys</Button>
      </div>
      <p class="hint">{studio.saving.value}</p>
    </Sheet>
  );
}
