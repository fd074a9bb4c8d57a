// Runs one sketch in one element until it is disposed: a p5 instance, driven frame by frame, that leaves nothing behind.
import type { Controls, ControlValues } from './controls.ts';
import { quickenColors } from './quicken-colors.ts';
import { describeFailure, refuseWhatIsMissing } from './refuse.ts';
import type { Frame, P5Instance, PlainSketch, Sketch } from './sketch.ts';
import { createSketchHost, type PaintBitmap, type SketchSetting, sketchFonts } from './sketch-host.ts';
import { wrapPlainSketch } from './wrap-plain-sketch.ts';

export interface RunRequest {
  readonly sketch: Sketch | PlainSketch;
  /** Takes the canvas. */
  readonly holder: HTMLElement;
  readonly setting: SketchSetting;
  /** The first frame. */
  readonly frame: Frame;
  readonly paint: PaintBitmap;
  /** One sentence; the sketch stands still from then on. */
  readonly onFailure: (sentence: string) => void;
  /** By p5's describe(). */
  readonly onDescribe?: (text: string) => void;
  /** False keeps a plain sketch from running by itself after its first frame. */
  readonly isPlaying?: boolean;
  /** A plain sketch draws so many before it is shown, in turns; 1 unless told otherwise. */
  readonly frames?: number;
}

export interface SketchRun {
  /** The one drawn on now. */
  readonly canvas: () => HTMLCanvasElement | null;
  /** Draws a frame; of several that wait only the last. A plain sketch draws its next one, whatever the phase. */
  readonly render: (frame: Frame) => Promise<void>;
  /** How many a plain sketch has drawn; of others 1, since each of their frames stands alone. */
  readonly frames: () => number;
  /** Of plain sketches, which run by themselves. */
  readonly setPlaying: (isPlaying: boolean) => void;
  /** Whether the sketch listens to keys. */
  readonly hearsKeys: () => boolean;
  readonly dispose: () => Promise<void>;
}

/** Between two turns the page answers. */
const TURN_MS = 12;

/** Resolves when the first frame is drawn, or when the sketch has failed. */
export async function runSketch(request: RunRequest): Promise<SketchRun> {
  const { sketch, holder, setting, paint, onFailure, onDescribe = () => {} } = request;
  const { P5, removeHooks } = await import('./p5.ts');
  await Promise.all(Object.values(sketchFonts).map((family) => document.fonts.load(`16px "${family}"`)));
  const end = new AbortController();
  let frame = request.frame;
  let isOver = false; // disposed or failed
  const fail = (error: unknown) => {
    if (isOver) return;
    isOver = true;
    p.noLoop();
    onFailure(describeFailure(error));
  };

  let hasBegun = () => {};
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve;
  });
  const removeHookCount = removeHooks.length;
  const addDescribed = (p: P5Instance) => refuseWhatIsMissing(p, onDescribe);
  const p: P5Instance = new P5((instance) => {
    addDescribed(instance);
    quickenColors(instance);
    // Made when setup runs: a palette may have to be painted for.
    const host = createSketchHost(instance, setting, paint, end.signal);
    const prepare = () => {
      instance.pixelDensity(setting.density);
      instance.randomSeed(setting.seed);
      instance.noiseSeed(setting.seed);
    };
    if (typeof sketch === 'function') {
      wrapPlainSketch({
        p: instance,
        sketch,
        host,
        holder,
        prepare,
        fail,
        hasBegun,
        isPlaying: request.isPlaying ?? true,
      });
    } else {
      setUpDrawn(instance, host);
    }
  }, holder);
  // p5 keeps one for every instance there ever was, and with it the instance.
  const ownHooks = removeHooks.splice(removeHookCount);

  function setUpDrawn(instance: P5Instance, host: ReturnType<typeof createSketchHost>) {
    const definition = sketch as Sketch;
    let draw: ((frame: Frame) => void) | null = null;
    instance.setup = async () => {
      try {
        instance.createCanvas(setting.width, setting.height);
        instance.pixelDensity(setting.density);
        instance.noLoop();
        draw = await definition.create(host);
      } catch (error) {
        fail(error);
        hasBegun();
      }
    };
    instance.draw = () => {
      if (isOver || draw === null) return;
      try {
        instance.randomSeed(setting.seed);
        instance.noiseSeed(setting.seed);
        // What a frame sets, the next one does not inherit.
        instance.push();
        draw(frame);
        instance.pop();
      } catch (error) {
        fail(error);
      }
      hasBegun();
    };
  }

  await begun;
  if (typeof sketch === 'function') await drawUpTo(request.frames ?? 1);
  freeOtherCanvases(holder);

  async function drawUpTo(frameCount: number) {
    for (let turnEnds = performance.now() + TURN_MS; p.frameCount < frameCount && !isOver; ) {
      await p.redraw();
      if (performance.now() < turnEnds) continue;
      await new Promise((resolve) => setTimeout(resolve));
      turnEnds = performance.now() + TURN_MS;
    }
  }

  let waiting: Frame | null = null;
  let drawing: Promise<void> | null = null;
  async function drawWaiting() {
    while (waiting !== null && !isOver) {
      frame = waiting;
      waiting = null;
      await p.redraw();
    }
    drawing = null;
  }

  return {
    canvas: () => holder.querySelector('canvas'),
    render(next) {
      waiting = next;
      drawing ??= drawWaiting();
      return drawing;
    },
    frames: () => (typeof sketch === 'function' ? Math.max(1, p.frameCount) : 1),
    setPlaying(isPlaying) {
      if (isOver || typeof sketch !== 'function') return;
      if (isPlaying) p.loop();
      else p.noLoop();
    },
    hearsKeys: () => ['keyPressed', 'keyReleased', 'keyTyped'].some((name) => Object.hasOwn(p, name)),
    async dispose() {
      if (end.signal.aborted) return;
      isOver = true;
      end.abort(new DOMException('The sketch was closed.', 'AbortError'));
      await drawing;
      await p.remove();
      for (const hook of ownHooks) hook.call(p);
      holder.replaceChildren();
    },
  };
}

/** p5 keeps the finger from scrolling over every canvas of the page, ours included. */
function freeOtherCanvases(holder: HTMLElement): void {
  for (const canvas of document.querySelectorAll('canvas')) {
    if (!holder.contains(canvas)) canvas.style.removeProperty('touch-action');
  }
}

/** The values alone, where a frame stands still. */
export const stillFrame = <C extends Controls>(values: ControlValues<C>): Frame<C> => ({
  phase: 0,
  values,
  pointer: null,
});
