// What the workers can be asked: types only, shared by the pool and worker.ts.

import type { Examined } from '#core/cppn/examine-training.ts';
import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest, Pixels } from '#core/cppn/pixels.ts';
import type { TrainedPortion, TrainingPortion } from '#core/cppn/train-network.ts';
import type { TrainingSettings } from '#core/cppn/training-settings.ts';
import type { PictureTarget, TrainingTarget } from '#core/cppn/training-target.ts';
import type { FirstTile } from '#core/evolution/choose-first-wall.ts';
import type { Print } from '#core/evolution/picture-distance.ts';
import type { Proposal, ProposedWall, WallRequest } from '#core/evolution/propose-wall.ts';
import type { ReadArtwork } from '#core/formats/artwork-json.ts';
import type { PackedStrip } from '#core/formats/packed-strip.ts';
import type { AskRequest } from '#core/gallery/find-asked.ts';
import type { Seed } from '#core/math/random.ts';
import type { ChosenTile } from '#core/taste/choose-tiles.ts';
import type { Critic, Explanation } from '#core/taste/critic.ts';
import type { Guess } from '#core/taste/guess.ts';
import type { Statistics } from '#core/taste/measure-picture.ts';
import type { Scoreboard, ScoreboardRequest, TracedRate } from '#core/taste/scoreboard.ts';
import type { CriticRequest } from '#core/taste/train-critic.ts';
import type { Refusals, ThreadBackend } from '#platform/render/backends.ts';
import type { GpuOpening } from '#platform/render/gpu-opening.ts';

/** Each job: what goes in, what comes out. */
export interface Jobs {
  /** For the screen; `by` another than the fastest. */
  paint: { input: { genome: Genome; request: PaintRequest; by?: ThreadBackend }; output: Painted };
  /** Tries the graphics chip, which this worker then has. `workerCount`: how many paint on the processor meanwhile. */
  openGpu: { input: { isForced: boolean; workerCount: number }; output: GpuOpening };
  /** By the worker that opened it; null for what it cannot paint, or not yet; 'refused' where no shader is to be had for it. */
  paintOnGpu: { input: { genome: Genome; request: PaintRequest }; output: ImageBitmap | 'refused' | null };
  /** What a worker can paint by. */
  painters: { input: null; output: Refusals };
  readPixels: { input: { genome: Genome; request: PaintRequest }; output: Pixels };
  /** Rows of a PNG: the bytes of `readPixels`, packed. */
  packStrip: { input: { genome: Genome; request: PaintRequest }; output: PackedStrip };
  /** The fifteen tiles of the very first wall. */
  firstWall: { input: Seed; output: readonly FirstTile[] };
  /** Proposals with their words; the critic, if any, chooses among more of them. Progress in [0, 1]. */
  propose: {
    input: WallRequest & { critic?: Critic };
    output: Omit<ProposedWall, 'proposals'> & { proposals: readonly WordedProposal[] };
  };
  /** A wall of seeds for words, in the shape of a proposed one; as many as were found. */
  ask: { input: AskRequest; output: Jobs['propose']['output'] };
  /** Words and print of one genome: for imports. */
  describe: { input: Genome; output: { title: string; altText: string; print: Print } };
  prints: { input: readonly Genome[]; output: readonly Print[] };
  /** What the critic sees of each. */
  measure: { input: readonly Genome[]; output: readonly Statistics[] };
  learn: { input: CriticRequest; output: Critic };
  guess: { input: { critic: Critic; pictures: readonly Statistics[] }; output: readonly Guess[] };
  explain: { input: { critic: Critic; picture: Statistics }; output: Explanation };
  score: { input: ScoreboardRequest; output: { board: Scoreboard; trace: readonly TracedRate[] } };
  /** Reads a dropped file; never rejects for what the file holds. */
  openFile: { input: File; output: OpenedFile };
  /** Some batches of a training: progress is the epoch's. Between two portions it can be looked at, stored, or left. */
  train: { input: TrainingPortion; output: TrainedPortion };
  /** Where a network is still wrong. */
  examine: {
    input: { target: TrainingTarget; settings: TrainingSettings; weights: Float32Array<ArrayBuffer> };
    output: Examined;
  };
  /** Decodes a picture to the size of a training target; never rejects for what the file holds. */
  openPicture: { input: File; output: OpenedPicture };
}

export interface Painted {
  readonly bitmap: ImageBitmap;
  /** Those of the worker's painters that were ever refused memory. */
  readonly short: readonly ThreadBackend[];
}

export interface WordedProposal extends Omit<Proposal, 'tile'> {
  readonly tile: Proposal['tile'] | ChosenTile['tile'];
  readonly title: string;
  readonly altText: string;
}

export type OpenedFile =
  /** The artwork's id is a hash of what it holds: the same file gives the same id. */
  | ({ readonly kind: 'artwork' } & ReadArtwork)
  | { readonly kind: 'refused'; readonly code: string; readonly sentence: string };

export type OpenedPicture =
  | ({ readonly kind: 'picture' } & Pick<PictureTarget, 'widthPx' | 'heightPx' | 'rgb'>)
  | { readonly kind: 'refused'; readonly code: string; readonly sentence: string };

export type JobName = keyof Jobs;

/** The most urgent first; among equals, the one asked for first. A more urgent job sets a running one aside. */
export type Priority =
  /** A first, rough look at something on screen. */
  | 'coarse'
  /** What a person waits for: a wall, a dropped file. */
  | 'awaited'
  /** Something on screen in its full quality: ask for the ones nearest the center first. */
  | 'sharp'
  /** Exports, prints, thumbnails: nothing on screen waits for them. */
  | 'background';

/** The pool, as the studio sees it. */
export interface Workers {
  run<N extends JobName>(
    name: N,
    input: Jobs[N]['input'],
    options?: { signal?: AbortSignal; onProgress?: (progress: number) => void; priority?: Priority },
  ): Promise<Jobs[N]['output']>;
  dispose(): void;
}
