// The export sheet: choosing, painting with time left and cancel, done or failed.
import type { Genome } from '#core/cppn/genome.ts';
import type { Size } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import { artworkToJson } from '#core/formats/artwork-json.ts';
import { LINK_LIMIT, linkFromJson } from '#core/formats/artwork-link.ts';
import type { PngForm } from '#core/formats/png-form.ts';
import type { Artwork, ArtworkId } from '#core/gallery/records.ts';
import { describeTimeLeft, estimateSecondsLeft } from '#core/gallery/time-left.ts';
import type { Exporter } from '#platform/export/exporter.ts';
import { fileNameFor } from '#platform/export/file-name.ts';
import type { Acting } from './acting.ts';
import { change } from './changes.ts';
import type { Commit } from './committing.ts';
import type { ExportPart, ExportState, ExportWish, SharedLink, VideoWish } from './export-state.ts';
import { describeEstimate } from './export-words.ts';
import { findArtwork } from './hanging.ts';
import { paintFrame } from './paint-frame.ts';
import { formatPlace } from './place.ts';
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

  /** Nothing is shown of work that another has followed, or of a sheet that was closed. */
  function setWork(controller: AbortController, work: ExportState['work']) {
    const state = shown.exporting.peek();
    if (running === controller && state !== null) shown.exporting.value = { ...state, work };
  }

  /**
   * One at a time. `make` gives the name of what was saved, null when the person would rather not. `failure` is said when it
   * does not work out.
   */
  async function doWork(
    state: ExportState,
    failure: string,
    make: (signal: AbortSignal, onProgress: (progress: number) => void) => Promise<string | null>,
  ) {
    if (running?.signal.aborted === false) return;
    const controller = new AbortController();
    running = controller;
    try {
      let startedAtMs: number | null = null;
      const onProgress = (progress: number) => {
        if (controller.signal.aborted) return;
        startedAtMs ??= options.now();
        const seconds = estimateSecondsLeft(progress, options.now() - startedAtMs);
        const timeLeft = seconds === null ? null : describeTimeLeft(seconds);
        setWork(controller, { kind: 'painting', progress, timeLeft });
      };
      const fileName = await make(AbortSignal.any([controller.signal, session.end.signal]), onProgress);
      if (fileName === null) return setWork(controller, { kind: 'choosing' });
      setWork(controller, { kind: 'done', fileName });
      void inTurn(() => commit(() => rememberView(state.artwork.id, state.view)));
    } catch (error) {
      // Not before it is true: a file that was begun is taken away first.
      if (controller.signal.aborted) return setWork(controller, { kind: 'cancelled' });
      if (!(error instanceof Error)) throw error;
      setWork(controller, { kind: 'failed', sentence: sentenceOf(error, failure) });
    } finally {
      if (running === controller) running = null;
    }
  }

  const paintPng = (state: ExportState, { form, carriesNetwork }: ExportWish) =>
    doWork(state, pictureFailure, async (signal, onProgress) => {
      const { artwork, view } = state;
      const refusal = exporter.refuseSize(form.size);
      if (refusal !== null) throw new Refused(refusal);
      const named = await exporter.openTarget(nameFor(artwork, form.size), form.size);
      if (named === null) return null;
      onProgress(0);
      await exporter.exportPng({
        renderer: options.renderer,
        genome: artwork.genome,
        artworkJson: carriesNetwork ? artworkToJson(artwork, view) : null,
        form,
        target: named.target,
        signal,
        onProgress,
      });
      return named.fileName;
    });

  const paintVideo = (state: ExportState, { sidePx, framesPerSecond, turns }: VideoWish) =>
    doWork(state, videoFailure, async (signal, onProgress) => {
      const { artwork, view } = state;
      const size = { widthPx: sidePx, heightPx: sidePx };
      const { exportVideo } = await import('#platform/export/export-video.ts');
      onProgress(0);
      const frameCount = Math.round(artwork.genome.loop.seconds * framesPerSecond);
      const video = await exportVideo({
        size,
        framesPerSecond,
        frameCount: frameCount * turns,
        drawFrame: (index, canvas) =>
          paintFrame(options.renderer, artwork.genome, {
            size,
            view: { ...view, phase: (index % frameCount) / frameCount },
            canvas,
            signal,
          }),
        onProgress,
        signal,
      });
      if (video === null) throw new Refused('This browser cannot write videos of this size. PNG works.');
      const fileName = nameFor(artwork, size).replace(/png$/, video.extension);
      options.saveFile(video.file, fileName);
      return fileName;
    });

  function saveJson({ artwork, view }: ExportState) {
    const fileName = nameFor(artwork, 'artwork').replace(/png$/, 'json');
    const file = new Blob([artworkToJson(artwork, view)], { type: 'application/json' });
    options.saveFile(file, fileName);
    const state = shown.exporting.peek();
    if (state !== null) shown.exporting.value = { ...state, work: { kind: 'done', fileName } };
  }

  async function describeWork(genome: Genome, form: PngForm, signal: AbortSignal) {
    const { widthPx, heightPx } = form.size;
    if (widthPx * heightPx * form.samples ** 2 < TRIAL_SAMPLES) return null;
    try {
      const { renderer, now } = options;
      const estimate = await exporter.estimatePng({ renderer, genome, form, now, signal });
      return describeEstimate(estimate, exporter.goesStraightToDisk(form.size));
    } catch {
      // Nobody asked for it. What stands in the way of an export is told by that.
      return null;
    }
  }

  /** As last exported; no act, since nothing the person made is changed by it. */
  async function rememberView(id: ArtworkId, view: View) {
    const found = await findArtwork(session, id);
    if (found === null || found.artwork !== found.before || isSame(found.artwork.view, view)) return null;
    return [change('artwork', id, found.before, { ...found.artwork, view })];
  }

  const stop = () => running?.abort(new DOMException('The export was cancelled.', 'AbortError'));

  function cancelExport() {
    stop();
    const state = shown.exporting.peek();
    if (state !== null) shown.exporting.value = { ...state, work: { kind: 'choosing' } };
  }

  function closeExport() {
    stop();
    running = null;
    shown.exporting.value = null;
  }

  const withState = (task: (state: ExportState) => Promise<void>) =>
    atOnce(async () => {
      const state = shown.exporting.peek();
      if (state !== null) await task(state);
    });

  return {
    openExport: (id: ArtworkId, view: View, part: ExportPart) => {
      void atOnce(async () => {
        const found = await findArtwork(session, id);
        if (found === null) return;
        closeExport();
        shown.exporting.value = {
          artwork: found.artwork,
          view,
          part,
          refuseSize: exporter.refuseSize,
          describeWork: (form, signal) => describeWork(found.artwork.genome, form, signal),
          makeLink: () => makeLink(found.artwork, view),
          work: { kind: 'choosing' },
        };
      });
    },
    exportPng: (wish: ExportWish) => withState((state) => paintPng(state, wish)),
    exportVideo: (wish: VideoWish) => withState((state) => paintVideo(state, wish)),
    exportJson: () => withState(async (state) => saveJson(state)),
    cancelExport,
    closeExport,
  };
}

function nameFor({ title, origin }: Artwork, kind: Size | 'artwork'): string {
  const seed = origin.kind === 'seed' || origin.kind === 'bred' ? origin.seed : null;
  return fileNameFor(title, seed, kind);
}

function makeLink(artwork: Artwork, view: View): SharedLink {
  const link = linkFromJson(artworkToJson(artwork, view));
  return link.length > LINK_LIMIT
    ? { kind: 'too-long', length: link.length }
    : { kind: 'link', fragment: formatPlace({ kind: 'art', artwork: artwork.id, link }) };
}

/** Below this nobody waits long, on a phone either. */
const TRIAL_SAMPLES = 50e6;

/** What cannot be done here, in a sentence of ours. */
class Refused extends Error {}

const pictureFailure = 'This picture could not be exported. It is kept as it is. Try a smaller size. (X-1)';
const videoFailure =
  'This video could not be made. The artwork is kept as it is. Try fewer pixels, or fewer loops. (X-3)';

function sentenceOf(error: Error, failure: string): string {
  if (error instanceof Refused) return error.message;
  return error.name === 'QuotaExceededError'
    ? 'The disk is full, so nothing was written. The artwork is kept as it is. (X-2)'
    : failure;
}
