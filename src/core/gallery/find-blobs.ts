// Which parts of a picture stand out as one form: connected areas above or below each of several levels of OKLab
// lightness, a or b, measured by their outlines; of areas that lie over one another, the one that stands out most.
import { fillInto } from './fill-area.ts';
import { type Blob, MIN_CONTRAST, measureBlob } from './measure-blob.ts';

const LEVEL_COUNT = 12;
const MIN_SHARE = 0.02;
/** Of the most salient blob: less than this is not counted as a form beside it. */
const MIN_RELATIVE_SALIENCE = 0.45;

/** Blobs of a square picture in OKLab, [side * side, 3], most salient first. None overlap by much. */
export function findBlobs(lab: Float32Array, side: number): readonly Blob[] {
  const candidates: Blob[] = [];
  for (const channel of [0, 1, 2]) {
    const map = blurred(
      Float32Array.from({ length: side * side }, (_, i) => lab[i * 3 + channel]!),
      side,
    );
    const sorted = Float32Array.from(map).sort();
    const low = sorted[Math.floor(sorted.length * 0.03)]!;
    const high = sorted[Math.floor(sorted.length * 0.97)]!;
    if (high - low < MIN_CONTRAST) continue;
    for (let i = 1; i <= LEVEL_COUNT; i++) {
      const level = low + ((high - low) * i) / (LEVEL_COUNT + 1);
      for (const isAbove of [true, false]) {
        const inside = Uint8Array.from(map, (value) => (value > level === isAbove ? 1 : 0));
        for (const area of connectedAreas(inside, side)) {
          const blob = measureBlob(area, lab, side);
          if (blob !== null) candidates.push(blob);
        }
      }
    }
  }
  candidates.sort((a, b) => b.salience - a.salience);
  const chosen: Blob[] = [];
  for (const blob of candidates) {
    if (blob.salience < MIN_RELATIVE_SALIENCE * candidates[0]!.salience) break;
    if (chosen.every((other) => overlap(blob.mask, other.mask) < 0.2)) chosen.push(blob);
  }
  return chosen;
}

/** Mean of each pixel and its eight neighbours; the border repeats. */
function blurred(map: Float32Array, side: number): Float32Array {
  const result = new Float32Array(map.length);
  const limit = side - 1;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++) {
        const row = Math.max(0, Math.min(limit, y + dy)) * side;
        for (let dx = -1; dx <= 1; dx++) sum += map[row + Math.max(0, Math.min(limit, x + dx))]!;
      }
      result[y * side + x] = sum / 9;
    }
  }
  return result;
}

/** Areas of ones that hang together by their sides, each as a mask of its own, without the small ones. */
function connectedAreas(inside: Uint8Array, side: number): Uint8Array[] {
  const left = Uint8Array.from(inside);
  const areas: Uint8Array[] = [];
  for (let start = 0; start < left.length; start++) {
    if (left[start] === 0) continue;
    const area = new Uint8Array(left.length);
    const count = fillInto(area, left, start, side);
    if (count >= MIN_SHARE * left.length) areas.push(area);
  }
  return areas;
}

/** Common pixels, of the smaller one's. */
function overlap(a: Uint8Array, b: Uint8Array): number {
  let common = 0;
  let countA = 0;
  let countB = 0;
  for (let i = 0; i < a.length; i++) {
    common += a[i]! & b[i]!;
    countA += a[i]!;
    countB += b[i]!;
  }
  return common / Math.min(countA, countB);
}
