import { housePalettes } from '#core/cppn/house-palettes.ts';
import type { Palette, PaletteStop } from '#core/cppn/palette.ts';
import { oklchToOklab } from '#core/math/color.ts';
import type { Random } from '#core/math/random.ts';
import { roundStop, stopsAt } from './blend-palettes.ts';

/** Where a palette goes and how fast, for each unit of length. */
export interface PaletteDirection {
  /** A house palette varied as a fresh seed's is, in the order of lightness of the one that moves and at its positions. */
  readonly towards: Palette;
  /** Share of the way to `towards`. */
  readonly pull: number;
  /** Degrees added to every hue. */
  readonly turn: number;
  /** Factor added to every chroma. */
  readonly richness: number;
  /** Lightness added to each stop but the ends. */
  readonly lifts: readonly number[];
  /** How far the middle of the palette slides towards its end. */
  readonly slide: number;
}

/** Draws a direction towards one of the `allowed` house palettes: of two drawn the one farther off, never the palette's own. */
export function createPaletteDirection(
  palette: Palette,
  random: Random,
  allowed: readonly string[] | null,
): PaletteDirection {
  const others = housePalettes.filter(
    ({ name }) => name !== palette.name && (allowed === null || allowed.includes(name)),
  );
  const draw = (): Palette => {
    const house = varied(random.pick(others), random);
    const ordered = isRising(house) === isRising(palette) ? house : reversed(house);
    return { name: house.name, stops: stopsAt(ordered, palette.stops) };
  };
  const one = draw();
  const two = draw();
  return {
    towards: apart(palette, one) >= apart(palette, two) ? one : two,
    pull: 1 + 2 * Math.abs(random.normal()),
    turn: random.normal() * 90,
    richness: random.normal(),
    lifts: palette.stops.map((_, i) =>
      i === 0 || i === palette.stops.length - 1 ? 0 : random.normal() * 0.4,
    ),
    slide: random.normal(),
  };
}

/** Moves a palette along its direction. Beyond its `towards` it only turns and shifts, and that within narrow limits. */
export function movePalette(palette: Palette, direction: PaletteDirection, length: number): Palette {
  if (length === 0) return palette;
  const share = Math.min(1, direction.pull * length);
  const turn = within(60, direction.turn * length);
  const richness = 1 + within(0.3, direction.richness * length);
  const slide = within(0.7, direction.slide * length);
  const stops = palette.stops.map((from, i): PaletteStop => {
    const to = direction.towards.stops[i]!;
    // Along the shorter arc of hues, so that colors pass through colors, not through gray.
    const arc = ((to.hue - from.hue + 540) % 360) - 180;
    const p = from.position;
    const lightness =
      from.lightness + (to.lightness - from.lightness) * share + within(0.06, direction.lifts[i]! * length);
    const hue = (from.hue + arc * share + turn + 720) % 360;
    const chroma = (from.chroma + (to.chroma - from.chroma) * share) * richness;
    const limit = Math.max(chromaRule(lightness, hue), excessOf(from), excessOf(to));
    return roundStop({
      position: Math.round((p + slide * p * (1 - p)) * 1e4) / 1e4,
      lightness,
      chroma: Math.min(chroma, limit),
      hue,
    });
  });
  return { name: share > 0.5 ? direction.towards.name : palette.name, stops };
}

/** Sum of squared OKLab differences, stop by stop. */
function apart(a: Palette, b: Palette): number {
  return a.stops.reduce((sum, stop, i) => {
    const [l1, a1, b1] = oklchToOklab(stop.lightness, stop.chroma, stop.hue);
    const other = b.stops[i]!;
    const [l2, a2, b2] = oklchToOklab(other.lightness, other.chroma, other.hue);
    return sum + (l1 - l2) ** 2 + (a1 - a2) ** 2 + (b1 - b2) ** 2;
  }, 0);
}

/** The house rule: ends nearly neutral; violets, and greens between leaf and mint, calm. */
function chromaRule(lightness: number, hue: number): number {
  if (lightness < 0.25) return 0.06;
  if (lightness > 0.93) return 0.05;
  return (hue > 285 && hue < 325) || (hue > 130 && hue < 150) ? 0.12 : 0.4;
}

/** A stop that broke the rule before keeps its chroma. */
const excessOf = ({ lightness, chroma, hue }: PaletteStop) =>
  chroma > chromaRule(lightness, hue) ? chroma : 0;

const within = (limit: number, value: number) => Math.max(-limit, Math.min(limit, value));

const isRising = ({ stops }: Palette) => stops.at(-1)!.lightness >= stops[0]!.lightness;

const reversed = ({ name, stops }: Palette): Palette => ({
  name,
  stops: stops.map((stop) => ({ ...stop, position: 1 - stop.position })).reverse(),
});

function varied({ name, stops }: Palette, random: Random): Palette {
  const hueShift = random.uniform() * 28 - 14;
  const chromaFactor = 0.88 + random.uniform() * 0.24;
  const lightnessShift = random.uniform() * 0.06 - 0.03;
  return {
    name,
    stops: stops.map((stop) => ({
      position: stop.position,
      lightness: stop.lightness + lightnessShift,
      chroma: stop.chroma * chromaFactor,
      hue: (stop.hue + hueShift + 360) % 360,
    })),
  };
}
