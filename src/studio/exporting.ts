// The export sheet: choosing, painting with time left and cancel, done or failed.
import type { Genome } from '#core/cppn/genome.ts';
import type { Size } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import { artworkToJson } from '#core/formats/artwork-json.ts';
import type { ArtworkId } from '#core/gallery/records.ts';
import { fileNameFor } from '#platform/export/file-name.ts';
import type { Renderer } from '#platform/render/renderer.ts';
import type { Acting } from './acting.ts';
import { change } from './changes.ts';
import type { Commit } from './committing.ts';
import { findArtwork } from './hanging.ts';
import { isSame } from './rebase.ts';
import type { Session } from './session.ts';
import type { ExportState } from './studio.ts';

/** Rejects with the signal's reason on abort. */
export type ExportPng = (request: {
  readonly renderer: Renderer;
  readonly genome: Genome;
  readonly artworkJson: string | null;
  readonly size: Size;
  readonly view: View;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}) => Promise<Blob>;

/** Before that the time left is a guess. */
const guessAfterMs = 3000;

export function createExporting(session: Session, commit: Commit, { inTurn, atOnce }: Acting) {
  const { options, shown } = session;
  let running: AbortController | null = null;

  /** Nothing is shown of work that was cancelled, or of a sheet that was closed. */
  function setWork(controller: AbortController, work: ExportState['work']) {
    const state = shown.exporting.peek();
    if (running === controller && state !== null) shown.exporting.value = { ...state, work };
  }

  async function paint({ size, carriesNetwork }: { size: Size; carriesNetwork: boolean }) {
    const state = shown.exporting.peek();
    if (state === null || running !== null) return;
    const controller = new AbortController();
    running = controller;
    const { artwork, view } = state;
    const startedAtMs = options.now();
    setWork(controller, { kind: 'painting', progress: 0, secondsLeft: null });
    try {
      const file = await options.exportPng({
        renderer: options.renderer,
        genome: artwork.genome,
        artworkJson: carriesNetwork ? artworkToJson(artwork, view) : null,
        size,
        view,
        signal: AbortSignal.any([controller.signal, session.end.signal]),
        onProgress: (progress) => {
          const secondsLeft = estimate(progress, options.now() - startedAtMs);
          setWork(controller, { kind: 'painting', progress, secondsLeft });
        },
      });
      if (controller.signal.aborted) return;
      const seed =
        artwork.origin.kind === 'seed' || artwork.origin.kind === 'bred' ? artwork.origin.seed : null;
      const fileName = fileNameFor(artwork.title, seed, size);
      options.saveFile(file, fileName);
      setWork(controller, { kind: 'done', fileName });
      void inTurn(() => commit(() => rememberView(artwork.id, view)));
    } catch (error) {
      if (controller.signal.aborted) return;
      if (!(error instanceof Error)) throw error;
      setWork(controller, {
        kind: 'failed',
        sentence: 'This picture could not be exported. It is kept as it is. Try a smaller size. (X-1)',
      });
    } finally {
      if (running === controller) running = null;
    }
  }

  /** As last exported; no act, since nothing the person made is changed by it. */
  async function rememberView(id: ArtworkId, view: View) {
    const found = await findArtwork(session, id);
    if (found === null || found.artwork !== found.before || isSame(found.artwork.view, view)) return null;
    return [change('artwork', id, found.before, { ...found.artwork, view })];
  }

  function stop(work: ExportState['work'] | null) {
    running?.abort(new DOMException('The export was cancelled.', 'AbortError'));
    running = null;
    const state = shown.exporting.peek();
    shown.exporting.value = work === null || state === null ? null : { ...state, work };
  }

  return {
    openExport: (id: ArtworkId, view: View) => {
      void atOnce(async () => {
        const found = await findArtwork(session, id);
        if (found === null) return;
        stop(null);
        shown.exporting.value = { artwork: found.artwork, view, work: { kind: 'choosing' } };
      });
    },
    exportPng: (size: { size: Size; carriesNetwork: boolean }) => atOnce(() => paint(size)),
    cancelExport: () => stop({ kind: 'choosing' }),
    closeExport: () => stop(null),
  };
}

/** Whole seconds, at least 1; null while it is too early to say. */
export function estimate(progress: number, elapsedMs: number): number | null {
  if (elapsedMs < guessAfterMs || progress <= 0) return null;
  return Math.max(1, Math.round(((elapsedMs / progress) * (1 - progress)) / 1000));
}
