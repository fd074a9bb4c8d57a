import { describe, expect, test } from 'vitest';
import { capsOf, nameKey } from '#ui/shell/key-name.ts';

const press = (key: string, rest: Partial<Parameters<typeof nameKey>[0]> = {}) =>
  nameKey({ key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...rest });

describe('nameKey', () => {
  test('writes letters small, with their modifiers', () => {
    expect(press('b')).toBe('b');
    expect(press('B')).toBe('b');
    expect(press('Z', { shiftKey: true })).toBe('Shift+z');
    expect(press('k', { ctrlKey: true })).toBe('Mod+k');
    expect(press('b', { altKey: true })).toBe('');
    expect(press('b', { metaKey: true })).toBe('');
  });

  test('takes signs and digits as they are typed, whatever the layout needs for them', () => {
    expect(press('?', { shiftKey: true })).toBe('?');
    expect(press('1', { shiftKey: true })).toBe('1');
    expect(press('[', { ctrlKey: true, altKey: true })).toBe('[');
    expect(press('1', { ctrlKey: true })).toBe('');
  });

  test('takes the key in the same place on a keyboard of another script', () => {
    expect(press('и', { code: 'KeyB' })).toBe('b');
  });

  test('names the others', () => {
    expect(press(' ')).toBe('Space');
    expect(press('Escape')).toBe('Escape');
    expect(press('Delete', { shiftKey: true })).toBe('Shift+Delete');
  });
});

describe('capsOf', () => {
  test('splits a key into its caps', () => {
    expect(capsOf('Shift+z')).toEqual(['Shift', 'Z']);
    expect(capsOf('+')).toEqual(['+']);
    expect(capsOf('Escape')).toEqual(['Esc']);
    expect(capsOf('')).toEqual([]);
  });
});
