// What lies in a drop.
import type { Entry } from '#platform/export/read-entries.ts';
import type { Actions } from '#studio/studio.ts';

/** To be called while the drop is being heard: afterwards it is empty. */
export function openDropped(data: DataTransfer, actions: Actions): Promise<void> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry() as Entry | null);
  // Where it only has files, they are at hand.
  const hasFilesOnly = entries.every((entry) => entry === null || entry.isFile);
  if (hasFilesOnly) return actions.openFiles([...data.files]);
  return actions.openEntries(entries.filter((entry) => entry !== null));
}

/** Whether something among it may be opened, as far as can be told before it is dropped: Safari tells nothing. */
export const mayOpen = ({ items }: { readonly items: Iterable<Pick<DataTransferItem, 'type'>> }): boolean => {
  const found = [...items];
  return (
    found.length === 0 || found.some(({ type }) => type === '' || /^image\/|json|^text\/plain/.test(type))
  );
};
