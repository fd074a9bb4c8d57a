import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { dialogs, StatusLine } from '../shell/status-line.tsx';
import './sheets.css';

interface SheetProps {
  readonly label: string;
  readonly class?: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A modal dialog: the browser keeps the focus inside, and gives it back to the opener when it goes. */
export function Sheet({ label, onClose, children, ...rest }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // A finger held down may have raised the sheet: where it lets go is no press on what now lies under it.
  const pressed = useRef<EventTarget | null>(null);
  const own = useMemo(() => Symbol(label), []);
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    dialogs.value = [...dialogs.peek(), own];
    return () => {
      dialogs.value = dialogs.peek().filter((other) => other !== own);
      element.close();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it, as `cancel`
    <dialog
      ref={dialog}
      class={['sheet', rest.class].filter(Boolean).join(' ')}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        pressed.current = event.target;
      }}
      onClickCapture={(event) => {
        if (event.detail > 0 && pressed.current === null) event.stopPropagation();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget && pressed.current === event.target) onClose();
      }}
    >
      <div class="sheet-body">{children}</div>
      <StatusLine dialog={own} />
    </dialog>
  );
}
