import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { View } from '#core/cppn/view.ts';
import type { EaselState } from '#studio/studio.ts';
import { layout } from '../layout.ts';
import './easel-side.css';
import { EaselTabs } from './easel-tabs.tsx';
import { BreedFrom, Label, LabelButtons } from './label.tsx';
import { Network } from './network.tsx';
import { OneStepAway } from './one-step-away.tsx';
import { useEditing } from './use-editing.ts';

const boxes = {
  wide: { widthPx: 492, heightPx: 374, discPx: 32, pitchPx: 60 },
  medium: { widthPx: 380, heightPx: 300, discPx: 26, pitchPx: 44 },
} as const;

/** Beside the canvas: the wall label, the network, what can be changed, and what lies one step away. */
export function EaselSide({ easel, view }: { easel: EaselState; view: Signal<View> }) {
  const editing = useEditing();
  const genome = editing?.genome.value ?? easel.artwork.genome;
  // A drag changes the genome many times a second: what is costly follows once the hand lets go.
  const stored = easel.artwork.genome;
  const root = useRef<HTMLDivElement>(null);
  const isNarrow = layout.value === 'narrow';
  useShrinkingCanvas(root, isNarrow);

  return (
    <div class="side-body" ref={root}>
      <Label easel={easel} view={view} hasButtons={!isNarrow} />
      {editing !== null && !isNarrow && (
        <Network genome={genome} editing={editing} box={boxes[layout.value === 'wide' ? 'wide' : 'medium']} />
      )}
      {editing !== null && <EaselTabs easel={easel} genome={genome} editing={editing} />}
      {editing !== null && !isNarrow && (
        <OneStepAway genome={stored} editing={editing}>
          <BreedFrom artwork={easel.artwork} />
        </OneStepAway>
      )}
      {isNarrow && <LabelButtons easel={easel} view={view} />}
    </div>
  );
}

/** On a phone the sheet rises over the canvas: what is left of it shows its middle. */
function useShrinkingCanvas(root: { readonly current: HTMLElement | null }, isNarrow: boolean): void {
  useEffect(() => {
    const scroller = root.current?.closest<HTMLElement>('.easel-side');
    const { style } = document.documentElement;
    if (!isNarrow || scroller === null || scroller === undefined) return undefined;
    const follow = () => style.setProperty('--risen', `${scroller.scrollTop}px`);
    follow();
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => {
      scroller.removeEventListener('scroll', follow);
      style.removeProperty('--risen');
    };
  }, [isNarrow]);
}
