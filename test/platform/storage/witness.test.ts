import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Tally } from '#platform/storage/tally.ts';
import { readWitness, writeWitness } from '#platform/storage/witness.ts';
import { useFreshDevice } from './fresh-device.ts';

beforeEach(useFreshDevice);
afterEach(() => vi.unstubAllGlobals());

const tally = (sequence: number, generation = 1): Tally => ({
  generation,
  sequence,
  hungCount: 2,
  judgementCount: 3,
});

describe('writeWitness', () => {
  test('notes sequence, counts and date', () => {
    writeWitness(tally(7), 1_000);
    expect(JSON.parse(localStorage.getItem('palate.witness')!)).toEqual({ ...tally(7), atMs: 1_000 });
    expect(readWitness()).toEqual(tally(7));
  });

  test('never goes back, in whatever order tabs write', () => {
    for (const sequence of [3, 9, 4, 8]) writeWitness(tally(sequence), 0);
    expect(readWitness()?.sequence).toBe(9);
    writeWitness(tally(1, 2), 0);
    writeWitness(tally(10, 1), 0);
    expect(readWitness()).toEqual(tally(1, 2));
  });

  test('bears a localStorage that is full or forbidden', () => {
    const refuse = () => {
      throw new DOMException('No.', 'QuotaExceededError');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    writeWitness(tally(1), 0);
    expect(readWitness()).toBeNull();
  });
});
