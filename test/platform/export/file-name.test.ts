import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNameFor } from '#platform/export/file-name.ts';
import { anyText } from '../../core/formats/any-text.ts';

const square = { widthPx: 1080, heightPx: 1080 };

describe('fileNameFor', () => {
  test.each([
    ['Plum, lit', 'plum-lit-1080.png'],
    ["The painter's \u201cnight\u201d", 'the-painters-night-1080.png'],
    ['', 'palate-1080.png'],
    ['...', 'palate-1080.png'],
    ['../../../etc/passwd', 'etc-passwd-1080.png'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j-1080.png'],
    ['\u202egnp.exe\u202c invoice', 'gnp-exe-invoice-1080.png'],
    ['a\r\nSet-Cookie: x=1\0', 'a-set-cookie-x-1-1080.png'],
    ['CON', 'con-1080.png'],
    ['nul.txt', 'nul-txt-1080.png'],
    ['=1+1', '1-1-1080.png'],
    ['\u0644\u0648\u062d\u0629', '\u0644\u0648\u062d\u0629-1080.png'],
    ['Cafe\u0301', 'caf\u00e9-1080.png'],
    [`Z${'\u0335\u030d'.repeat(90)}`, 'z\u0335\u0335-1080.png'],
    ['x'.repeat(500), `${'x'.repeat(60)}-1080.png`],
  ])('%j becomes %s', (title, name) => {
    expect(fileNameFor(title, null, square)).toBe(name);
  });

  test('names the seed when there is one, and both sides of what is not square', () => {
    expect(fileNameFor('Plum', 42, { widthPx: 1920, heightPx: 1080 })).toBe('plum-42-1920x1080.png');
    expect(fileNameFor('Plum', 0, square)).toBe('plum-0-1080.png');
  });

  test('any title gives a name that any system takes', () => {
    fc.assert(
      fc.property(anyText(80), (title) => {
        const name = fileNameFor(title, undefined, square);
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*-1080\.png$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      }),
      { numRuns: 300 },
    );
  });
});
