import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { ExportState } from '#studio/export-state.ts';
import { Button } from '../parts/button.tsx';
import { ExportFoot, ExportPreview } from './export-foot.tsx';

const square = { width: 1, height: 1 };

/** The whole artwork as an address: nothing is uploaded. */
export function LinkExport({ state }: { state: ExportState }) {
  const link = useComputed(state.makeLink).value;
  return (
    <>
      <div class="export-choice">
        <div class="export-preview">
          <ExportPreview state={state} shape={square} />
        </div>
        <div class="export-rows">
          {link.kind === 'link' ? (
            <Address title={state.artwork.title} fragment={link.fragment} />
          ) : (
            <p>Too long for a link ({link.length.toLocaleString('en')} characters). Send the PNG instead.</p>
          )}
        </div>
      </div>
      <ExportFoot work={{ kind: 'choosing' }} />
    </>
  );
}

function Address({ title, fragment }: { title: string; fragment: string }) {
  const field = useRef<HTMLInputElement>(null);
  const news = useSignal('');
  const url = `${location.origin}${location.pathname}${fragment}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      news.value = 'Copied.';
    } catch {
      // Where the page may not, or has no clipboard for want of https, the person can.
      field.current!.select();
      news.value = 'Copy what is selected.';
    }
  };
  return (
    <>
      <input
        ref={field}
        class="export-link"
        aria-label="Link"
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p class="hint">
        {url.length.toLocaleString('en')} characters: the network itself, its colours and this view. Whoever
        opens it sees the same picture. Nothing is uploaded.
      </p>
      <div class="row-of-buttons">
        {/* Not the field: a screen reader would begin with its thousands of characters. */}
        <Button kind="primary" autofocus onPress={() => void copy()}>
          Copy link
        </Button>
        {'share' in navigator && (
          // Whoever closes the device's own sheet wanted that.
          <Button onPress={() => void navigator.share({ title, url }).catch(() => undefined)}>Send</Button>
        )}
      </div>
      <p class="export-news" aria-live="polite">
        {news.value}
      </p>
    </>
  );
}
