import { useLayoutEffect } from 'preact/hooks';
import type { EaselAct } from '#studio/studio.ts';
import { useUi } from '../context.ts';

/** Lets a key do it, as long as the view is there; null: not now. */
export function useEaselAct(name: EaselAct, act: (() => void) | null): void {
  const { studio } = useUi();
  useLayoutEffect(() => {
    if (act === null) return undefined;
    studio.easelActs.set(name, act);
    return () => {
      if (studio.easelActs.get(name) === act) studio.easelActs.delete(name);
    };
  });
}
