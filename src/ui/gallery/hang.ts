import type { ArtworkId } from '#core/gallery/records.ts';

/** Where a picture hangs, in CSS pixels from the top left of them all. Its caption is below it. */
export interface Hung {
  readonly index: number;
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What comes and goes together when the page is scrolled. */
export interface Row {
  readonly places: readonly Hung[];
  /** To the top of the next one. */
  readonly heightPx: number;
}

export interface Hanging {
  /** In order. */
  readonly places: readonly Hung[];
  readonly rows: readonly Row[];
  /** Of each place. */
  readonly rowOf: readonly number[];
  /** With the last captions. */
  readonly heightPx: number;
}

interface HangOptions {
  readonly widthPx: number;
  readonly gapPx: number;
  readonly captionPx: number;
}

/**
 * Rows filled from side to side. Heights come out as near to `targetPx` as can be; the last row keeps the target.
 * `aspects` are widths over heights.
 */
export function hangInRows(
  aspects: readonly number[],
  { widthPx, gapPx, captionPx, targetPx }: HangOptions & { readonly targetPx: number },
): Hanging {
  const rows: Row[] = [];
  let first = 0;
  let yPx = 0;
  let sum = 0;
  const hangRow = (end: number, heightPx: number) => {
    // Edges on whole pixels: a canvas has no half ones.
    const shownPx = Math.round(heightPx);
    const places: Hung[] = [];
    let edge = 0;
    for (let index = first; index < end; index++) {
      const xPx = Math.round(edge);
      edge += aspects[index]! * heightPx;
      places.push({ index, xPx, yPx, widthPx: Math.round(edge) - xPx, heightPx: shownPx });
      edge += gapPx;
    }
    rows.push({ places, heightPx: shownPx + captionPx });
    yPx += shownPx + captionPx;
    first = end;
    sum = 0;
  };
  const heightOf = (count: number, total: number) => (widthPx - (count - 1) * gapPx) / total;
  for (const [index, aspect] of aspects.entries()) {
    const count = index - first;
    const withPx = heightOf(count + 1, sum + aspect);
    const withoutPx = count === 0 ? Number.POSITIVE_INFINITY : heightOf(count, sum);
    // A full row: with it or without it, whichever is nearer to the target.
    const isFull = withPx <= targetPx;
    if (isFull && withoutPx * withPx < targetPx * targetPx) hangRow(index, withoutPx);
    sum += aspect;
    if (heightOf(index - first + 1, sum) <= targetPx) hangRow(index + 1, heightOf(index - first + 1, sum));
  }
  if (first < aspects.length) hangRow(aspects.length, targetPx);
  return { places: rows.flatMap(({ places }) => places), rows, rowOf: listRows(rows), heightPx: yPx };
}

/** Columns of one width; each picture hangs in the shorter one. A row is as many pictures as there are columns. */
export function hangInColumns(
  aspects: readonly number[],
  { widthPx, gapPx, captionPx, columnCount }: HangOptions & { readonly columnCount: number },
): Hanging {
  const columnPx = Math.floor((widthPx - (columnCount - 1) * gapPx) / columnCount);
  const heights = new Array<number>(columnCount).fill(0);
  const places = aspects.map((aspect, index) => {
    const column = heights.indexOf(Math.min(...heights));
    const yPx = heights[column]!;
    const heightPx = Math.round(columnPx / aspect);
    heights[column] = yPx + heightPx + captionPx;
    return { index, xPx: column * (columnPx + gapPx), yPx, widthPx: columnPx, heightPx };
  });
  const heightPx = Math.max(...heights);
  const rows: Row[] = [];
  for (let first = 0; first < places.length; first += columnCount) {
    const next = places[first + columnCount]?.yPx ?? heightPx;
    rows.push({ places: places.slice(first, first + columnCount), heightPx: next - places[first]!.yPx });
  }
  return { places, rows, rowOf: listRows(rows), heightPx };
}

const listRows = (rows: readonly Row[]) => rows.flatMap(({ places }, row) => places.map(() => row));

const frames = [0.84, 1, 1.06, 1.25, 1.34] as const;

/** A picture has no edges, so its frame is chosen for it, the same one always. Width over height. */
export const aspectOf = (id: ArtworkId) => frames[Number.parseInt(id.slice(0, 6), 16) % frames.length] ?? 1;
