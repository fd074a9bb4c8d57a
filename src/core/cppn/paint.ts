import type { Genome } from './genome.ts';
import type { PaintRequest, Pixels } from './pixels.ts';

/**
 * A painter: paints the request's region; yields the share done, in [0, 1), every few milliseconds. Same genome and request:
 * same bytes. `paintTiles` is one; the kernel, faster and within a level of it, another. `spare` may become the data, when it has
 * the region's size: the system hands out new memory more slowly than the kernel fills it.
 */
export type Paint = (
  genome: Genome,
  request: PaintRequest,
  spare?: Pixels['data'] | null,
) => Generator<number, Pixels>;
