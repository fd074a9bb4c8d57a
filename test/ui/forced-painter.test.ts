import { describe, expect, test } from 'vitest';
import { choosePainter } from '#ui/forced-painter.ts';

describe('choosePainter', () => {
  test.each([
    [null, null, null],
    [null, 'javascript', 'javascript'],
    [null, 'fastest', null],
    ['webgl', 'javascript', 'webgl'],
    ['fastest', 'javascript', null],
  ] as const)('the address asks for %s, the setting for %s: %s', (asked, remembered, backend) => {
    expect(choosePainter(asked, remembered)).toEqual({ backend, refusal: null });
  });

  test.each(['nonsense', ''])('says which there are when the address names "%s"', (asked) => {
    expect(choosePainter(asked, 'javascript')).toEqual({
      backend: 'javascript',
      refusal:
        'There is no painter of that name. The address can ask for webgl, wasm-relaxed, wasm-plain or javascript.',
    });
  });
});
