import { artworkToJson } from '#core/formats/artwork-json.ts';
import type { ExportState } from '#studio/export-state.ts';
import { useUi } from '../context.ts';
import { ExportFoot } from './export-foot.tsx';

/** So much of it is shown. */
const shownLetters = 1500;

/** The artwork as JSON, for programs and the curious. */
export function CodeExport({ state }: { state: ExportState }) {
  const { studio } = useUi();
  const json = artworkToJson(state.artwork, state.view);
  return (
    <>
      <p class="hint">
        The artwork as JSON: its network, colours, loop and view. Drop it back in, or read it with a program.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keys too */}
      <pre class="export-code" tabIndex={0}>
        {json.slice(0, shownLetters)}
        {json.length > shownLetters && ' …'}
      </pre>
      <ExportFoot
        work={state.work}
        paint={{ words: 'Save as JSON', run: () => void studio.actions.exportJson() }}
      />
    </>
  );
}
