import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ExportState } from '#studio/export-state.ts';
import { useUi } from '../context.ts';
import { Segments } from '../parts/segments.tsx';
import { isAbort } from '../pictures/pictures.ts';
import { ExportFoot, ExportPreview } from './export-foot.tsx';

const square = { width: 1, height: 1 };
const sizes = ['1080', '2160'] as const;
const rates = ['24', '30', '60'] as const;
const counts = ['1', '2', '4'] as const;
const optionsOf = <V extends string>(values: readonly V[]) =>
  values.map((value) => ({ value, words: value }));

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
          <Row words="Pixels, square">
            <Segments
              label="Pixels, square"
              options={optionsOf(sizes)}
              value={size.value}
              onChange={(value) => (size.value = value)}
            />
          </Row>
          <Row words="Frames a second">
            <Segments
              label="Frames a second"
              options={optionsOf(rates)}
              value={rate.value}
              onChange={(value) => (rate.value = value)}
            />
          </Row>
          <Row words="Loops">
            <Segments
              label="Loops"
              options={optionsOf(counts)}
              value={turns.value}
              onChange={(value) => (turns.value = value)}
            />
          </Row>
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

function Row({ words, children }: { words: string; children: preact.ComponentChildren }) {
  return (
    <div class="export-row">
      <span aria-hidden="true">{words}</span>
      {children}
    </div>
  );
}

/** Whoever shows a video to others should know. */
function FlashWarning({ state: { artwork } }: { state: ExportState }) {
  const { studio } = useUi();
  const isFlashing = useSignal(false);
  useEffect(() => {
    const abort = new AbortController();
    studio
      .loadEditing()
      .then((editing) => editing.measureLoop(artwork.genome, abort.signal))
      .then(
        (verdict) => (isFlashing.value = verdict.isFlashing),
        (error: unknown) => {
          if (!isAbort(error)) throw error;
        },
      );
    return () => abort.abort(new DOMException('The sheet was closed.', 'AbortError'));
  }, [artwork.genome]);
  if (!isFlashing.value) return null;
  return (
    <p class="hint" role="status">
      This loop flashes, which can harm people. A longer loop, or one that goes less far, is calmer.
    </p>
  );
}
