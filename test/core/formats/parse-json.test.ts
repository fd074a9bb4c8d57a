import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '#core/formats/parse-json.ts';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('parseJson', () => {
  test('reads whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(parseJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('takes 64 levels and no more, told on the text', () => {
    expect(() => parseJson(nested(64))).not.toThrow();
    expect(() => parseJson(nested(65))).toThrow('nested too deeply');
    expect(() => parseJson(`${'{"a":'.repeat(65)}1${'}'.repeat(65)}`)).toThrow('nested too deeply');
    expect(() => parseJson('['.repeat(1_000_000))).toThrow('nested too deeply');
  });

  test('does not count brackets within texts, nor is it led astray by escapes', () => {
    const text = `["${'['.repeat(100)}","\\"${'['.repeat(100)}\\\\",${nested(63)}]`;
    expect(() => parseJson(text)).not.toThrow();
    expect(() => parseJson(`["\\\\",${nested(64)}]`)).toThrow('nested too deeply');
  });

  test('refuses text of more than 4 MB before parsing it', () => {
    expect(() => parseJson(' '.repeat(4 * 1024 * 1024 + 1))).toThrow('larger than 4 MB');
  });

  test.each(['', ' ', '{', '{"a":1,}', "{'a':1}", 'undefined', 'NaN', '[1e]', '01', '"\u0001"', '{} {}'])(
    'refuses %j in one sentence that quotes nothing of it',
    (text) => {
      expect(() => parseJson(text)).toThrow(/^This is not valid JSON(, it breaks near character \d+)?\.$/);
    },
  );
});
