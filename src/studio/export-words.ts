import { describeTimeLeft } from '#core/gallery/time-left.ts';
import type { PngEstimate } from '#platform/export/estimate-png.ts';
import { sizeWords } from './size-words.ts';

/** Whoever waits less long need not be told. */
const LONG_SECONDS = 20;

/** What is worth knowing of a long export before it starts; null for a short one. */
export function describeEstimate({ seconds, bytes }: PngEstimate, isStraightToDisk: boolean): string | null {
  if (seconds < LONG_SECONDS) return null;
  const size = sizeWords(Number(bytes.toPrecision(2)));
  const way = isStraightToDisk ? 'written straight to disk' : 'which this browser holds until it is whole';
  return `Painting takes ${describeTimeLeft(seconds)}. The file is about ${size}, ${way}.`;
}
