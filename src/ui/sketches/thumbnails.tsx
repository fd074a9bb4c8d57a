import { useEffect, useRef } from 'preact/hooks';
import type { Artwork, ArtworkId } from '#core/gallery/records.ts';
import { allControls } from '#platform/sketch/host-controls.ts';
import { formatPlace } from '#studio/place.ts';
import { useUi } from '../context.ts';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { mayMove } from '../settings.ts';
import type { ListedSketch } from './sketch-list.ts';
import { runApart } from './stage.ts';
import { valuesOf } from './values.ts';

interface ThumbnailsProps {
  readonly all: readonly ListedSketch[];
  readonly shown: string;
  readonly artwork: Artwork;
  /** The sketch that is shown goes first. */
  readonly mayDraw: boolean;
}

/** As large as a sketch is drawn for its thumbnail: large enough to look like itself. */
const drawnPx = 300;
/** Between two, so that the sketch that is looked at keeps its pace; one that stands still has none. */
const restMs = () => (mayMove() ? 400 : 100);

/** By sketch and artwork: who comes back sees them at once. Of the artwork drawn with last. */
let drawn: { readonly artwork: ArtworkId; readonly bySketch: Map<string, HTMLCanvasElement> } | null = null;

/** Every sketch, drawn once with this artwork when there is time. */
export function Thumbnails({ all, shown, artwork, mayDraw }: ThumbnailsProps) {
  const { studio } = useUi();
  const list = useRef<HTMLElement>(null);

  useEffect(() => {
    const end = new AbortController();
    const known = drawn?.artwork === artwork.id ? drawn.bySketch : new Map<string, HTMLCanvasElement>();
    drawn = { artwork: artwork.id, bySketch: known };
    const copy = (name: string, from: HTMLCanvasElement) => {
      const canvas = list.current?.querySelector<HTMLCanvasElement>(`[data-sketch="${name}"] canvas`);
      if (!canvas || end.signal.aborted) return;
      canvas.width = from.width;
      canvas.height = from.height;
      canvas.getContext('2d')!.drawImage(from, 0, 0);
      canvas.dataset.sharpness = 'sharp';
    };
    for (const [name, canvas] of known) copy(name, canvas);
    if (!mayDraw) return undefined;
    const draw = async () => {
      for (const listed of all) {
        if (known.has(listed.name)) continue;
        await new Promise((resolve) => setTimeout(resolve, restMs()));
        if (end.signal.aborted) return;
        await drawThumbnail(listed);
      }
    };
    const drawThumbnail = async (listed: ListedSketch) => {
      if (!('sketch' in listed)) return;
      const values = valuesOf(listed.name, allControls(listed.sketch)).peek();
      const scene = { sketch: listed.sketch, artwork, values, width: drawnPx, height: drawnPx };
      try {
        const run = await runApart(scene, 0.5, studio.paint, { phase: 0, values, pointer: null });
        // A plain sketch adds to its picture frame by frame.
        if (typeof listed.sketch === 'function')
          for (let i = 0; i < 40; i++) await run.render({ phase: 0, values, pointer: null });
        const made = run.canvas();
        if (made !== null) {
          const kept = document.createElement('canvas');
          kept.width = made.width;
          kept.height = made.height;
          kept.getContext('2d')!.drawImage(made, 0, 0);
          known.set(listed.name, kept);
          copy(listed.name, kept);
        }
        await run.dispose();
      } catch {
        // It says what is wrong where it is opened; its thumbnail stays empty.
      }
    };
    void draw();
    return () => end.abort();
  }, [all, artwork.id, mayDraw]);

  const ground = gradientImage(gradientOf(artwork.genome));
  return (
    <nav class="sketch-thumbs" aria-label="Sketches" ref={list}>
      {all.map(({ name, title }) => (
        <a
          key={name}
          data-sketch={name}
          href={formatPlace({ kind: 'sketches', sketch: name })}
          aria-current={name === shown ? 'page' : undefined}
        >
          <canvas width={2} height={2} style={{ backgroundImage: ground }} />
          {title}
        </a>
      ))}
    </nav>
  );
}
