import { expect, test } from 'vitest';
import { describeChildren } from '#studio/breeding-words.ts';

test('describeChildren says where the old wall is only where it can be seen', () => {
  expect(describeChildren(2, 1, true)).toBe(
    'These are children of your two. The first wall is on the left, kept.',
  );
  expect(describeChildren(1, 4, false)).toBe('These are children of your one. Wall 4 is kept.');
  expect(describeChildren(3, null, true)).toBe('These are children of your three.');
});
