import { describe, expect, test } from 'vitest';
import {
  type Controls,
  checkControls,
  defaultValues,
  formatNumber,
  groupControls,
  type NumberControl,
  nameOf,
  parseControlValues,
  stepOf,
} from '#platform/sketch/controls.ts';

const controls = {
  count: { kind: 'number', label: 'how many', group: 'Threads', default: 400, min: 100, max: 3000 },
  weight: { kind: 'number', label: 'weight', group: 'Threads', default: 2.6, min: 0.2, max: 8, step: 0.1 },
  follow: { kind: 'choice', label: 'follow', default: 'slopes', options: ['slopes', 'contours'] },
  ground: { kind: 'color', label: 'ground', group: 'Color', default: '#10151b' },
  isClosed: { kind: 'toggle', label: 'closed', group: 'Threads', default: false },
} as const satisfies Controls;

const number = (over: Partial<NumberControl>): NumberControl => ({
  kind: 'number',
  label: 'n',
  default: 0,
  min: 0,
  max: 1,
  ...over,
});

describe('parseControlValues', () => {
  test('keeps what fits', () => {
    const values = { count: 1450, weight: 3.1, follow: 'contours', ground: '#AABBCC', isClosed: true };
    expect(parseControlValues(controls, values)).toEqual({ ...values, ground: '#aabbcc' });
  });

  test('gives the default for what is missing, of the wrong kind, or no longer an option', () => {
    const stored = {
      count: '7',
      weight: Number.NaN,
      follow: 'spirals',
      ground: 'red',
      isClosed: 1,
      extra: 3,
    };
    expect(parseControlValues(controls, stored)).toEqual(defaultValues(controls));
    expect(parseControlValues(controls, null)).toEqual(defaultValues(controls));
    expect(parseControlValues(controls, 'text')).toEqual(defaultValues(controls));
  });

  test('brings numbers to the range and the step, without the dust of binary fractions', () => {
    expect(parseControlValues(controls, { count: 5, weight: 0.3 + 0.1234 })).toMatchObject({
      count: 100,
      weight: 0.4,
    });
    expect(parseControlValues(controls, { count: 1e9, weight: -1 })).toMatchObject({
      count: 3000,
      weight: 0.2,
    });
  });

  test('does not take a value from the prototype', () => {
    const risky = { toString: { kind: 'toggle', label: 'risky', default: true } } as const satisfies Controls;
    expect(parseControlValues(risky, {})).toEqual({ toString: true });
  });
});

describe('stepOf', () => {
  test('is a power of ten of about a hundredth of the range', () => {
    expect(stepOf(number({}))).toBeCloseTo(0.01);
    expect(stepOf(number({ min: 100, max: 3000 }))).toBe(10);
    expect(stepOf(number({ max: 3000, step: 1 }))).toBe(1);
  });
});

describe('formatNumber', () => {
  test('shows as many decimals as the step has', () => {
    expect(formatNumber(number({ step: 0.05 }), 2.6)).toBe('2.60');
    expect(formatNumber(number({ max: 3000, step: 1 }), 1446)).toBe('1446');
  });
});

describe('nameOf', () => {
  test('says the unit after the label', () => {
    expect(nameOf(number({ label: 'loop', unit: 'seconds' }))).toBe('loop, seconds');
    expect(nameOf(controls.follow)).toBe('follow');
  });
});

describe('groupControls', () => {
  test('keeps the order, and brings together what shares a group', () => {
    expect(groupControls(controls)).toEqual([
      { group: 'Threads', names: ['count', 'weight', 'isClosed'] },
      { group: '', names: ['follow'] },
      { group: 'Color', names: ['ground'] },
    ]);
  });
});

describe('checkControls', () => {
  test('accepts good controls', () => {
    expect(() => checkControls(controls)).not.toThrow();
  });

  const wrong: [what: string, control: Controls[string], words: string][] = [
    ['an empty label', number({ label: ' ' }), 'needs a label'],
    ['a range that is turned round', number({ min: 2, max: 1 }), 'min below max'],
    ['a default out of range', number({ default: 2 }), 'from 0 to 1, got 2'],
    ['a step of nothing', number({ step: 0 }), 'step above 0'],
    ['a color in words', { kind: 'color', label: 'c', default: 'red' }, '#10151b'],
    ['an unknown option', { kind: 'choice', label: 'c', default: 'a', options: ['b'] }, 'among b, got a'],
  ];
  for (const [what, control, words] of wrong) {
    test(`refuses ${what}, by name`, () => {
      expect(() => checkControls({ first: control })).toThrow(words);
      expect(() => checkControls({ first: control })).toThrow('"first"');
    });
  }
});
