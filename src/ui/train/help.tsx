import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A name with its value at the right, and plain words about it for whoever asks. */
export function Named({
  name,
  value,
  help,
  children,
}: {
  name: string;
  value?: string;
  help: string;
  children: (nameId: string) => ComponentChildren;
}) {
  const id = useId();
  const isOpen = useSignal(false);
  return (
    <div class="train-named">
      <div class="train-name">
        <span id={id}>{name}</span>
        <button
          type="button"
          class="help-button"
          aria-expanded={isOpen.value}
          aria-label={`About: ${name}`}
          onClick={() => (isOpen.value = !isOpen.value)}
        >
          ?
        </button>
        {value !== undefined && <strong aria-hidden="true">{value}</strong>}
      </div>
      {isOpen.value && <p class="train-help">{help}</p>}
      {children(id)}
    </div>
  );
}
