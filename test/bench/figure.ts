export interface Figure {
  readonly name: string;
  readonly value: number;
  /** ms, kB, %, tiles ...: as the issue that asks for the figure names it. Shares are in percent. */
  readonly unit: string;
}

/** Of an odd count the middle one, of an even one the mean of the two. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('median needs at least one value, got none.');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

export const percent = (count: number, total: number) => (100 * count) / total;
