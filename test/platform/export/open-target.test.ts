import { describe, expect, test } from 'vitest';
import { createDiskTarget } from '#platform/export/open-target.ts';

/** A file as a browser gives it: what is written shows when the writing is closed. */
function createHandle(before: string) {
  let shown: string | null = before;
  let writing = '';
  const handle = {
    name: 'plum.png',
    getFile: async () => ({ size: shown!.length }),
    createWritable: async () => ({
      write: async (bytes: Uint8Array) => {
        writing += new TextDecoder().decode(bytes);
      },
      close: async () => {
        shown = writing;
      },
      abort: async () => {
        writing = '';
      },
    }),
    remove: async () => {
      shown = null;
    },
  };
  return { handle, shown: () => shown };
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('createDiskTarget', () => {
  test('what was there before stays until all is written', async () => {
    const { handle, shown } = createHandle('old');
    const target = await createDiskTarget(handle);
    await target.write(bytes('ne'));
    await target.write(bytes('w'));
    expect(shown()).toBe('old');
    await target.finish();
    expect(shown()).toBe('new');
    await target.discard();
    expect(shown()).toBe('new');
  });

  test('discarded, a new file is gone and an old one as it was', async () => {
    for (const [before, after] of [
      ['', null],
      ['old', 'old'],
    ] as const) {
      const { handle, shown } = createHandle(before);
      const target = await createDiskTarget(handle);
      await target.write(bytes('half'));
      await target.discard();
      expect(shown()).toBe(after);
    }
  });
});
