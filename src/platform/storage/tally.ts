/** What a database says of itself, kept in the transaction of every write. */
export interface Tally {
  /** 1, and 1 more each time someone chose to begin with nothing after a loss. */
  readonly generation: number;
  /** Of the last write; 0 before the first. */
  readonly sequence: number;
  readonly hungCount: number;
  readonly judgementCount: number;
}

/** null for anything that is no tally. */
export function parseTally(value: unknown): Tally | null {
  if (typeof value !== 'object' || value === null) return null;
  const { generation, sequence, hungCount, judgementCount } = value as Record<string, unknown>;
  if (!isCount(generation) || !isCount(sequence) || !isCount(hungCount) || !isCount(judgementCount)) {
    return null;
  }
  return generation === 0 ? null : { generation, sequence, hungCount, judgementCount };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
