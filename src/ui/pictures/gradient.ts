import type { Genome } from '#core/cppn/genome.ts';

/** Two CSS colors of a picture before it is painted: its palette's, a quarter and three quarters along. */
export type Gradient = readonly [from: string, to: string];

const greys: Gradient = ['oklch(0.3 0.006 75)', 'oklch(0.55 0.008 75)'];

export function gradientOf({ coloring }: Genome): Gradient {
  if (coloring.kind !== 'palette') return greys;
  const { stops } = coloring.palette;
  const colorNear = (position: number) => {
    const stop = stops.reduce((best, other) =>
      Math.abs(other.position - position) < Math.abs(best.position - position) ? other : best,
    );
    return `oklch(${stop.lightness.toFixed(3)} ${stop.chroma.toFixed(3)} ${stop.hue.toFixed(1)})`;
  };
  return [colorNear(0.3), colorNear(0.75)];
}

/** From the top left to the bottom right, a little steeper, as the first paint draws it. */
export const gradientImage = ([from, to]: Gradient) => `linear-gradient(160deg, ${from}, ${to})`;
