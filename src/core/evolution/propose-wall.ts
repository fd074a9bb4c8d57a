import type { Genome } from '#core/cppn/genome.ts';
import type { RecipeName } from '#core/cppn/recipes.ts';
import type { Seed } from '#core/math/random.ts';
import type { Print } from './picture-distance.ts';
import type { Changed, Step } from './step.ts';

export interface WallRequest {
  readonly seed: Seed;
  /** None: fresh seeds only. */
  readonly parents: readonly Genome[];
  /** 15 for a wall, 1 to replace a tile. */
  readonly count: number;
  /** How many of `count` are fresh seeds rather than children. */
  readonly wildCount: number;
  /** Target mean picture distance of children from their parents, [0.03, 0.25]. */
  readonly distance: number;
  readonly changed: Changed;
  /** Prints no proposal may be a twin of: this wall, the last twenty walls. */
  readonly seen: readonly Print[];
}

export interface Proposal {
  readonly genome: Genome;
  readonly print: Print;
  readonly tile: 'seed' | 'child' | 'wild';
  readonly origin:
    | { readonly kind: 'seed'; readonly recipe: RecipeName; readonly sampler: number; readonly seed: Seed }
    /** `parents` are places in the request's list. */
    | {
        readonly kind: 'bred';
        readonly parents: readonly number[];
        readonly seed: Seed;
        readonly how: readonly Step[];
        /** Achieved picture distance to the nearest parent. */
        readonly distance: number;
      };
}

export interface ProposedWall {
  readonly proposals: readonly Proposal[];
  /** Candidates judged by the gates, and how many of them the gates or the twin rule refused. */
  readonly judgedCount: number;
  readonly refusedCount: number;
}
