import { nameColor } from './color-names.ts';

export interface NamedColor {
  readonly name: string;
  /** Mean of its pixels, OKLab. */
  readonly lab: readonly [lightness: number, a: number, b: number];
  /** Share of the picture, (0, 1]. */
  readonly share: number;
  /** Share of the mask given, [0, 1]; 0 when it is empty. */
  readonly shareOfMask: number;
}

const CLUSTER_COUNT = 5;
const ROUNDS = 10;

/**
 * A picture's colors, largest first: k-means of its OKLab pixels [n, 3], clusters of one name taken together.
 * `mask` is [n], 1 for the pixels of interest.
 */
export function clusterColors(lab: Float32Array, mask: Uint8Array): readonly NamedColor[] {
  const members = assignClusters(lab);
  const maskCount = mask.reduce((sum, value) => sum + value, 0);
  const sums = new Map<number, { lab: [number, number, number]; count: number; inMask: number }>();
  for (let i = 0; i < members.length; i++) {
    const sum = sums.get(members[i]!) ?? { lab: [0, 0, 0], count: 0, inMask: 0 };
    for (let k = 0; k < 3; k++) sum.lab[k]! += lab[i * 3 + k]!;
    sum.count++;
    sum.inMask += mask[i]!;
    sums.set(members[i]!, sum);
  }
  const byName = new Map<string, NamedColor>();
  for (const { lab: total, count, inMask } of sums.values()) {
    const mean = [total[0] / count, total[1] / count, total[2] / count] as const;
    const name = nameColor(...mean);
    const share = count / members.length;
    const shareOfMask = maskCount > 0 ? inMask / maskCount : 0;
    const same = byName.get(name);
    byName.set(
      name,
      same === undefined
        ? { name, lab: mean, share, shareOfMask }
        : joined(same, { name, lab: mean, share, shareOfMask }),
    );
  }
  return [...byName.values()].sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
}

function joined(a: NamedColor, b: NamedColor): NamedColor {
  const share = a.share + b.share;
  const mix = (k: 0 | 1 | 2) => (a.lab[k] * a.share + b.lab[k] * b.share) / share;
  return { name: a.name, lab: [mix(0), mix(1), mix(2)], share, shareOfMask: a.shareOfMask + b.shareOfMask };
}

/** The cluster of each pixel; starts from the colors that lie farthest apart, so that nothing is left to chance. */
function assignClusters(lab: Float32Array): Uint8Array {
  const count = lab.length / 3;
  const centers = farthestColors(lab);
  const members = new Uint8Array(count);
  for (let round = 0; round < ROUNDS; round++) {
    const sums = centers.map(() => [0, 0, 0, 0] as [number, number, number, number]);
    for (let i = 0; i < count; i++) {
      let nearest = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let c = 0; c < centers.length; c++) {
        const distance = squaredDistance(lab, i, centers[c]!);
        if (distance < least) {
          least = distance;
          nearest = c;
        }
      }
      members[i] = nearest;
      const sum = sums[nearest]!;
      for (let k = 0; k < 3; k++) sum[k]! += lab[i * 3 + k]!;
      sum[3]++;
    }
    for (const [c, [l, a, b, n]] of sums.entries()) {
      if (n > 0) centers[c] = [l / n, a / n, b / n];
    }
  }
  return members;
}

function farthestColors(lab: Float32Array): [number, number, number][] {
  const count = lab.length / 3;
  const mean: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < lab.length; i++) mean[i % 3]! += lab[i]! / count;
  const centers = [mean];
  const distances = Float64Array.from({ length: count }, (_, i) => squaredDistance(lab, i, mean));
  while (centers.length < CLUSTER_COUNT) {
    let farthest = 0;
    for (let i = 1; i < count; i++) if (distances[i]! > distances[farthest]!) farthest = i;
    const center: [number, number, number] = [
      lab[farthest * 3]!,
      lab[farthest * 3 + 1]!,
      lab[farthest * 3 + 2]!,
    ];
    centers.push(center);
    for (let i = 0; i < count; i++) distances[i] = Math.min(distances[i]!, squaredDistance(lab, i, center));
  }
  return centers;
}

function squaredDistance(lab: Float32Array, i: number, center: readonly [number, number, number]): number {
  const l = lab[i * 3]! - center[0];
  const a = lab[i * 3 + 1]! - center[1];
  const b = lab[i * 3 + 2]! - center[2];
  return l * l + a * a + b * b;
}
