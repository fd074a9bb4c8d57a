import type { ComponentChildren } from 'preact';

interface ChipProps {
  readonly isOn: boolean;
  /** Where the children do not say it. */
  readonly label?: string;
  readonly whyNot?: string | null;
  readonly class?: string;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

/** On or off. */
export function Chip({ isOn, label, whyNot = null, onPress, children, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      class={['chip', rest.class].filter(Boolean).join(' ')}
      aria-pressed={isOn}
      aria-label={label}
      aria-disabled={whyNot !== null ? 'true' : undefined}
      title={whyNot ?? label}
      onClick={whyNot === null ? onPress : undefined}
    >
      {children}
    </button>
  );
}
