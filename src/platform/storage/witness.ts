// The witness lives outside the database and remembers how far it had come: Chromium answers damage on the
// disk with an empty database, which looks like a first visit to anyone who asks the database alone.
import { parseTally, type Tally } from './tally.ts';

const KEY = 'palate.witness';

/** null when nobody was here before, or localStorage is absent, blocked or unreadable. */
export function readWitness(): Tally | null {
  try {
    return parseTally(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return null;
  }
}

/** Notes a commit. Never goes back, whichever tab writes last. */
export function writeWitness(tally: Tally, atMs: number): void {
  const known = readWitness();
  if (known !== null && isBefore(tally, known)) return;
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...tally, atMs }));
  } catch {
    // Without a witness the second copy alone remembers.
  }
}

const isBefore = (a: Tally, b: Tally) =>
  a.generation === b.generation ? a.sequence < b.sequence : a.generation < b.generation;
