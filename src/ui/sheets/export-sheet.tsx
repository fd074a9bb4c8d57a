import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Size } from '#core/cppn/pixels.ts';
import type { ExportState } from '#studio/studio.ts';
import { useUi } from '../context.ts';
import { density } from '../layout.ts';
import { Button } from '../parts/button.tsx';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture } from '../pictures/picture.tsx';
import { Sheet } from './sheet.tsx';

interface ExportSize {
  readonly name: string;
  readonly size: Size;
}

const square = (sidePx: number): ExportSize => ({
  name: `${sidePx} px square`,
  size: { widthPx: sidePx, heightPx: sidePx },
});

function exportSizes(): readonly ExportSize[] {
  const widthPx = Math.round(window.innerWidth * density());
  const heightPx = Math.round(window.innerHeight * density());
  return [square(1080), square(2160), square(4096), { name: 'Screen size', size: { widthPx, heightPx } }];
}

/** CSS pixels of the preview's longer side. */
const previewPx = 150;

export function ExportSheet({ state }: { state: ExportState }) {
  const { studio } = useUi();
  const sizes = useSignal(exportSizes());
  const chosen = useSignal(1);
  const carriesNetwork = useSignal(true);
  const group = useId();
  const { artwork, view, work } = state;
  const { size } = sizes.value[chosen.value]!;
  const isPainting = work.kind === 'painting';
  const scale = previewPx / Math.max(size.widthPx, size.heightPx);
  const close = () => (isPainting ? studio.actions.cancelExport() : studio.actions.closeExport());

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
              width: `${size.widthPx * scale}px`,
              height: `${size.heightPx * scale}px`,
              backgroundImage: gradientImage(gradientOf(artwork.genome)),
            }}
          >
            <Picture
              artwork={{ ...artwork, view }}
              widthPx={size.widthPx * scale}
              heightPx={size.heightPx * scale}
              rank={0}
            />
          </div>
        </div>
        <fieldset class="export-sizes" disabled={isPainting}>
          <legend class="sr-only">Size of the PNG</legend>
          {sizes.value.map(({ name, size: { widthPx, heightPx } }, index) => (
            <label key={name} class="export-size">
              <input
                type="radio"
                name={group}
                checked={index === chosen.value}
                autofocus={index === chosen.peek()}
                onChange={() => (chosen.value = index)}
              />
              <span>{name}</span>
              <small>
                {widthPx.toLocaleString('en')} × {heightPx.toLocaleString('en')}
              </small>
            </label>
          ))}
        </fieldset>
      </div>
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
      {work.kind === 'painting' && <Progress progress={work.progress} secondsLeft={work.secondsLeft} />}
      <News work={work} />
      <div class="export-foot">
        <Button
          kind="primary"
          isBusy={isPainting}
          onPress={() => void studio.actions.exportPng({ size, carriesNetwork: carriesNetwork.value })}
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

function Progress({ progress, secondsLeft }: { progress: number; secondsLeft: number | null }) {
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
        {percent} % painted{secondsLeft !== null && `, about ${describeSeconds(secondsLeft)} left`}.
      </p>
    </div>
  );
}

const describeSeconds = (seconds: number) =>
  seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
