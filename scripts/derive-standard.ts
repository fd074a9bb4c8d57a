import type { Paint } from '#core/cppn/paint.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { criticView, rawStatistics } from '#core/taste/measure-picture.ts';
import { randomPicture } from '#core/taste/random-picture.ts';

/** Mean and deviation of each statistic over the pictures of seeds 0 to `count` - 1, four significant digits. */
export function deriveStandard(paint: Paint, count: number): { means: number[]; deviations: number[] } {
  const rows = Array.from({ length: count }, (_, seed) =>
    rawStatistics(runToEnd(paint(randomPicture(paint, seed), criticView))),
  );
  const means = Array.from(rows[0]!, (_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / count);
  const deviations = means.map((mean, i) =>
    Math.sqrt(rows.reduce((sum, row) => sum + (row[i]! - mean) ** 2, 0) / count),
  );
  const rounded = (value: number) => Number(value.toPrecision(4));
  return { means: means.map(rounded), deviations: deviations.map(rounded) };
}
