// One sketch on the page: the run that is shown, the one that comes next, and the clock of its loop.

import type { Pixels, Size } from '#core/cppn/pixels.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { readHostValues } from '#platform/sketch/host-controls.ts';
import { type RunRequest, runSketch, type SketchRun } from '#platform/sketch/run-sketch.ts';
import type { Pointer } from '#platform/sketch/sketch.ts';
import type { PaintBitmap } from '#platform/sketch/sketch-host.ts';
import type { Values } from './values.ts';

export interface Scene {
  readonly sketch: RunRequest['sketch'];
  readonly artwork: Artwork;
  readonly values: Values;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export interface StageEvents {
  readonly paint: PaintBitmap;
  /** null once a sketch runs again. */
  readonly onFailure: (sentence: string | null) => void;
  readonly onDescribe: (text: string) => void;
  readonly onDrawn: () => void;
}

export interface Stage {
  readonly show: (scene: Scene) => void;
  readonly setPlaying: (isPlaying: boolean) => void;
  readonly setPointer: (pointer: Pointer | null) => void;
  readonly phase: () => number;
  /** As many as a run draws before it shows what is shown now. */
  readonly frames: () => number;
  readonly hearsKeys: () => boolean;
  /** The frame that is shown, with a short side of `shortPx`; of a plain sketch, as it is. */
  readonly drawStill: (shortPx: number) => Promise<Pixels>;
  readonly dispose: () => void;
}

export interface StageSetting {
  /** Canvas pixels a CSS pixel. */
  readonly density: number;
  /** Where in its loop the first scene begins. */
  readonly startPhase: number;
  /** How many frames a plain sketch has drawn when it is first seen. */
  readonly startFrames: number;
}

/** A minute's: drawing more would keep a person waiting. */
const FRAMES_LIMIT = 3600;

export function createStage(
  host: HTMLElement,
  { density, startPhase, startFrames }: StageSetting,
  events: StageEvents,
): Stage {
  let scene: Scene | null = null;
  let run: SketchRun | null = null;
  let key = '';
  /** Of the run, or of the one that is being made. */
  let shown: { readonly sketch: Scene['sketch']; readonly key: string } | null = null;
  let isPlaying = false;
  let pointer: Pointer | null = null;
  let phase = 0;
  /** Until it runs on, a still stays what it was, at any size. */
  let frames = Math.min(startFrames, FRAMES_LIMIT);
  let lastMs: number | null = null;
  let frameRequest = 0;
  let isDrawing = false;
  let isDisposed = false;
  let changing: Promise<void> = Promise.resolve();

  const frame = () => ({ phase, values: scene!.values, pointer });

  const tick = (nowMs: number) => {
    frameRequest = 0;
    const { loopSeconds } = readHostValues(scene?.values ?? {});
    if (lastMs !== null && loopSeconds !== null)
      phase = (phase + Math.min(nowMs - lastMs, 250) / 1000 / loopSeconds) % 1;
    lastMs = nowMs;
    if (loopSeconds !== null) redraw();
    schedule();
  };
  const schedule = () => {
    if (isPlaying && !isDisposed && frameRequest === 0) frameRequest = requestAnimationFrame(tick);
  };
  function redraw() {
    if (run === null || isDrawing || scene === null || typeof scene.sketch === 'function') return;
    isDrawing = true;
    void run.render(frame()).finally(() => {
      isDrawing = false;
    });
  }

  /** What needs another run: other values are only drawn. */
  const keyOf = ({ artwork, values, width, height }: Scene) =>
    JSON.stringify([artwork.id, artwork.view, values.$palette, values.$seed, width, height]);

  /** The newest scene, if what is shown is another: several that waited come to one. */
  async function replace() {
    if (isDisposed || scene === null || (shown?.sketch === scene.sketch && shown.key === key)) return;
    const wanted = scene;
    const wantedKey = key;
    shown = { sketch: wanted.sketch, key };
    const holder = document.createElement('div');
    holder.className = 'sketch-holder';
    // In the page from the start: p5 measures what it writes there.
    host.append(holder);
    let hasFailed = false;
    const next = await runSketch({
      ...requestOf(wanted, density, holder, events.paint),
      frame: frame(),
      isPlaying,
      frames,
      onFailure: (sentence) => {
        hasFailed = true;
        if (scene?.sketch === wanted.sketch && key === wantedKey) events.onFailure(sentence);
      },
      onDescribe: events.onDescribe,
    });
    if (!hasFailed) events.onFailure(null);
    const last = run;
    run = next;
    if (isDisposed) await next.dispose();
    await last?.dispose();
    for (const other of [...host.children]) if (other !== holder) other.remove();
    events.onDrawn();
    if (typeof wanted.sketch === 'function') next.setPlaying(isPlaying);
    else redraw();
  }

  return {
    show(next) {
      const nextKey = keyOf(next);
      const isOther = scene?.sketch !== next.sketch || nextKey !== key;
      if (scene?.sketch !== next.sketch) phase = scene === null ? startPhase : 0;
      scene = next;
      key = nextKey;
      if (isOther) changing = changing.then(replace);
      else redraw();
    },
    setPlaying(now) {
      isPlaying = now;
      if (now) frames = 1;
      lastMs = null;
      run?.setPlaying(now);
      schedule();
    },
    setPointer(next) {
      if (pointer === null && next === null) return;
      pointer = next;
      if (!isPlaying) redraw();
    },
    phase: () => phase,
    frames: () => run?.frames() ?? 1,
    hearsKeys: () => run?.hearsKeys() ?? false,
    async drawStill(shortPx) {
      const seen = scene!;
      if (typeof seen.sketch === 'function') return readCanvas(run!.canvas()!);
      const scale = shortPx / Math.min(seen.width, seen.height);
      const other = await runApart(seen, scale, events.paint, { ...frame(), pointer: null });
      try {
        return readCanvas(other.canvas()!);
      } finally {
        await other.dispose();
      }
    },
    dispose() {
      isDisposed = true;
      isPlaying = false;
      cancelAnimationFrame(frameRequest);
      void changing.then(async () => {
        await run?.dispose();
        host.replaceChildren();
      });
    },
  };
}

/** Runs a scene in an element that is in no page: for stills, loops and thumbnails. Rejects when the sketch fails. */
export async function runApart(
  scene: Scene,
  density: number,
  paint: PaintBitmap,
  frame: RunRequest['frame'],
): Promise<SketchRun> {
  let failure: string | null = null;
  const run = await runSketch({
    ...requestOf(scene, density, document.createElement('div'), paint),
    frame,
    isPlaying: false,
    onFailure: (sentence) => {
      failure = sentence;
    },
  });
  if (failure === null) return run;
  await run.dispose();
  throw new Error(failure);
}

function requestOf(scene: Scene, density: number, holder: HTMLElement, paint: PaintBitmap) {
  const { artwork, values, width, height } = scene;
  const { palette, seed } = readHostValues(values);
  return {
    sketch: scene.sketch,
    holder,
    paint,
    setting: {
      genome: artwork.genome,
      view: artwork.view,
      title: artwork.title,
      palette,
      seed,
      width,
      height,
      density,
    },
  };
}

function readCanvas(canvas: HTMLCanvasElement): Pixels {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
  return { widthPx: width, heightPx: height, data: new Uint8ClampedArray(data) };
}

/** Even numbers, as video encoders want them, with a short side of `shortPx`. */
export function videoSize({ width, height }: Scene, shortPx: number): Size {
  const scale = shortPx / Math.min(width, height);
  const even = (length: number) => 2 * Math.round((length * scale) / 2);
  return { widthPx: even(width), heightPx: even(height) };
}
