import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Controls, ControlValue } from '#platform/sketch/controls.ts';
import type { ControlPane } from '../control-pane.ts';
import { layout } from '../layout.ts';
import './controls.css';
import { controls as controlsSetting } from '../settings.ts';
import { PlainControls } from './plain-controls.tsx';

interface ControlPanelProps {
  /** What is set here, for whoever cannot see it. */
  readonly label: string;
  /** Another object draws another pane: keep it the same while it means the same. */
  readonly controls: Controls;
  readonly values: Readonly<Record<string, ControlValue>>;
  /** `isSettled` is false while something is still being dragged. */
  readonly onChange: (name: string, value: ControlValue, isSettled: boolean) => void;
}

/** Controls by hand: a pane, or plain inputs below 720 px, by setting, and where the pane did not load. */
export function ControlPanel({ label, ...props }: ControlPanelProps) {
  const isPaneLost = useSignal(false);
  const isPlain = layout.value === 'narrow' || controlsSetting.chosen.value === 'plain' || isPaneLost.value;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need its own look undone, and brings nothing more
    <div class="control-panel" role="group" aria-label={label}>
      {isPlain ? (
        <PlainControls {...props} />
      ) : (
        <PaneHolder {...props} onLost={() => (isPaneLost.value = true)} />
      )}
    </div>
  );
}

function PaneHolder({
  controls,
  values,
  onChange,
  onLost,
}: Omit<ControlPanelProps, 'label'> & { readonly onLost: () => void }) {
  const holder = useRef<HTMLDivElement>(null);
  const pane = useRef<ControlPane | null>(null);
  const latest = useRef({ values, onChange, onLost });
  latest.current = { values, onChange, onLost };

  useEffect(() => {
    let isGone = false;
    import('../control-pane.ts').then(
      ({ createControlPane }) => {
        if (isGone) return;
        pane.current = createControlPane(holder.current!, controls, latest.current.values, (...heard) =>
          latest.current.onChange(...heard),
        );
      },
      () => isGone || latest.current.onLost(),
    );
    return () => {
      isGone = true;
      pane.current?.dispose();
      pane.current = null;
    };
  }, [controls]);

  useEffect(() => pane.current?.show(values), [values]);
  return <div class="control-pane" ref={holder} />;
}
