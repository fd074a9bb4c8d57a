import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';

/** What stays until it is solved. Red is for loss of work only. */
export function AlertLine() {
  const { studio } = useUi();
  const alert = studio.alert.value;
  return (
    <div class="alert" role="alert">
      {alert !== null && (
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
