import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Artwork, Wall } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import { density } from '../layout.ts';
import { gradientOf } from '../pictures/gradient.ts';
import { ranks, screenRequest } from '../pictures/pictures.ts';

/** CSS pixels: 5 x 3 pictures of 16 x 15, 1.5 apart. */
export const sheetSize = { widthPx: 86, heightPx: 48 } as const;
const columnCount = 5;
const cell = { widthPx: 16, heightPx: 15, gapPx: 1.5 } as const;

/** A wall as a sheet of tiny pictures, painted once it is near the screen and after everything larger. */
export function ContactSheet({ wall }: { wall: Wall }) {
  const { studio, pictures } = useUi();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const scale = density();
  const tileIds = wall.tiles.map(({ artwork }) => artwork).join();

  useLayoutEffect(() => {
    const canvas = canvasRef.current!;
    const abort = new AbortController();
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void paint();
      },
      { rootMargin: '200px' },
    );
    observer.observe(canvas);

    const paint = async () => {
      const shown = studio.explore.wall.peek();
      // The wall on screen is at hand, and the very first one is not stored yet.
      const artworks =
        shown?.wall.id === wall.id
          ? shown.tiles.map(({ artwork }) => artwork)
          : await studio.actions.readWall(wall);
      if (abort.signal.aborted) return;
      const context = canvas.getContext('2d')!;
      context.imageSmoothingQuality = 'high';
      artworks.forEach((artwork, index) => void paintCell(context, artwork, index));
    };
    const paintCell = async (context: CanvasRenderingContext2D, artwork: Artwork, index: number) => {
      const place = placeOf(index, scale);
      const key = `${artwork.id} sheet ${scale}`;
      const cached = pictures.cache.get(key);
      if (cached !== undefined) {
        context.drawImage(cached, place.xPx, place.yPx);
        return;
      }
      const [from, to] = gradientOf(artwork.genome);
      const gradient = context.createLinearGradient(0, place.yPx, 0, place.yPx + place.heightPx);
      gradient.addColorStop(0, from);
      gradient.addColorStop(1, to);
      context.fillStyle = gradient;
      context.fillRect(place.xPx, place.yPx, place.widthPx, place.heightPx);
      const request = { ...screenRequest(place, artwork.view, 2), grain: 'print' } as const;
      const rank = ranks.small + index;
      const bitmap = await pictures.queue
        .paint(artwork.genome, { ...request, region: { ...place, xPx: 0, yPx: 0 } }, rank, abort.signal)
        // A sheet keeps its gradient where a picture cannot be painted; on the wall itself that is told.
        .catch(() => null);
      if (bitmap === null) return;
      if (!abort.signal.aborted) context.drawImage(bitmap, place.xPx, place.yPx);
      pictures.cache.put(key, bitmap);
    };
    return () => {
      observer.disconnect();
      abort.abort();
    };
  }, [tileIds, scale]);

  return (
    <canvas
      ref={canvasRef}
      class="contact-sheet"
      width={sheetSize.widthPx * scale}
      height={sheetSize.heightPx * scale}
    />
  );
}

const placeOf = (index: number, scale: number) => ({
  xPx: Math.round((index % columnCount) * (cell.widthPx + cell.gapPx) * scale),
  yPx: Math.round(Math.floor(index / columnCount) * (cell.heightPx + cell.gapPx) * scale),
  widthPx: Math.round(cell.widthPx * scale),
  heightPx: Math.round(cell.heightPx * scale),
});
