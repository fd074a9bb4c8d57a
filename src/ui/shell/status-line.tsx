import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';

/** Said to screen readers only, in the same polite region: what the eye sees by itself. */
export const announcement = signal('');

/** One message at a time; it stays while the pointer or focus is on it. */
export function StatusLine() {
  const { studio } = useUi();
  const line = studio.status.value;
  const isHeld = useSignal(false);

  useEffect(() => {
    // Whoever is on it has not read it to the end: the time begins again.
    if (line === null || isHeld.value) return undefined;
    const timer = setTimeout(studio.actions.dismissStatus, line.milliseconds);
    return () => clearTimeout(timer);
  }, [line, isHeld.value]);
  useEffect(() => {
    isHeld.value = false;
  }, [line]);

  return (
    <div class="status" role="status">
      <span class="sr-only">{announcement.value}</span>
      {line !== null && (
        <div
          class="status-line"
          key={line.text}
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
      )}
    </div>
  );
}
