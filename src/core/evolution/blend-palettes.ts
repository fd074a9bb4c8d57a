import type { Palette, PaletteStop } from '#core/cppn/palette.ts';
import { paletteTable, TABLE_SIZE } from '#core/cppn/palette-table.ts';
import { oklchToOklab, type Triple } from '#core/math/color.ts';

/** `base` with its colors moved by `share`, [0, 1], towards `other`'s at the same positions, in OKLab. Stops stay where they are. */
export function blendPalettes(base: Palette, other: Palette, share: number): Palette {
  if (share === 0) return base;
  const there = colorsAt(other, base.stops);
  const stops = base.stops.map((stop, i): PaletteStop => {
    const here = oklchToOklab(stop.lightness, stop.chroma, stop.hue);
    const mixed = here.map((value, k) => value + (there[i]![k]! - value) * share);
    return toStop(stop.position, [mixed[0]!, mixed[1]!, mixed[2]!]);
  });
  return { name: share > 0.5 ? other.name : base.name, stops };
}

/** The stops a palette would have at other positions: its own colors there. */
export function stopsAt(palette: Palette, places: readonly { readonly position: number }[]): PaletteStop[] {
  return colorsAt(palette, places).map((color, i) => toStop(places[i]!.position, color));
}

/** A palette's OKLab colors at the positions of some stops. */
function colorsAt(palette: Palette, places: readonly { readonly position: number }[]): Triple[] {
  const table = paletteTable(palette);
  return places.map(({ position }): Triple => {
    const entry = Math.round(Math.max(0, Math.min(1, position)) * (TABLE_SIZE - 1)) * 3;
    return [table[entry]!, table[entry + 1]!, table[entry + 2]!];
  });
}

function toStop(position: number, [lightness, a, b]: Triple): PaletteStop {
  return roundStop({ position, lightness, chroma: Math.sqrt(a * a + b * b), hue: hueDegrees(a, b) });
}

/** Limited to what a stop may hold, with four decimals (hue two), so that files stay short. */
export function roundStop({ position, lightness, chroma, hue }: PaletteStop): PaletteStop {
  const turned = hue - 360 * Math.floor(hue / 360);
  return {
    position,
    lightness: Math.round(Math.max(0, Math.min(1, lightness)) * 1e4) / 1e4,
    chroma: Math.round(Math.max(0, Math.min(0.4, chroma)) * 1e4) / 1e4,
    hue: (Math.round(turned * 100) / 100) % 360,
  };
}

/** Direction of (a, b) in degrees, [0, 360); 0 for a gray. To 1e-9, from + - * / and sqrt alone. */
export function hueDegrees(a: number, b: number): number {
  const largest = Math.max(Math.abs(a), Math.abs(b));
  if (largest === 0) return 0;
  // Two halvings bring the angle below 11.25 degrees, where the series is short.
  let t = Math.min(Math.abs(a), Math.abs(b)) / largest;
  t /= 1 + Math.sqrt(1 + t * t);
  t /= 1 + Math.sqrt(1 + t * t);
  const z = t * t;
  const radians =
    4 * t * (1 - z * (1 / 3 - z * (1 / 5 - z * (1 / 7 - z * (1 / 9 - z * (1 / 11 - z * (1 / 13)))))));
  let degrees = (radians * 180) / Math.PI;
  if (Math.abs(b) > Math.abs(a)) degrees = 90 - degrees;
  if (a < 0) degrees = 180 - degrees;
  return b < 0 ? (360 - degrees) % 360 : degrees;
}
