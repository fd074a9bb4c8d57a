// What lies in a drop.
import type { Entry } from './read-entries.ts';

/** Its files, and those of folders in it. To be called while the drop is being heard: afterwards it is empty. */
export async function readDropped(data: DataTransfer): Promise<readonly File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry() as Entry | null);
  // Where it only has files, they are at hand.
  if (entries.every((entry) => entry === null || entry.isFile)) return [...data.files];
  const { readEntries } = await import('./read-entries.ts');
  return readEntries(entries.filter((entry) => entry !== null));
}

/** Whether something among it may be opened, as far as can be told before it is dropped: Safari tells nothing. */
export const mayOpen = ({ items }: { readonly items: Iterable<Pick<DataTransferItem, 'type'>> }): boolean => {
  const found = [...items];
  return (
    found.length === 0 || found.some(({ type }) => type === '' || /^image\/|json|^text\/plain/.test(type))
  );
};
