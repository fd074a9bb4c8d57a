import type { ComponentChildren } from 'preact';
import { capNow } from '../shell/caps.ts';

interface ButtonProps {
  readonly kind?: 'primary' | 'plain' | 'quiet';
  /** The cap its key came with; the key itself is bound in the table of commands, and may be another by now. */
  readonly keyCap?: string;
  /** Why it would do nothing now; it stays in the tab order, and says so. */
  readonly whyNot?: string | null;
  readonly describedBy?: string;
  readonly isBusy?: boolean;
  /** It has the focus when its sheet opens. */
  readonly autofocus?: boolean;
  readonly class?: string;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

export function Button({
  kind = 'plain',
  keyCap: ownCap,
  whyNot = null,
  describedBy,
  isBusy = false,
  autofocus = false,
  ...rest
}: ButtonProps) {
  const { onPress, children } = rest;
  const keyCap = ownCap && capNow(ownCap);
  return (
    <button
      type="button"
      class={['button', kind, rest.class].filter(Boolean).join(' ')}
      aria-disabled={whyNot !== null || isBusy ? 'true' : undefined}
      aria-busy={isBusy ? 'true' : undefined}
      aria-describedby={describedBy}
      autofocus={autofocus}
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
