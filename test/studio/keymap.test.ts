import { describe, expect, test } from 'vitest';
import { commands } from '#studio/commands.ts';
import { claimKey, keyIn, swapKeys, withoutKey } from '#studio/keymap.ts';

const row = (id: string) => commands.find((command) => command.id === id)!;

describe('claimKey', () => {
  test('gives a row a free key, and leaves the others alone', () => {
    const claim = claimKey({}, 'breed', 'q');
    expect(claim).toEqual({ kind: 'done', keymap: { breed: 'q' } });
    if (claim.kind !== 'done') return;
    expect(keyIn(claim.keymap, row('breed'))).toBe('q');
    expect(keyIn(claim.keymap, row('keep'))).toBe('s');
    // What it had before is free now.
    expect(claimKey(claim.keymap, 'keep', 'b').kind).toBe('done');
  });

  test('says whose key it is', () => {
    expect(claimKey({}, 'breed', 's')).toEqual({ kind: 'taken', by: row('keep') });
    expect(claimKey({}, 'breed', 'b')).toMatchObject({ kind: 'done' });
  });

  test('refuses what cannot be chosen, and says why', () => {
    expect(claimKey({}, 'breed', 'Enter')).toMatchObject({ kind: 'refused' });
    expect(claimKey({}, 'breed', 'Mod+b')).toMatchObject({ kind: 'refused' });
    expect(claimKey({}, 'breed', '')).toMatchObject({ kind: 'refused' });
    expect(claimKey({}, 'breed', '+')).toEqual({ kind: 'refused', sentence: '+ is Zoom on the easel.' });
  });
});

describe('swapKeys', () => {
  test('lets two rows exchange their keys', () => {
    const keymap = swapKeys({}, 'breed', 'keep');
    expect([keyIn(keymap, row('breed')), keyIn(keymap, row('keep'))]).toEqual(['s', 'b']);
    expect(() => swapKeys({}, 'breed', 'no such row')).toThrow(RangeError);
  });
});

describe('withoutKey', () => {
  test('takes a key away and frees it', () => {
    const keymap = withoutKey({}, 'breed');
    expect(keyIn(keymap, row('breed'))).toBe('');
    expect(claimKey(keymap, 'keep', 'b').kind).toBe('done');
  });
});
