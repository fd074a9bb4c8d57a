// Paints one picture under the hand: rough while it moves, finer as it rests. What was painted last is shown moved along
// until new pixels come, so that the canvas follows the hand whatever the painter's pace.
import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest, Size } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import type { Studio } from '#studio/studio.ts';
import { isAbort } from '../pictures/pictures.ts';
import { transformBetween } from './move-view.ts';

export interface EaselPainter {
  /** Device pixels; the picture is painted anew. Nothing is painted before the first. */
  setSize(size: Size): void;
  setView(view: View): void;
  /** Another picture in the place of this one, which stays until there are pixels of the new. */
  setGenome(genome: Genome): void;
  /** Before the first size: pixels from elsewhere, painted at `view`, to show until there are better ones. */
  begin(pixels: HTMLCanvasElement, view: View): void;
  dispose(): void;
}

interface Pass {
  /** Of the canvas. */
  readonly scale: number;
  readonly samples: PaintRequest['samples'];
  /** Not before the view has rested this long. */
  readonly restMs: number;
  /** A pass is painted in bands, the middle one first, so that several workers share it. */
  readonly bandCount: number;
}

const passes: readonly Pass[] = [
  { scale: 1 / 4, samples: 1, restMs: 0, bandCount: 1 },
  { scale: 1 / 2, samples: 1, restMs: 0, bandCount: 2 },
  { scale: 1, samples: 1, restMs: 120, bandCount: 4 },
  { scale: 1, samples: 2, restMs: 400, bandCount: 16 },
];

interface EaselPainterOptions {
  readonly canvas: HTMLCanvasElement;
  readonly genome: Genome;
  readonly view: View;
  readonly paint: Studio['paint'];
  /** Which pass is done, counted from 1; 0 when it begins anew. */
  readonly onPass: (pass: number) => void;
  readonly onFailure: () => void;
}

export function createEaselPainter(options: EaselPainterOptions): EaselPainter {
  const { canvas, paint, onPass, onFailure } = options;
  const context = canvas.getContext('2d', { alpha: false })!;
  // Pixels of the whole canvas as painted at `frameView`.
  const frame = document.createElement('canvas');
  const frameContext = frame.getContext('2d', { alpha: false })!;
  let frameView: View | null = null;
  let { genome, view } = options;
  let isWaitingToDraw = false;
  let isDisposed = false;
  let hasSize = false;
  let begun: { readonly pixels: HTMLCanvasElement; readonly view: View } | null = null;
  let running = new AbortController();

  const shortPx = () => Math.min(canvas.width, canvas.height);

  const draw = () => {
    isWaitingToDraw = false;
    if (frameView === null || isDisposed) return;
    const { scale, angle, x, y } = transformBetween(frameView, view, shortPx());
    const isMoved = scale !== 1 || angle !== 0 || x !== 0 || y !== 0;
    // The edges that come in have no pixels yet: what lay there stays under them.
    if (isMoved) context.drawImage(frame, 0, 0);
    context.translate(canvas.width / 2 + x, canvas.height / 2 + y);
    context.rotate(angle);
    context.scale(scale, scale);
    context.drawImage(frame, -canvas.width / 2, -canvas.height / 2);
    context.resetTransform();
  };
  const drawSoon = () => {
    if (isWaitingToDraw) return;
    isWaitingToDraw = true;
    requestAnimationFrame(draw);
  };

  async function paintPass(pass: Pass, at: View, signal: AbortSignal): Promise<void> {
    const painted = genome;
    const size = {
      widthPx: Math.max(1, Math.round(canvas.width * pass.scale)),
      heightPx: Math.max(1, Math.round(canvas.height * pass.scale)),
    };
    const toCanvas = canvas.height / size.heightPx;
    const bands = bandsFromMiddle(size, Math.min(pass.bandCount, size.heightPx));
    await Promise.all(
      bands.map(async (region) => {
        const { samples } = pass;
        const bitmap = await paint(
          painted,
          { size, region, view: at, samples, grain: 'pixel', dither: true },
          signal,
        );
        if (!isDisposed && !signal.aborted) {
          frameContext.imageSmoothingQuality = 'high';
          frameContext.drawImage(bitmap, 0, region.yPx * toCanvas, canvas.width, region.heightPx * toCanvas);
          frameView = at;
          drawSoon();
        }
        bitmap.close();
      }),
    );
  }

  /** The passes for one view, until it is aborted by the next. The first is let finish: else a moving hand sees nothing new. */
  async function paintPasses(first: number, signal: AbortSignal): Promise<void> {
    const at = view;
    const restedSince = performance.now();
    for (let index = first; index < passes.length; index++) {
      const pass = passes[index]!;
      await rest(restedSince + pass.restMs - performance.now(), signal);
      if (signal.aborted || isDisposed) return;
      await paintPass(pass, at, signal);
      // Bands that came in the same turn as a newer view were left undrawn.
      if (signal.aborted || isDisposed) return;
      onPass(index + 1);
    }
  }

  let version = 0;
  let isRough = false;
  /** Follows the newest view with the rough pass, one at a time; then sharpens it. */
  const follow = () => {
    version++;
    running.abort(new DOMException('A newer view is wanted.', 'AbortError'));
    running = new AbortController();
    onPass(0);
    if (isRough || isDisposed || !hasSize) return;
    isRough = true;
    void (async () => {
      for (let followed = -1; followed !== version && !isDisposed; ) {
        followed = version;
        await paintPass(passes[0]!, view, never).catch(fail);
      }
      isRough = false;
      if (isDisposed) return;
      onPass(1);
      sharpen(1);
    })();
  };
  const sharpen = (first: number) => {
    void paintPasses(first, running.signal).catch(fail);
  };
  // A graphics process that fell has taken the pixels along.
  const beginAnew = () => {
    frameView = null;
    follow();
  };
  for (const each of [canvas, frame]) each.addEventListener('contextrestored', beginAnew);
  const fail = (error: unknown) => {
    if (!isAbort(error) && !isDisposed) onFailure();
  };

  return {
    setSize({ widthPx, heightPx }) {
      if (hasSize && widthPx === canvas.width && heightPx === canvas.height) return;
      const old = hasSize && frameView !== null ? copyOf(frame) : (begun?.pixels ?? null);
      frameView = old === null ? null : (frameView ?? begun?.view ?? null);
      for (const each of [canvas, frame]) {
        each.width = widthPx;
        each.height = heightPx;
      }
      const isBeginning = !hasSize && old !== null;
      hasSize = true;
      if (old !== null) {
        drawCentered(frameContext, old);
        draw();
      }
      // Pixels from a tile are as good as the rough pass.
      if (isBeginning) sharpen(1);
      else follow();
    },
    setView(next) {
      if (next === view) return;
      view = next;
      drawSoon();
      follow();
    },
    setGenome(next) {
      if (next === genome) return;
      genome = next;
      follow();
    },
    begin(pixels, at) {
      begun = { pixels, view: at };
    },
    dispose() {
      isDisposed = true;
      for (const each of [canvas, frame]) each.removeEventListener('contextrestored', beginAnew);
      running.abort(new DOMException('The easel was closed.', 'AbortError'));
    },
  };
}

const never = new AbortController().signal;

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function bandsFromMiddle({ widthPx, heightPx }: Size, count: number) {
  const edge = (index: number) => Math.round((index * heightPx) / count);
  const bands = Array.from({ length: count }, (_, i) => ({
    xPx: 0,
    yPx: edge(i),
    widthPx,
    heightPx: edge(i + 1) - edge(i),
  }));
  const distance = (yPx: number, bandPx: number) => Math.abs(yPx + bandPx / 2 - heightPx / 2);
  return bands.sort((a, b) => distance(a.yPx, a.heightPx) - distance(b.yPx, b.heightPx));
}

/** Short side on short side, as views are defined. */
function drawCentered(context: CanvasRenderingContext2D, source: HTMLCanvasElement): void {
  const { width, height } = context.canvas;
  const scale = Math.min(width, height) / Math.min(source.width, source.height);
  const [w, h] = [source.width * scale, source.height * scale];
  // What the source does not reach is filled with it, stretched: colors that fit, for a moment.
  context.drawImage(source, 0, 0, width, height);
  context.drawImage(source, (width - w) / 2, (height - h) / 2, w, h);
}

function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  copy.width = Math.max(1, canvas.width);
  copy.height = Math.max(1, canvas.height);
  copy.getContext('2d')!.drawImage(canvas, 0, 0);
  return copy;
}
