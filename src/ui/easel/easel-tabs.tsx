import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { Genome } from '#core/cppn/genome.ts';
import type { Editing } from '#studio/editing.ts';
import type { EaselState } from '#studio/studio.ts';
import { layout } from '../layout.ts';
import { capNow } from '../shell/caps.ts';
import { CoordinatesTab } from './coordinates-tab.tsx';
import { FineTune } from './fine-tune.tsx';
import { FinishTab } from './finish-tab.tsx';
import { KeyCap } from './key-cap.tsx';
import { LoopTab } from './loop-tab.tsx';
import { NetworkSheet } from './network-sheet.tsx';
import { PaletteTab } from './palette-tab.tsx';
import { useEaselAct } from './use-easel-act.ts';
import { WordsTab } from './words-tab.tsx';

const names = ['palette', 'network', 'coordinates', 'loop', 'finish', 'words'] as const;
type TabName = (typeof names)[number];

const words: Record<TabName, string> = {
  palette: 'Palette',
  network: 'Network',
  coordinates: 'Coordinates',
  loop: 'Loop',
  finish: 'Finish',
  words: 'Words',
};

interface EaselTabsProps {
  readonly easel: EaselState;
  readonly genome: Genome;
  readonly editing: Editing;
}

/** What can be changed, a tab each. `Fine-tune` lays all numbers over them in one pane. */
export function EaselTabs({ easel, genome, editing }: EaselTabsProps) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const chosen = useSignal<TabName>('palette');
  const isFine = useSignal(false);
  const isNarrow = layout.value === 'narrow';
  // Where there is room the network has a place of its own.
  const shown = names.filter((name) => isNarrow || name !== 'network');
  const tab = shown.includes(chosen.value) ? chosen.value : 'palette';

  useEaselAct('fine-tune', () => {
    isFine.value = !isFine.peek();
  });

  const choose = (name: TabName) => {
    chosen.value = name;
    isFine.value = false;
  };
  return (
    <section class="easel-tabs" aria-label="Change it">
      <div class="tab-row">
        <div
          class="tabs"
          role="tablist"
          aria-label="What to change"
          ref={row}
          onKeyDown={(event) => {
            const by = { ArrowRight: 1, ArrowLeft: -1, Home: -names.length, End: names.length }[event.key];
            if (by === undefined) return;
            event.preventDefault();
            event.stopPropagation();
            const at = Math.max(0, Math.min(shown.length - 1, shown.indexOf(tab) + by));
            choose(shown[at]!);
            row.current!.querySelectorAll<HTMLElement>('[role=tab]')[at]!.focus();
          }}
        >
          {shown.map((name) => (
            <button
              type="button"
              key={name}
              class="tab"
              role="tab"
              id={`${id}-${name}`}
              aria-controls={`${id}-panel`}
              aria-selected={name === tab && !isFine.value}
              tabIndex={name === tab ? 0 : -1}
              onClick={() => choose(name)}
            >
              {isNarrow && name === 'coordinates' ? 'Place' : words[name]}
            </button>
          ))}
        </div>
        <button
          type="button"
          class="tab fine-tune"
          aria-pressed={isFine.value}
          aria-keyshortcuts={capNow('t')}
          onClick={() => (isFine.value = !isFine.value)}
        >
          Fine-tune
          <KeyCap own="t" />
        </button>
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`}>
        {isFine.value ? (
          <FineTune genome={genome} editing={editing} />
        ) : (
          <Panel
            tab={tab}
            easel={easel}
            genome={genome}
            editing={editing}
            onClose={() => choose('palette')}
          />
        )}
      </div>
    </section>
  );
}

function Panel({
  tab,
  easel,
  genome,
  editing,
  onClose,
}: EaselTabsProps & { readonly tab: TabName; readonly onClose: () => void }) {
  switch (tab) {
    case 'palette':
      return <PaletteTab genome={genome} editing={editing} />;
    case 'network':
      return <NetworkSheet genome={genome} editing={editing} onClose={onClose} />;
    case 'coordinates':
      return <CoordinatesTab genome={genome} editing={editing} />;
    case 'loop':
      return <LoopTab genome={genome} editing={editing} />;
    case 'finish':
      return <FinishTab genome={genome} editing={editing} />;
    case 'words':
      return <WordsTab artwork={easel.artwork} isStored={easel.isStored} editing={editing} />;
    default:
      return tab satisfies never;
  }
}
