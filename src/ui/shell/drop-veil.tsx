import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUi } from '../context.ts';
import { mayOpen, openDropped } from './dropped.ts';

/** Files dropped anywhere or pasted are opened; while they hover, the page says so. */
export function DropVeil() {
  const { studio } = useUi();
  const isOver = useSignal(false);
  const isRefused = useSignal(false);

  useEffect(() => {
    // dragleave fires for every element crossed: what counts is how many were entered and not left.
    let depth = 0;
    const set = (next: number) => {
      depth = Math.max(0, next);
      isOver.value = depth > 0;
    };
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const listeners = {
      dragenter: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        isRefused.value = !mayOpen(event.dataTransfer!);
        set(depth + 1);
      },
      dragleave: (event: DragEvent) => hasFiles(event) && set(depth - 1),
      dragover: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer!.dropEffect = isRefused.peek() ? 'none' : 'copy';
      },
      drop: (event: DragEvent) => {
        set(0);
        if (!hasFiles(event)) return;
        event.preventDefault();
        void openDropped(event.dataTransfer!, studio.actions);
      },
      paste: (event: ClipboardEvent) => {
        const files = [...(event.clipboardData?.files ?? [])];
        if (files.length === 0) return;
        event.preventDefault();
        void studio.actions.openFiles(files);
      },
    };
    const ended = new AbortController();
    for (const [name, listener] of Object.entries(listeners))
      window.addEventListener(name, listener as EventListener, { signal: ended.signal });
    return () => ended.abort();
  }, [studio]);

  return (
    <div class={isOver.value ? 'drop-veil over' : 'drop-veil'} aria-hidden="true">
      {isRefused.value ? 'Only pictures and JSON.' : 'Drop to open.'}
    </div>
  );
}
