import { describe, expect, test } from 'vitest';
import { wholeView } from '#core/cppn/view.ts';
import { LONGEST_SIDE_PX } from '#core/formats/png-form.ts';
import { PRINT_PX_PER_METER, paperNames, printSize, printView } from '#core/formats/print-sizes.ts';

describe('printSize', () => {
  test.each([
    ['a4', 2551, 3579],
    ['a3', 3579, 5031],
    ['a2', 5031, 7087],
    ['50x70', 5976, 8339],
  ] as const)(
    '%s is what a printer expects at 300 dpi, with 3 mm of bleed on every side',
    (name, short, long) => {
      expect(printSize(name, false)).toEqual({ widthPx: short, heightPx: long });
      expect(printSize(name, true)).toEqual({ widthPx: long, heightPx: short });
    },
  );

  test('every print is within what can be painted', () => {
    for (const name of paperNames) expect(printSize(name, false).heightPx).toBeLessThan(LONGEST_SIDE_PX);
  });
});

describe('PRINT_PX_PER_METER', () => {
  test('is 300 dpi', () => expect(PRINT_PX_PER_METER).toBe(11_811));
});

describe('printView', () => {
  test('the cut leaves what was seen', () => {
    const view = { ...wholeView, zoom: 2, rotation: 0.3 };
    const wide = printView(view, 'a4');
    expect(wide).toEqual({ ...view, zoom: expect.any(Number) });
    // Units across the short side of what is left: 210 of the 216 mm that are painted.
    expect((2 / wide.zoom) * (210 / 216)).toBeCloseTo(2 / 2, 12);
  });
});
