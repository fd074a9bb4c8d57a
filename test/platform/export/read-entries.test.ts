import { expect, test } from 'vitest';
import { type Entry, readEntries } from '#platform/export/read-entries.ts';

const file = (name: string): Entry => ({ isFile: true, file: (found) => found(new File([], name)) });
const unreadable: Entry = { isFile: true, file: (_, failed) => failed(new DOMException('gone')) };

/** Two at a time, as browsers give a hundred. */
function folder(...entries: readonly Entry[]): Entry {
  return {
    isFile: false,
    createReader: () => {
      const left = [...entries];
      return { readEntries: (found) => found(left.splice(0, 2)) };
    },
  };
}

test('readEntries finds the files of folders in folders, and leaves out what cannot be read', async () => {
  const deep = folder(file('c.png'), folder(file('d.png')), file('.DS_Store'), unreadable, file('e.json'));
  const found = await readEntries([file('a.png'), deep, folder(), file('b.png')]);
  expect(found.map(({ name }) => name)).toEqual(['a.png', 'b.png', 'c.png', 'e.json', 'd.png']);
});

test('readEntries ends with more than anyone drops', async () => {
  const many = folder(...Array.from({ length: 1500 }, (_, i) => file(`${i}.png`)));
  expect(await readEntries([many])).toHaveLength(1000);
});
