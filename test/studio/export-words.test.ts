import { expect, test } from 'vitest';
import { describeEstimate } from '#studio/export-words.ts';

test('describeEstimate speaks of what takes long, in round figures, and of where the file is meanwhile', () => {
  expect(describeEstimate({ seconds: 19, bytes: 9e6 }, true)).toBeNull();
  expect(describeEstimate({ seconds: 184, bytes: 143.4e6 }, true)).toBe(
    'Painting takes about 3 minutes. The file is about 140 MB, written straight to disk.',
  );
  expect(describeEstimate({ seconds: 24, bytes: 1.26e9 }, false)).toBe(
    'Painting takes about 25 seconds. The file is about 1.3 GB, which this browser holds until it is whole.',
  );
});
