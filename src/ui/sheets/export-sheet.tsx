import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { BLEED_MM } from '#core/formats/print-sizes.ts';
import type { ExportState } from '#studio/export-state.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { Segments } from '../parts/segments.tsx';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture } from '../pictures/picture.tsx';
import { type ExportChoice, formOf, listChoices, shapeOf } from './export-choices.ts';
import { Sheet } from './sheet.tsx';

/** CSS pixels of the preview's longer side. */
const previewPx = 150;

export function ExportSheet({ state }: { state: ExportState }) {
  const { studio } = useUi();
  const choices = useSignal(listChoices());
  const chosen = useSignal(choices.value[1]!);
  const isLandscape = useSignal(false);
  const carriesNetwork = useSignal(true);
  const group = useId();
  const { artwork, view, work } = state;
  const isPainting = work.kind === 'painting';
  const { width, height } = shapeOf(chosen.value, isLandscape.value);
  const scale = previewPx / Math.max(width, height);
  const formFor = (choice: ExportChoice) => formOf(choice, isLandscape.value, view);
  const close = () => (isPainting ? studio.actions.cancelExport() : studio.actions.closeExport());

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
        <small>
          {size.widthPx.toLocaleString('en')} × {size.heightPx.toLocaleString('en')}
        </small>
      </label>
    );
  };

  return (
    <Sheet label="Export" class="export-sheet" onClose={close}>
      <h2>
        Export{' '}
        <span class="title">
          <bdi>{artwork.title}</bdi>
        </span>
      </h2>
      <div class="export-choice">
        <div class="export-preview">
          <div
            style={{
              width: `${width * scale}px`,
              height: `${height * scale}px`,
              backgroundImage: gradientImage(gradientOf(artwork.genome)),
            }}
          >
            <Picture
              artwork={{ ...artwork, view }}
              widthPx={width * scale}
              heightPx={height * scale}
              rank={0}
            />
            {work.kind === 'painting' && (
              <span class="export-veil" style={{ height: `${100 * (1 - work.progress)}%` }} />
            )}
          </div>
          {chosen.value.kind === 'print' && (
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
        </div>
        <fieldset class="export-sizes" disabled={isPainting}>
          <legend class="sr-only">Size of the PNG</legend>
          <div>
            <h3>Screen</h3>
            {choices.value.filter(({ kind }) => kind === 'screen').map(option)}
          </div>
          <div>
            <h3>Print</h3>
            {choices.value.filter(({ kind }) => kind === 'print').map(option)}
          </div>
        </fieldset>
      </div>
      <Refusals choices={choices.value} refuse={(choice) => state.refuseSize(formFor(choice).size)} />
      <label class="switch">
        <span>Carry its network inside</span>
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox has its state by itself
          role="switch"
          checked={carriesNetwork.value}
          disabled={isPainting}
          aria-describedby={`${group}-carry`}
          onChange={(event) => (carriesNetwork.value = event.currentTarget.checked)}
        />
      </label>
      <p class="hint" id={`${group}-carry`}>
        {carriesNetwork.value
          ? 'Drop this PNG back in and everything reopens.'
          : 'A picture only: it cannot be opened here again.'}
      </p>
      {work.kind === 'painting' && <Progress {...work} />}
      <News work={work} />
      <div class="export-foot">
        <Button
          kind="primary"
          isBusy={isPainting}
          onPress={() =>
            void studio.actions.exportPng({
              form: formFor(chosen.value),
              carriesNetwork: carriesNetwork.value,
            })
          }
        >
          {isPainting ? 'Painting' : 'Export PNG'}
        </Button>
        <Button kind="quiet" onPress={close}>
          {isPainting ? 'Cancel' : 'Close'}
        </Button>
      </div>
    </Sheet>
  );
}

/** What this browser cannot write, told before anybody waits for it. */
function Refusals({
  choices,
  refuse,
}: {
  choices: readonly ExportChoice[];
  refuse: (choice: ExportChoice) => string | null;
}) {
  const refused = choices.filter((choice) => refuse(choice) !== null);
  const [first] = refused;
  if (first === undefined) return null;
  return (
    <p class="hint">
      {refused.map(({ name }) => name).join(', ')}: {refuse(first)}
    </p>
  );
}

/** What came of it, said when it comes. */
function News({ work }: { work: ExportState['work'] }) {
  return (
    <div class="export-news" aria-live="polite">
      {work.kind === 'done' && (
        <p>
          Saved as <bdi>{work.fileName}</bdi>
        </p>
      )}
      {work.kind === 'failed' && <p>{work.sentence}</p>}
    </div>
  );
}

function Progress({ progress, timeLeft }: { progress: number; timeLeft: string | null }) {
  const percent = Math.round(progress * 100);
  return (
    <div class="export-progress">
      <span
        class="progress"
        role="progressbar"
        aria-label="Painting"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        style={{ '--share': String(progress) }}
      >
        <span />
      </span>
      <p>
        {percent} % painted{timeLeft !== null && `, ${timeLeft} left`}.
      </p>
    </div>
  );
}
