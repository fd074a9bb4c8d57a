// The export sheet: choosing, painting with time left and cancel, done or failed.
import type { View } from '#core/cppn/view.ts';
import { artworkToJson } from '#core/formats/artwork-json.ts';
import type { ArtworkId } from '#core/gallery/records.ts';
import { describeTimeLeft, estimateSecondsLeft } from '#core/gallery/time-left.ts';
import type { Exporter } from '#platform/export/exporter.ts';
import { fileNameFor } from '#platform/export/file-name.ts';
import type { Acting } from './acting.ts';
import { change } from './changes.ts';
import type { Commit } from './committing.ts';
import type { ExportState, ExportWish } from './export-state.ts';
import { findArtwork } from './hanging.ts';
import { isSame } from './rebase.ts';
import type { Session } from './session.ts';

export function createExporting(
  session: Session,
  commit: Commit,
  { inTurn, atOnce }: Acting,
  exporter: Exporter,
) {
  const { options, shown } = session;
  let running: AbortController | null = null;

  /** Nothing is shown of work that was cancelled, or of a sheet that was closed. */
  function setWork(controller: AbortController, work: ExportState['work']) {
    const state = shown.exporting.peek();
    if (running === controller && state !== null) shown.exporting.value = { ...state, work };
  }

  async function paint({ form, carriesNetwork }: ExportWish) {
    const state = shown.exporting.peek();
    if (state === null || running !== null) return;
    const controller = new AbortController();
    running = controller;
    const { artwork, view } = state;
    try {
      const refusal = exporter.refuseSize(form.size);
      if (refusal !== null) return setWork(controller, { kind: 'failed', sentence: refusal });
      const seed =
        artwork.origin.kind === 'seed' || artwork.origin.kind === 'bred' ? artwork.origin.seed : null;
      const named = await exporter.openTarget(fileNameFor(artwork.title, seed, form.size), form.size);
      if (named === null) return setWork(controller, { kind: 'choosing' });
      const startedAtMs = options.now();
      setWork(controller, { kind: 'painting', progress: 0, timeLeft: null });
      await exporter.exportPng({
        renderer: options.renderer,
        genome: artwork.genome,
        artworkJson: carriesNetwork ? artworkToJson(artwork, view) : null,
        form,
        target: named.target,
        signal: AbortSignal.any([controller.signal, session.end.signal]),
        onProgress: (progress) => {
          const seconds = estimateSecondsLeft(progress, options.now() - startedAtMs);
          const timeLeft = seconds === null ? null : describeTimeLeft(seconds);
          setWork(controller, { kind: 'painting', progress, timeLeft });
        },
      });
      if (controller.signal.aborted) return;
      setWork(controller, { kind: 'done', fileName: named.fileName });
      void inTurn(() => commit(() => rememberView(artwork.id, view)));
    } catch (error) {
      if (controller.signal.aborted) return;
      if (!(error instanceof Error)) throw error;
      setWork(controller, { kind: 'failed', sentence: sentenceOf(error) });
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
        shown.exporting.value = {
          artwork: found.artwork,
          view,
          refuseSize: exporter.refuseSize,
          work: { kind: 'choosing' },
        };
      });
    },
    exportPng: (wish: ExportWish) => atOnce(() => paint(wish)),
    cancelExport: () => stop({ kind: 'choosing' }),
    closeExport: () => stop(null),
  };
}

function sentenceOf(error: Error): string {
  return error.name === 'QuotaExceededError'
    ? 'The disk is full, so nothing was written. The artwork is kept as it is. (X-2)'
    : 'This picture could not be exported. It is kept as it is. Try a smaller size. (X-1)';
}
