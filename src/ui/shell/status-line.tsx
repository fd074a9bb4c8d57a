import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';

/** Said to screen readers only, in the same polite region: what the eye sees by itself. */
export const announcement = signal('');

/** One message at a time; it stays while the pointer or focus is on it. */
export function StatusLine() {
  const { studio } = useUi();
  const line = studio.status.value;

  useEffect(() => {
    if (line === null) return undefined;
    const timer = setTimeout(studio.actions.dismissStatus, line.milliseconds);
    return () => clearTimeout(timer);
  }, [line]);

  return (
    <div class="status" role="status">
      <span class="sr-only">{announcement.value}</span>
      {line !== null && (
        <div class="status-line" key={line.text}>
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
        </div>
      )}
    </div>
  );
}
