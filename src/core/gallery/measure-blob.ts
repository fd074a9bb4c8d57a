import { fillInto } from './fill-area.ts';

/** One form on its ground. */
export interface Blob {
  /** Share of the picture it covers, holes filled, (0, 1). */
  readonly share: number;
  /** 4 pi area / outline²: 1 for a disc, .79 for a square, .6 for an ellipse of 3:1. */
  readonly circularity: number;
  /** Length over breadth, by second moments; 1 or more. */
  readonly elongation: number;
  /** Picture coordinates, [-1, 1], y down. */
  readonly center: readonly [x: number, y: number];
  /** Share of its outline that is the picture's own border, [0, 1]. */
  readonly borderShare: number;
  /** Whether it reaches from one side of the picture to the opposite one. */
  readonly isSpanning: boolean;
  /** OKLab distance between just inside its outline and just outside. */
  readonly contrast: number;
  /** How much it stands out: for comparing blobs of one picture. */
  readonly salience: number;
  /** 1 a pixel that belongs to it, rows from the top. */
  readonly mask: Uint8Array;
}

const MAX_SHARE = 0.5;
export const MIN_CONTRAST = 0.05;

/** null when it is too large, or hardly differs from what surrounds it. */
export function measureBlob(area: Uint8Array, lab: Float32Array, side: number): Blob | null {
  const mask = withoutHoles(area, side);
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue;
    count++;
    sumX += i % side;
    sumY += Math.floor(i / side);
  }
  const share = count / mask.length;
  if (share > MAX_SHARE) return null;
  const contrast = rimContrast(mask, lab, side);
  if (contrast < MIN_CONTRAST) return null;

  const meanX = sumX / count;
  const meanY = sumY / count;
  let xx = 1 / 12; // a pixel's own extent
  let yy = 1 / 12;
  let xy = 0;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue;
    const dx = (i % side) - meanX;
    const dy = Math.floor(i / side) - meanY;
    xx += (dx * dx) / count;
    yy += (dy * dy) / count;
    xy += (dx * dy) / count;
  }
  const middle = (xx + yy) / 2;
  const spread = Math.sqrt(((xx - yy) * (xx - yy)) / 4 + xy * xy);
  const elongation = Math.sqrt((middle + spread) / Math.max(1 / 12, middle - spread));

  const outline = outlineLength(mask, side);
  const border = borderContact(mask, side);
  const borderShare = Math.min(1, (border.left + border.right + border.top + border.bottom) / outline);
  const circularity = Math.min(1, (4 * Math.PI * count) / (outline * outline));
  const isSpanning = (border.left > 0 && border.right > 0) || (border.top > 0 && border.bottom > 0);
  // A long rectangle or ellipse is as regular as a square or disc.
  const regularity = Math.min(1, (circularity * (1 + elongation) * (1 + elongation)) / (4 * elongation));
  // What spans the picture and is no band is mostly several forms run together, or the ground.
  const wholeness = isSpanning && elongation < 2.2 ? 0.7 : 1;
  return {
    share,
    circularity,
    elongation,
    center: [((meanX + 0.5) / side) * 2 - 1, ((meanY + 0.5) / side) * 2 - 1],
    borderShare,
    isSpanning,
    contrast,
    salience: contrast * Math.sqrt(share) * (0.1 + regularity * regularity) * (1 - borderShare) * wholeness,
    mask,
  };
}

function withoutHoles(area: Uint8Array, side: number): Uint8Array {
  const empty = Uint8Array.from(area, (value) => 1 - value);
  const outside = new Uint8Array(area.length);
  for (let i = 0; i < side; i++) {
    for (const at of [i, (side - 1) * side + i, i * side, i * side + side - 1]) {
      if (empty[at] === 1) fillInto(outside, empty, at, side);
    }
  }
  return Uint8Array.from(outside, (value) => 1 - value);
}

/** Crofton's formula over rows, columns and both diagonals; the picture's border counts as an edge. */
function outlineLength(mask: Uint8Array, side: number): number {
  const at = (x: number, y: number) => (x < 0 || y < 0 || x >= side || y >= side ? 0 : mask[y * side + x]!);
  let straight = 0;
  let diagonal = 0;
  for (let y = -1; y < side; y++) {
    for (let x = -1; x < side; x++) {
      const here = at(x, y);
      const right = at(x + 1, y);
      const below = at(x, y + 1);
      if (here !== right) straight++;
      if (here !== below) straight++;
      if (here !== at(x + 1, y + 1)) diagonal++;
      if (right !== below) diagonal++;
    }
  }
  return (Math.PI / 8) * (straight + diagonal / Math.SQRT2);
}

function borderContact(mask: Uint8Array, side: number) {
  const contact = { left: 0, right: 0, top: 0, bottom: 0 };
  for (let i = 0; i < side; i++) {
    contact.left += mask[i * side]!;
    contact.right += mask[i * side + side - 1]!;
    contact.top += mask[i]!;
    contact.bottom += mask[(side - 1) * side + i]!;
  }
  return contact;
}

/** OKLab distance between the mean of the two pixels within the outline and that of the two beyond it. */
function rimContrast(mask: Uint8Array, lab: Float32Array, side: number): number {
  // Of OKLab and the count: beyond, within.
  const outer = [0, 0, 0, 0];
  const inner = [0, 0, 0, 0];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = y * side + x;
      const here = mask[at]!;
      const isRim =
        (x > 0 && mask[at - 1] !== here) ||
        (x > 1 && mask[at - 2] !== here) ||
        (x < side - 1 && mask[at + 1] !== here) ||
        (x < side - 2 && mask[at + 2] !== here) ||
        (y > 0 && mask[at - side] !== here) ||
        (y > 1 && mask[at - 2 * side] !== here) ||
        (y < side - 1 && mask[at + side] !== here) ||
        (y < side - 2 && mask[at + 2 * side] !== here);
      if (!isRim) continue;
      const sum = here === 1 ? inner : outer;
      for (let k = 0; k < 3; k++) sum[k]! += lab[at * 3 + k]!;
      sum[3]!++;
    }
  }
  if (outer[3] === 0 || inner[3] === 0) return 0;
  let squares = 0;
  for (let k = 0; k < 3; k++) {
    const difference = inner[k]! / inner[3]! - outer[k]! / outer[3]!;
    squares += difference * difference;
  }
  return Math.sqrt(squares);
}
