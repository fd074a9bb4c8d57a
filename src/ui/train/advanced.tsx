import { useSignal } from '@preact/signals';
import {
  trainingLimits as limits,
  optimizerNames,
  type TrainingSettings,
} from '#core/cppn/training-settings.ts';
import type { Controls, ControlValue } from '#platform/sketch/controls.ts';
import { ControlPanel } from '../parts/control-panel.tsx';

const number = (label: string, [min, max]: readonly [number, number], decimals: number) =>
  ({ kind: 'number', label, min, max, step: 10 ** -decimals, default: min }) as const;

const controls = {
  optimizer: { kind: 'choice', label: 'Rule', options: [...optimizerNames], default: 'adam' },
  beta1: number('Beta 1', limits.beta1, 3),
  beta2: number('Beta 2', limits.beta2, 4),
  momentum: number('Momentum', limits.momentum, 3),
  rho: number('Decay', limits.rho, 3),
  weightDecay: number('Weight decay', limits.weightDecay, 3),
  clipNorm: number('Gradient clip, 0 for none', limits.clipNorm, 1),
  easing: number('Rate sinks over, 0 for steady', limits.easing, 2),
} as const satisfies Controls;

/** The finer values of the rule that moves the weights. */
export function Advanced({
  settings,
  onChange,
}: {
  settings: TrainingSettings;
  onChange: (changes: Partial<TrainingSettings>) => void;
}) {
  const isOpen = useSignal(false);
  const hear = (name: string, value: ControlValue, isSettled: boolean) => {
    if (!isSettled) return;
    if (name === 'optimizer') {
      const optimizer = optimizerNames.find((known) => known === value);
      if (optimizer !== undefined) onChange({ optimizer });
    } else onChange({ advanced: { ...settings.advanced, [name]: Number(value) } });
  };
  return (
    <details class="train-advanced" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>Finer values of the optimiser</summary>
      {isOpen.value && (
        <ControlPanel
          label="Finer values of the optimiser"
          controls={controls}
          values={{ ...settings.advanced, optimizer: settings.optimizer }}
          onChange={hear}
        />
      )}
    </details>
  );
}
