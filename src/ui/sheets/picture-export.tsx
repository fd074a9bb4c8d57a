import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { PngForm } from '#core/formats/png-form.ts';
import { BLEED_MM } from '#core/formats/print-sizes.ts';
import type { ExportState } from '#studio/export-state.ts';
import { useUi } from '../context.ts';
import { Segments } from '../parts/segments.tsx';
import { Switch } from '../parts/switch.tsx';
import { type ExportChoice, formOf, listChoices, shapeOf } from './export-choices.ts';
import { ExportFoot, ExportPreview } from './export-foot.tsx';

/** A PNG, for the screen or for paper. */
export function PictureExport({ isPrint, state }: { isPrint: boolean; state: ExportState }) {
  const { studio } = useUi();
  const choices = useSignal(
    listChoices().filter(({ kind }) => kind === (isPrint ? 'print' : 'screen')),
  ).value;
  const chosen = useSignal(choices[1]!);
  const isLandscape = useSignal(false);
  const carriesNetwork = useSignal(true);
  const group = useId();
  const { view, work } = state;
  const isPainting = work.kind === 'painting';
  const formFor = (choice: ExportChoice) => formOf(choice, isLandscape.value, view);

  const option = (choice: ExportChoice) => {
    const { size } = formFor(choice);
    return (
      <label key={choice.name} class="export-size">
        <input
          type="radio"
          name={group}
          checked={choice === chosen.value}
          autofocus={choice === chosen.peek()}
          disabled={state.refuseSize(size) !== null}
          onChange={() => (chosen.value = choice)}
        />
        <span>{choice.name}</span>
        {size.widthPx !== size.heightPx && (
          <small>
            {size.widthPx.toLocaleString('en')} × {size.heightPx.toLocaleString('en')}
          </small>
        )}
      </label>
    );
  };
  return (
    <>
      <div class="export-choice">
        <div class="export-preview">
          <ExportPreview state={state} shape={shapeOf(chosen.value, isLandscape.value)} />
        </div>
        <fieldset class={isPrint ? 'export-sizes one-column' : 'export-sizes'} disabled={isPainting}>
          <legend class="sr-only">Size of the PNG</legend>
          {choices.map(option)}
        </fieldset>
      </div>
      {isPrint && (
        <fieldset class="export-print" disabled={isPainting}>
          <Segments
            label="Turned"
            options={[
              { value: 'portrait', words: 'Portrait' },
              { value: 'landscape', words: 'Landscape' },
            ]}
            value={isLandscape.value ? 'landscape' : 'portrait'}
            onChange={(value) => (isLandscape.value = value === 'landscape')}
          />
          <p class="hint">300 dpi, and {BLEED_MM} mm more on each side for the cut.</p>
        </fieldset>
      )}
      <Expectation state={state} form={formFor(chosen.value)} />
      <Refusals choices={choices} refuse={(choice) => state.refuseSize(formFor(choice).size)} />
      <Switch
        label="Carry its network inside"
        isOn={carriesNetwork.value}
        isDisabled={isPainting}
        describedBy={`${group}-carry`}
        onChange={(isOn) => (carriesNetwork.value = isOn)}
      />
      <p class="hint" id={`${group}-carry`}>
        {carriesNetwork.value
          ? 'Drop this PNG back in and everything reopens.'
          : 'A picture only: it cannot be opened here again.'}
      </p>
      <ExportFoot
        work={work}
        paint={{
          words: 'Export PNG',
          run: () =>
            void studio.actions.exportPng({
              form: formFor(chosen.value),
              carriesNetwork: carriesNetwork.value,
            }),
        }}
      />
    </>
  );
}

/** How long a long one takes. Once it is painted, the time left says more. */
function Expectation({ state: { describeWork, work }, form }: { state: ExportState; form: PngForm }) {
  const words = useSignal<string | null>(null);
  const { size, samples } = form;
  useEffect(() => {
    const abort = new AbortController();
    words.value = null;
    void describeWork(form, abort.signal).then((told) => {
      if (!abort.signal.aborted) words.value = told;
    });
    return () => abort.abort(new DOMException('Another size was chosen.', 'AbortError'));
  }, [size.widthPx, size.heightPx, samples]);
  return (
    <div class="export-news" aria-live="polite">
      {words.value !== null && work.kind !== 'painting' && <p class="hint">{words.value}</p>}
    </div>
  );
}

interface RefusalsProps {
  readonly choices: readonly ExportChoice[];
  readonly refuse: (choice: ExportChoice) => string | null;
}

/** What this browser cannot write, told before anybody waits for it. */
function Refusals({ choices, refuse }: RefusalsProps) {
  const refused = choices.filter((choice) => refuse(choice) !== null);
  const [first] = refused;
  if (first === undefined) return null;
  return (
    <p class="hint">
      {refused.map(({ name }) => name).join(', ')}: {refuse(first)}
    </p>
  );
}
