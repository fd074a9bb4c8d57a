import { compareReference } from './compare-reference.ts';
import { parseReference } from './read-reference.ts';

/** One line on one file. `verdict`: 0 within tolerance, 1 beyond it, 2 for a file that cannot be read. */
export function describeReference(
  name: string,
  read: () => string,
): { readonly line: string; readonly verdict: 0 | 1 | 2 } {
  let comparisons: ReturnType<typeof compareReference>;
  try {
    comparisons = compareReference(parseReference(read()));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { line: `${name}: cannot be read. ${reason}`.replaceAll(/\s*\n\s*/g, ' '), verdict: 2 };
  }
  const isWithin = comparisons.every(({ share }) => share <= 1);
  const errors = comparisons.map(
    ({ name: what, error, share }) =>
      `${what} ${error.toExponential(1)}${share <= 1 ? '' : ` (${share.toPrecision(2)} x what is allowed)`}`,
  );
  return {
    line: `${name}: ${isWithin ? 'within tolerance' : 'BEYOND TOLERANCE'}; largest errors: ${errors.join(', ')}`,
    verdict: isWithin ? 0 : 1,
  };
}
