import { useEffect, useRef } from 'preact/hooks';
import type { Artwork } from '#core/gallery/records.ts';
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
}

/** As large as a sketch is drawn for its thumbnail: large enough to look like itself. */
const drawnPx = 300;
/** Between two, so that the sketch that is looked at keeps its pace; one that stands still has none. */
const restMs = () => (mayMove() ? 400 : 30);

/** Every sketch, drawn once with this artwork when there is time. */
export function Thumbnails({ all, shown, artwork }: ThumbnailsProps) {
  const { studio } = useUi();
  const list = useRef<HTMLElement>(null);

  useEffect(() => {
    const end = new AbortController();
    const draw = async () => {
      for (const listed of all) {
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
        const drawn = run.canvas();
        const canvas = list.current?.querySelector<HTMLCanvasElement>(
          `[data-sketch="${listed.name}"] canvas`,
        );
        if (drawn !== null && canvas && !end.signal.aborted) {
          canvas.width = drawn.width;
          canvas.height = drawn.height;
          canvas.getContext('2d')!.drawImage(drawn, 0, 0);
          canvas.dataset.sharpness = 'sharp';
        }
        await run.dispose();
      } catch {
        // It says what is wrong where it is opened; its thumbnail stays empty.
      }
    };
    void draw();
    return () => end.abort();
  }, [all, artwork.id]);

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
