import { useSignal } from '@preact/signals';
import { useUi } from '../context.ts';
import * as late from '../late.tsx';

/** `Generation 4`: opens the strip where there is no room for it. */
export function WallsButton() {
  const { studio } = useUi();
  const isOpen = useSignal(false);
  const shown = studio.explore.wall.value;
  if (shown === null) return null;
  return (
    <>
      <button
        type="button"
        class="button quiet walls-button"
        aria-haspopup="dialog"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = true)}
      >
        Generation {shown.wall.number}
      </button>
      {isOpen.value && <late.wallsSheet.View onClose={() => (isOpen.value = false)} />}
    </>
  );
}
