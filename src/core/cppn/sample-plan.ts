import type { Coloring } from './coloring.ts';
import type { PaintRequest } from './pixels.ts';

/** Where a pixel is asked: offsets from its top left corner, in pixels, row by row. */
export interface SamplePlan {
  readonly dx: readonly number[];
  readonly dy: readonly number[];
  /** How many of them are averaged; the rest only measure slopes. */
  readonly shownCount: number;
}

export function planSamples(coloring: Coloring, { samples }: PaintRequest): SamplePlan {
  if (samples === 1) {
    const hasSlopes =
      coloring.kind === 'palette' && (coloring.finish.relief > 0 || coloring.finish.lines > 0);
    return hasSlopes
      ? { dx: [0.5, 1, 0.5], dy: [0.5, 0.5, 1], shownCount: 1 }
      : { dx: [0.5], dy: [0.5], shownCount: 1 };
  }
  const dx: number[] = [];
  const dy: number[] = [];
  for (let j = 0; j < samples; j++) {
    for (let i = 0; i < samples; i++) {
      dx.push((i + 0.5) / samples);
      dy.push((j + 0.5) / samples);
    }
  }
  return { dx, dy, shownCount: dx.length };
}
