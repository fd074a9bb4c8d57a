import type { Signal } from '@preact/signals';
import * as late from '../late.tsx';
import { Button } from '../parts/button.tsx';

/** Opens the rest of the bench, on narrow screens. */
export function MoreButton({ isOpen }: { isOpen: Signal<boolean> }) {
  return (
    <>
      <Button kind="quiet" class="more" onPress={() => (isOpen.value = true)}>
        More
      </Button>
      {isOpen.value && <late.moreSheet.View onClose={() => (isOpen.value = false)} />}
    </>
  );
}
