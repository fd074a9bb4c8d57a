import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';

/** What stays until it is solved. Red is for loss of work only. */
export function AlertLine() {
  const { studio } = useUi();
  const alert = studio.alert.value;
  // The start screen shows the same words and buttons, larger.
  const isOnScreen = studio.state.value.kind === 'damaged' || studio.state.value.kind === 'outdated';
  return (
    <div class="alert" role="alert">
      {alert !== null && isOnScreen && <span class="sr-only">{alert.text}</span>}
      {alert !== null && !isOnScreen && (
        <div class={alert.isLoss ? 'alert-line loss' : 'alert-line'}>
          <span>{alert.text}</span>
          {alert.actions.map(({ label, run }) => (
            <Button key={label} onPress={run}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
