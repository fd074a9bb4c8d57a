import { useRef } from 'preact/hooks';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';

/** The plain way in for files, beside dropping and pasting them. */
export function OpenFileButton({ kind = 'quiet' }: { kind?: 'plain' | 'quiet' }) {
  const { studio } = useUi();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button kind={kind} onPress={() => input.current!.click()}>
        Open a file
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        multiple
        accept="image/png,.png,application/json,.json"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file can be chosen again.
          event.currentTarget.value = '';
          if (files.length > 0) void studio.actions.openFiles(files);
        }}
      />
    </>
  );
}
