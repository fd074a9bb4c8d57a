// The records of the studio. They are only ever added or replaced whole; deleting leaves a tombstone.
import type { Genome } from '#core/cppn/genome.ts';
import type { RecipeName } from '#core/cppn/recipes.ts';
import type { View } from '#core/cppn/view.ts';
import type { Step } from '#core/evolution/step.ts';
import type { Seed } from '#core/math/random.ts';
import type { Guess } from '#core/taste/guess.ts';

export type ArtworkId = string;
export type JudgementId = string;
export type ProfileId = string;
export type WallId = string;
export type ActId = string;
export type CollectionId = string;
export type TrainingId = string;
export type FileName = string;
export type Stars = 1 | 2 | 3 | 4 | 5;

export type Origin =
  | { readonly kind: 'seed'; readonly recipe: RecipeName; readonly sampler: number; readonly seed: Seed }
  | {
      readonly kind: 'bred';
      readonly parents: readonly ArtworkId[];
      readonly seed: Seed;
      readonly how: readonly Step[];
    }
  | {
      readonly kind: 'edited' | 'trained' | 'imported' | 'shared';
      readonly from: ArtworkId | FileName | null;
    };

/** Every tile on a wall is an artwork from birth. A genome never changes: an edit is a new artwork. */
export interface Artwork {
  readonly id: ArtworkId;
  readonly schema: 2;
  /** At most 200 characters. */
  readonly title: string;
  /** What the picture looks like, in words. At most 1,000 characters. */
  readonly altText: string;
  /** The person's own words. At most 2,000 characters. */
  readonly note: string;
  readonly genome: Genome;
  /** As last saved or exported. */
  readonly view: View;
  readonly origin: Origin;
  /** Whether the gallery shows it. */
  readonly isHung: boolean;
  /** Of the write that hung it, which orders the gallery; 0 until it hangs. Set to 0 to be given anew. */
  readonly hungSequence: number;
  /** Only shown; order comes from `sequence`. */
  readonly createdAtMs: number;
  /** Order of writing, given in the transaction. */
  readonly sequence: number;
}

/** What can be brought back of a deleted artwork: all of it but what its tombstone says. */
export type Remains = Omit<Artwork, 'id' | 'schema' | 'title' | 'origin' | 'sequence'>;

/** What stays of a deleted artwork, for its children's lineage. */
export interface Tombstone {
  readonly id: ArtworkId;
  readonly schema: 2;
  readonly isDeleted: true;
  readonly title: string;
  readonly origin: Origin;
  /** While it lies in the trash; null once it was let go. */
  readonly remains: Remains | null;
  readonly deletedAtMs: number;
  readonly sequence: number;
}

export type TileKind = 'seed' | 'child' | 'ranked' | 'wild' | 'unsure' | 'again' | 'elsewhere';

export type Said =
  | { readonly kind: 'stars'; readonly artwork: ArtworkId; readonly stars: Stars }
  | { readonly kind: 'cleared' | 'not-this'; readonly artwork: ArtworkId }
  | { readonly kind: 'picked'; readonly chosen: readonly ArtworkId[]; readonly shown: readonly ArtworkId[] }
  /** Undo: 3, then 5 withdrawn, is 3 again. */
  | { readonly kind: 'withdrawn'; readonly judgement: JudgementId };

/** One judgement. The log is only added to; the critic is what the log says, and is never stored. */
export interface Judgement {
  readonly id: JudgementId;
  readonly schema: 1;
  readonly profile: ProfileId;
  readonly atMs: number;
  readonly sequence: number;
  readonly said: Said;
  /** As the critic stood just before; null while it knew nothing. */
  readonly guess: Guess | null;
  readonly wasPeeked: boolean;
  readonly tile: TileKind;
}

/** Derived from the log and rewritten in its judgement's transaction, so that the gallery can sort by it. */
export interface Standing {
  /** `profile/artwork` */
  readonly id: string;
  readonly schema: 1;
  readonly profile: ProfileId;
  readonly artwork: ArtworkId;
  /** 1 to 5, or 0 for none. */
  readonly stars: Stars | 0;
  /** Of the judgement it comes from. */
  readonly sequence: number;
}

export const standingId = (profile: ProfileId, artwork: ArtworkId) => `${profile}/${artwork}`;

/** A named person whose taste is kept apart. */
export interface Profile {
  readonly id: ProfileId;
  readonly schema: 1;
  readonly name: string;
  readonly createdAtMs: number;
  readonly sequence: number;
}

/** Fifteen tiles and what was chosen of them. */
export interface Wall {
  readonly id: WallId;
  readonly schema: 1;
  /** 1, 2, 3 ... in the order they were made. */
  readonly number: number;
  /** The wall it was bred from; null for one of fresh seeds. */
  readonly from: WallId | null;
  readonly tiles: readonly { readonly artwork: ArtworkId; readonly tile: TileKind }[];
  /** Parents in the order picked, at most four. */
  readonly picks: readonly ArtworkId[];
  readonly createdAtMs: number;
  readonly sequence: number;
}

/** Where the person is: one record, `id` 'desk'. */
export interface Desk {
  readonly id: 'desk';
  readonly schema: 1;
  readonly wall: WallId;
  readonly profile: ProfileId;
  /** Target mean picture distance of children, [0.03, 0.25]. */
  readonly distance: number;
  /** 0 to 6; null until the person moves the dial. */
  readonly wildCount: number | null;
  readonly changed: 'everything' | 'form' | 'color';
  readonly sequence: number;
}

/** A named choice of artworks. Deleted ones keep their place in it, for when they are brought back. */
export interface Collection {
  readonly id: CollectionId;
  readonly schema: 1;
  /** 1 to 200 characters; no two are alike but for case. */
  readonly name: string;
  /** In the order added, each once. */
  readonly artworks: readonly ArtworkId[];
  readonly sequence: number;
}

/** What a picture looked like when last painted: derived, may be dropped at any time. */
export interface Portrait {
  /** The artwork's. */
  readonly id: ArtworkId;
  readonly schema: 1;
  /** What of the picture it shows: one of another view than the artwork's is out of date. */
  readonly view: View;
  /** An encoded picture of the whole view, at most 256 px on the short side. */
  readonly thumbnail: ArrayBuffer;
  readonly sequence: number;
}

/** An undoable act, written in the transaction of its changes. */
export interface Act {
  readonly id: ActId;
  readonly schema: 1;
  /** Past tense, for the status line: `Rating`, `Deleted 3 artworks`. */
  readonly label: string;
  /** The place it was done in, as a route. */
  readonly place: string;
  readonly changes: readonly RecordChange[];
  /** The judgements it added, which undo withdraws. */
  readonly judgements: readonly JudgementId[];
  readonly isUndone: boolean;
  readonly sequence: number;
}

/** One training in the place Train: what is learned, how, and how far it came. Not undone: an earlier one stays beside it. */
export interface Training {
  readonly id: TrainingId;
  readonly schema: 1;
  /** Of what it learns from. */
  readonly title: string;
  readonly createdAtMs: number;
  /** Left as it is by the parser of records, and read by parseTrainingRun: only that place knows what it holds. */
  readonly run: Readonly<Record<string, unknown>>;
  readonly sequence: number;
}

/** The records that can be stored, by the name of their kind. */
export interface Records {
  artwork: Artwork | Tombstone;
  judgement: Judgement;
  standing: Standing;
  profile: Profile;
  wall: Wall;
  desk: Desk;
  portrait: Portrait;
  collection: Collection;
  act: Act;
  training: Training;
}

export type RecordName = keyof Records;

/** `before` null: it was not there. `after` null: it is taken away (derived and forgotten records only; artworks leave a tombstone). */
export type RecordChange = {
  readonly [N in RecordName]: {
    readonly record: N;
    readonly id: string;
    readonly before: Records[N] | null;
    readonly after: Records[N] | null;
  };
}[RecordName];
