import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { StatusLine as Line } from '#studio/studio.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';

/** Said to screen readers only, in the same polite region: what the eye sees by itself. */
export const announcement = signal('');

/** The dialogs that lie over the page, the top one last: beneath it nothing is heard and nothing can be pressed. */
export const dialogs = signal<readonly symbol[]>([]);

/** Says on the page, or in its `dialog`, what is said while that is on top. The region stays: a new one would not be heard. */
export function StatusLine({ dialog }: { dialog?: symbol }) {
  const { studio } = useUi();
  const line = studio.status.value;
  const isOnTop = dialogs.value.at(-1) === dialog;
  return (
    // Not atomic: else every message begins with what was announced before it.
    <div class="status" role="status" aria-atomic="false">
      <span class="sr-only">{isOnTop && announcement.value}</span>
      {isOnTop && line !== null && <Message key={line.text} line={line} />}
    </div>
  );
}

/** One at a time; it stays while the pointer or focus is on it. */
function Message({ line }: { line: Line }) {
  const { studio } = useUi();
  const isHeld = useSignal(false);

  useEffect(() => {
    // Whoever is on it has not read it to the end: the time begins again.
    if (isHeld.value) return undefined;
    const timer = setTimeout(studio.actions.dismissStatus, line.milliseconds);
    return () => clearTimeout(timer);
  }, [line, isHeld.value]);

  return (
    <div
      class="status-line"
      onPointerEnter={() => (isHeld.value = true)}
      onPointerLeave={() => (isHeld.value = false)}
      onFocusIn={() => (isHeld.value = true)}
      onFocusOut={() => (isHeld.value = false)}
    >
      <span>{line.text}</span>
      {line.action !== null && (
        <Button
          onPress={() => {
            line.action?.run();
            studio.actions.dismissStatus();
          }}
        >
          {line.action.label}
        </Button>
      )}
      {line.isPatient && (
        <Button kind="quiet" onPress={studio.actions.dismissStatus}>
          Close
        </Button>
      )}
    </div>
  );
}
