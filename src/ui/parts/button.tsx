import type { ComponentChildren } from 'preact';

interface ButtonProps {
  readonly kind?: 'primary' | 'plain' | 'quiet';
  /** Shown as a cap; the key itself is bound in the table of commands. */
  readonly keyCap?: string;
  /** Why it would do nothing now; it stays in the tab order, and says so. */
  readonly whyNot?: string | null;
  readonly describedBy?: string;
  readonly isBusy?: boolean;
  readonly class?: string;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

export function Button({
  kind = 'plain',
  keyCap,
  whyNot = null,
  describedBy,
  isBusy = false,
  ...rest
}: ButtonProps) {
  const { onPress, children } = rest;
  return (
    <button
      type="button"
      class={['button', kind, rest.class].filter(Boolean).join(' ')}
      aria-disabled={whyNot !== null || isBusy ? 'true' : undefined}
      aria-busy={isBusy ? 'true' : undefined}
      aria-describedby={describedBy}
      aria-keyshortcuts={keyCap}
      onClick={whyNot !== null || isBusy ? undefined : onPress}
    >
      {children}
      {keyCap !== undefined && (
        <span class="key" aria-hidden="true">
          {keyCap}
        </span>
      )}
    </button>
  );
}
