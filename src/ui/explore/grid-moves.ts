/** Where an arrow, Home or End leads in a grid read in rows; null for any other key. Stays inside. */
export function moveInGrid(
  key: string,
  index: number,
  { columnCount, count, isWhole }: { columnCount: number; count: number; isWhole: boolean },
): number | null {
  const rowStart = index - (index % columnCount);
  const rowEnd = Math.min(rowStart + columnCount, count) - 1;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(rowStart, index - 1);
    case 'ArrowRight':
      return Math.min(rowEnd, index + 1);
    case 'ArrowUp':
      return index - columnCount < 0 ? index : index - columnCount;
    case 'ArrowDown':
      return index + columnCount >= count ? index : index + columnCount;
    case 'Home':
      return isWhole ? 0 : rowStart;
    case 'End':
      return isWhole ? count - 1 : rowEnd;
    default:
      return null;
  }
}
