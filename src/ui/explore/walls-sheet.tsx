import { Sheet } from '../sheets/sheet.tsx';
import { Strip } from './strip.tsx';

/** The strip, where there is no room for it beside the wall. */
export function WallsSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet label="Generations" class="walls-sheet" onClose={onClose}>
      <h2>Generations</h2>
      <Strip onChoose={onClose} />
    </Sheet>
  );
}
