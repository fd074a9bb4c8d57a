import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Editing } from '#studio/editing.ts';
import { useUi } from '../context.ts';

/** What changes the artwork on the easel; null until it is loaded. */
export function useEditing(): Editing | null {
  const { studio } = useUi();
  const editing = useSignal<Editing | null>(null);
  useEffect(() => {
    let isGone = false;
    void studio.loadEditing().then((loaded) => {
      if (!isGone) editing.value = loaded;
    });
    return () => {
      isGone = true;
    };
  }, []);
  return editing.value;
}
