/** Moves the area of ones around `start` from `left` into `area`; gives its pixel count. */
export function fillInto(area: Uint8Array, left: Uint8Array, start: number, side: number): number {
  const open = [start];
  left[start] = 0;
  let count = 0;
  while (open.length > 0) {
    const at = open.pop()!;
    area[at] = 1;
    count++;
    const x = at % side;
    if (x > 0) visit(at - 1);
    if (x < side - 1) visit(at + 1);
    if (at >= side) visit(at - side);
    if (at + side < left.length) visit(at + side);
  }
  return count;

  function visit(next: number): void {
    if (left[next] === 0) return;
    left[next] = 0;
    open.push(next);
  }
}
