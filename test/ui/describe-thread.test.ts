import { expect, test } from 'vitest';
import { describeThread } from '#ui/sheets/describe-thread.ts';

test('says what a painter does, and that memory was refused to it', () => {
  const used = { backend: 'wasm-plain', paints: { screen: false, files: true }, refusal: null } as const;
  expect(describeThread({ ...used, wasShort: false })).toBe('Paints files, and what is judged.');
  expect(describeThread({ ...used, wasShort: true })).toBe(
    'Paints files, and what is judged. It got no memory for a picture, so the next one painted that.',
  );
  expect(describeThread({ ...used, refusal: 'blocked', wasShort: false })).toBe('Not here: blocked');
});
