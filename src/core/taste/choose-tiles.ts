import type { Print } from '#core/evolution/picture-distance.ts';
import { PRINT_SIDE_PX } from '#core/evolution/picture-distance.ts';
import { exp } from '#core/math/elementary.ts';
import { createRandom, type Seed } from '#core/math/random.ts';

/** A picture that could stand on the next wall. */
export interface TileCandidate {
  readonly print: Print;
  /** As `scorePicture` gives it. */
  readonly score: number;
  /** Of its guess. */
  readonly doubt: number;
  /** Nobody's child: such a picture is a wild card, or, where children are too few, stands in for one as such. */
  readonly isFresh: boolean;
}

export interface ChosenTile {
  /** Place among the candidates. */
  readonly index: number;
  readonly tile: 'ranked' | 'unsure' | 'wild';
}

export interface TileMix {
  readonly count: number;
  readonly wildCount: number;
  readonly unsureCount: number;
  readonly seed: Seed;
}

/** Deviations of the scores that a picture loses beside one exactly like it. */
const SPREAD = 0.9;
/** Squared distance, in OKLab on 8 x 8, at which two pictures no longer stand in one another's way. */
const REACH = 0.02;
const COARSE_PX = 8;

/**
 * Chooses a wall from candidates: of children, four a tile, the best by score, each less for being like one already chosen, and the
 * one of largest doubt among the rest; and wild cards by chance among fresh pictures. In random order, so that place says nothing.
 * Gives fewer than `count` only when there are fewer candidates.
 */
export function chooseTiles(candidates: readonly TileCandidate[], mix: TileMix): ChosenTile[] {
  const random = createRandom(mix.seed);
  const left = new Set(candidates.keys());
  const chosen: ChosenTile[] = [];
  const take = (index: number, tile: ChosenTile['tile']) => {
    left.delete(index);
    chosen.push({ index, tile });
  };

  const fresh = random.shuffle([...left].filter((index) => candidates[index]!.isFresh));
  const childCount = candidates.length - fresh.length;
  const wildCount = Math.max(mix.wildCount, mix.count - childCount);
  for (const index of fresh.slice(0, Math.min(wildCount, mix.count))) take(index, 'wild');
  for (const index of fresh) left.delete(index);

  const coarse = candidates.map(({ print }) => coarsen(print));
  const deviation = deviationOf(candidates.map(({ score }) => score));
  const penalties = candidates.map((_, index) => nearnessTo(coarse, index, chosen));
  while (chosen.length < mix.count - mix.unsureCount && left.size > 0) {
    const worth = (index: number) => candidates[index]!.score - SPREAD * deviation * penalties[index]!;
    const best = [...left].reduce((a, b) => (worth(b) > worth(a) ? b : a));
    take(best, 'ranked');
    for (const index of left) penalties[index]! += nearness(coarse[best]!, coarse[index]!);
  }
  while (chosen.length < mix.count && left.size > 0) {
    take(
      [...left].reduce((a, b) => (candidates[b]!.doubt > candidates[a]!.doubt ? b : a)),
      'unsure',
    );
  }
  return random.shuffle(chosen);
}

const nearnessTo = (coarse: readonly Float32Array[], index: number, chosen: readonly ChosenTile[]): number =>
  chosen.reduce((sum, other) => sum + nearness(coarse[other.index]!, coarse[index]!), 0);

/** 1 for the same picture, 0 for a stranger. */
function nearness(a: Float32Array, b: Float32Array): number {
  let squares = 0;
  for (let i = 0; i < a.length; i++) squares += (a[i]! - b[i]!) * (a[i]! - b[i]!);
  return exp(-(squares * 3) / a.length / REACH);
}

/** Means of 3 x 3 pixels: [64, 3]. */
function coarsen(print: Print): Float32Array {
  const block = PRINT_SIDE_PX / COARSE_PX;
  const means = new Float32Array(COARSE_PX * COARSE_PX * 3);
  for (let at = 0; at < print.length; at++) {
    const pixel = Math.floor(at / 3);
    const row = Math.floor(pixel / PRINT_SIDE_PX / block);
    const column = Math.floor((pixel % PRINT_SIDE_PX) / block);
    means[(row * COARSE_PX + column) * 3 + (at % 3)]! += print[at]! / (block * block);
  }
  return means;
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
