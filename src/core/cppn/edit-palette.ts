// Edits of a palette by hand: what comes out always rises from position 0 to position 1, with 2 to 12 stops.
import { oklabToOklch } from '#core/math/color.ts';
import type { Palette, PaletteStop } from './palette.ts';
import { paletteTable, TABLE_SIZE } from './palette-table.ts';

export const stopLimits = { least: 2, most: 12 } as const;

/** Stops stay this far apart. */
const GAP = 0.005;

/** Moves and colors one stop. The first stays at 0, the last at 1, and none passes its neighbours. Hue turns round. */
export function setStop(palette: Palette, index: number, change: Partial<PaletteStop>): Palette {
  const { stops } = palette;
  const old = stops[index];
  if (old === undefined) throw new RangeError(`The palette has ${stops.length} stops, asked for ${index}.`);
  const wanted = { ...old, ...change };
  const stop: PaletteStop = {
    position: placeBetween(stops, index, wanted.position),
    lightness: limited(wanted.lightness, 0, 1),
    chroma: limited(wanted.chroma, 0, 0.4),
    hue: turned(wanted.hue),
  };
  return { ...palette, stops: stops.map((other, i) => (i === index ? stop : other)) };
}

/** A new stop in the color the palette has there; null when there is no room for it. */
export function addStop(palette: Palette, position: number): { palette: Palette; index: number } | null {
  const { stops } = palette;
  const index = stops.findIndex((stop) => stop.position > position);
  if (stops.length >= stopLimits.most || index < 1) return null;
  const isCrowded = stops.some((stop) => Math.abs(stop.position - position) < GAP);
  if (isCrowded) return null;
  const stop = { position, ...colorAt(palette, position) };
  return { palette: { ...palette, stops: [...stops.slice(0, index), stop, ...stops.slice(index)] }, index };
}

/** The middle of the widest gap between stops. */
export function widestGap({ stops }: Palette): number {
  let best = 1;
  for (let i = 2; i < stops.length; i++) if (gapBefore(stops, i) > gapBefore(stops, best)) best = i;
  return (stops[best - 1]!.position + stops[best]!.position) / 2;
}

/** Without one stop; at an end its neighbour takes its place. null when two are left. */
export function removeStop(palette: Palette, index: number): Palette | null {
  const { stops } = palette;
  if (stops.length <= stopLimits.least || stops[index] === undefined) return null;
  const left = stops.filter((_, i) => i !== index);
  const ends = left.map((stop, i) => {
    if (i === 0) return { ...stop, position: 0 };
    return i === left.length - 1 ? { ...stop, position: 1 } : stop;
  });
  return { ...palette, stops: ends };
}

/** Whether no stop of one was moved, coloured, added or taken away in the other, whatever they are called. */
export function hasSameStops(a: Palette, b: Palette): boolean {
  const near = (x: number, y: number) => Math.abs(x - y) < 1e-3;
  return (
    a.stops.length === b.stops.length &&
    a.stops.every((stop, i) => {
      const other = b.stops[i]!;
      return (
        near(stop.position, other.position) &&
        near(stop.lightness, other.lightness) &&
        near(stop.chroma, other.chroma) &&
        near(stop.hue, other.hue)
      );
    })
  );
}

export type Color = Omit<PaletteStop, 'position'>;

/** Lightness, chroma and hue at that position of a palette, as painted; hue in degrees. */
export const colorAt = (palette: Palette, position: number): Color => colorsAt(palette, [position])[0]!;

/** As `colorAt`, for several positions. */
export function colorsAt(palette: Palette, positions: readonly number[]): Color[] {
  const table = paletteTable(palette);
  return positions.map((position) => {
    const entry = Math.round(limited(position, 0, 1) * (TABLE_SIZE - 1)) * 3;
    const [lightness, chroma, hue] = oklabToOklch(table[entry]!, table[entry + 1]!, table[entry + 2]!);
    return { lightness: limited(lightness, 0, 1), chroma: limited(chroma, 0, 0.4), hue: turned(hue) };
  });
}

function placeBetween(stops: readonly PaletteStop[], index: number, wanted: number): number {
  if (index === 0) return 0;
  if (index === stops.length - 1) return 1;
  const before = stops[index - 1]!.position;
  const after = stops[index + 1]!.position;
  // Foreign palettes may be closer than the gap: the middle is always between.
  if (after - before <= 2 * GAP) return (before + after) / 2;
  return limited(wanted, before + GAP, after - GAP);
}

const gapBefore = (stops: readonly PaletteStop[], index: number) =>
  stops[index]!.position - stops[index - 1]!.position;

const limited = (value: number, min: number, max: number) =>
  Number.isNaN(value) ? min : Math.max(min, Math.min(max, value)) + 0;

/** To [0, 360). */
function turned(hue: number): number {
  if (!Number.isFinite(hue)) return 0;
  const rest = hue - 360 * Math.floor(hue / 360);
  // A tiny negative hue divides to -0, or rounds up to the whole turn.
  return rest > 0 && rest < 360 ? rest : 0;
}
