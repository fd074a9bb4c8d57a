import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ExportState } from '#studio/export-state.ts';
import { useUi } from '../context.ts';
import { Segments } from '../parts/segments.tsx';
import { ExportFoot, ExportPreview } from './export-foot.tsx';

const square = { width: 1, height: 1 };
const sizes = ['1080', '2160'] as const;
const rates = ['24', '30', '60'] as const;
const counts = ['1', '2', '4'] as const;

/** The loop as a video that closes exactly. */
export function VideoExport({ state }: { state: ExportState }) {
  const { studio } = useUi();
  const size = useSignal<(typeof sizes)[number]>('1080');
  const rate = useSignal<(typeof rates)[number]>('30');
  const turns = useSignal<(typeof counts)[number]>('1');
  const { genome } = state.artwork;
  const { seconds, amplitude } = genome.loop;
  const total = seconds * Number(turns.value);
  return (
    <>
      <div class="export-choice">
        <div class="export-preview">
          <ExportPreview state={state} shape={square} />
        </div>
        <fieldset class="export-rows" disabled={state.work.kind === 'painting'}>
          <legend class="sr-only">The video</legend>
          <Row words="Pixels, square" values={sizes} chosen={size} />
          <Row words="Frames a second" values={rates} chosen={rate} />
          <Row words="Loops" values={counts} chosen={turns} />
        </fieldset>
      </div>
      <p class="hint">
        {Math.round(total * 10) / 10} seconds, {Math.round(total * Number(rate.value))} frames. It ends where
        it begins.
      </p>
      <FlashWarning state={state} />
      <ExportFoot
        work={state.work}
        paint={{
          words: 'Export video',
          whyNot: amplitude === 0 ? 'This picture does not move: its loop goes no way at all.' : null,
          run: () =>
            void studio.actions.exportVideo({
              sidePx: Number(size.value),
              framesPerSecond: Number(rate.value),
              turns: Number(turns.value),
            }),
        }}
      />
    </>
  );
}

interface RowProps<V extends string> {
  readonly words: string;
  readonly values: readonly V[];
  readonly chosen: Signal<V>;
}

function Row<V extends string>({ words, values, chosen }: RowProps<V>) {
  return (
    <div class="export-row">
      <span aria-hidden="true">{words}</span>
      <Segments
        label={words}
        options={values.map((value) => ({ value, words: value }))}
        value={chosen.value}
        onChange={(value) => (chosen.value = value)}
      />
    </div>
  );
}

/** Whoever shows a video to others should know. */
function FlashWarning({ state: { artwork } }: { state: ExportState }) {
  const { studio } = useUi();
  const isFlashing = useSignal(false);
  useEffect(() => {
    const abort = new AbortController();
    void studio.loadEditing().then(async (editing) => {
      const verdict = await editing?.measureLoop(artwork.genome, abort.signal);
      if (!abort.signal.aborted) isFlashing.value = verdict?.isFlashing ?? false;
    });
    return () => abort.abort(new DOMException('The sheet was closed.', 'AbortError'));
  }, [artwork.genome]);
  if (!isFlashing.value) return null;
  return (
    <p class="hint" role="status">
      This loop flashes, which can harm people. A longer loop, or one that goes less far, is calmer.
    </p>
  );
}
