import type { ExportState } from '#studio/export-state.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture } from '../pictures/picture.tsx';

/** CSS pixels of the preview's longer side. */
const previewPx = 150;

interface PreviewProps {
  readonly state: ExportState;
  /** As it hangs, in any unit. */
  readonly shape: { readonly width: number; readonly height: number };
}

/** What leaves, filling as it is painted. */
export function ExportPreview({ state: { artwork, view, work }, shape: { width, height } }: PreviewProps) {
  const scale = previewPx / Math.max(width, height);
  return (
    <div
      class="export-picture"
      style={{
        width: `${width * scale}px`,
        height: `${height * scale}px`,
        backgroundImage: gradientImage(gradientOf(artwork.genome)),
      }}
    >
      <Picture artwork={{ ...artwork, view }} widthPx={width * scale} heightPx={height * scale} rank={0} />
      {work.kind === 'painting' && (
        <span class="export-veil" style={{ height: `${100 * (1 - work.progress)}%` }} />
      )}
    </div>
  );
}

interface FootProps {
  readonly work: ExportState['work'];
  /** Absent: there is nothing to paint. */
  readonly paint?: { readonly words: string; readonly whyNot?: string | null; readonly run: () => void };
}

/** How far it is, what came of it, and the two buttons. */
export function ExportFoot({ work, paint }: FootProps) {
  const { studio } = useUi();
  const isPainting = work.kind === 'painting';
  return (
    <>
      {work.kind === 'painting' && <Progress {...work} />}
      <News work={work} />
      <div class="export-foot">
        {paint !== undefined && (
          <Button kind="primary" isBusy={isPainting} whyNot={paint.whyNot ?? null} onPress={paint.run}>
            {isPainting ? 'Painting' : paint.words}
          </Button>
        )}
        <Button
          kind="quiet"
          class="export-close"
          onPress={() => (isPainting ? studio.actions.cancelExport() : studio.actions.closeExport())}
        >
          {isPainting ? 'Cancel' : 'Close'}
        </Button>
      </div>
    </>
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
      {work.kind === 'cancelled' && <p>Cancelled. Nothing was written.</p>}
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
