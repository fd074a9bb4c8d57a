// What the place Train is made of, as the views see it. It loads when first entered.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Examined } from '#core/cppn/examine-training.ts';
import type { PointSetName } from '#core/cppn/point-sets.ts';
import type { TrainingSettings } from '#core/cppn/training-settings.ts';
import type { PointsTarget, TrainingTarget } from '#core/cppn/training-target.ts';
import type { Artwork, TrainingId } from '#core/gallery/records.ts';
import type { Milestone, RunState, StepReport } from '#core/nn/run.ts';

/** What the rest of the studio knows of training. */
export interface TrainingDoor {
  /** null until it is loaded. */
  readonly room: ReadonlySignal<TrainingRoom | null>;
  /** What is being trained, for the bar; null while nothing is. */
  readonly words: ReadonlySignal<string | null>;
  /** Loads it; once is enough. */
  readonly open: () => Promise<TrainingRoom>;
  /** Learns a picture that carries no network, and goes there. */
  readonly useFile: (file: File) => Promise<void>;
}

export interface TrainingRoom {
  /** null until there is something to learn from. */
  readonly training: ReadonlySignal<ShownTraining | null>;
  readonly isRunning: ReadonlySignal<boolean>;
  /** null while it is not known. */
  readonly epochsPerSecond: ReadonlySignal<number | null>;
  /** As of the last look: a little behind while training goes on. */
  readonly examined: ReadonlySignal<(Examined & { readonly epoch: number }) | null>;
  /** Artworks that can be copied: those that hang, then those of the wall. */
  readonly choices: ReadonlySignal<readonly Artwork[]>;
  /** Names of those that are large enough to be told apart; two at least are needed. */
  readonly collections: ReadonlySignal<readonly string[]>;
  /** Other trainings, the latest first. */
  readonly earlier: ReadonlySignal<readonly EarlierTraining[]>;
  /** Why it cannot start; null when it can. */
  readonly whyNotStart: ReadonlySignal<string | null>;
  /** Why a picture was refused, until another is chosen. */
  readonly refusal: ReadonlySignal<string | null>;
  /** Why it stands still although nobody paused it; null otherwise. */
  readonly pausedFor: ReadonlySignal<string | null>;
  readonly words: ReadonlySignal<string | null>;
  readonly actions: TrainingActions;
}

export interface ShownTraining {
  readonly id: TrainingId;
  readonly createdAtMs: number;
  readonly target: TrainingTarget;
  readonly settings: TrainingSettings;
  /** null before the first batch. */
  readonly state: RunState | null;
  /** What the last batch did, if it was made since the page opened. */
  readonly step: StepReport | null;
}

export interface EarlierTraining {
  readonly id: TrainingId;
  readonly title: string;
  readonly epoch: number;
}

export interface TrainingActions {
  /** null: the latest, or a first one. */
  readonly show: (training: TrainingId | null) => Promise<void>;
  readonly start: () => void;
  /** Stands still after the batches under way. */
  readonly pause: () => void;
  readonly toggle: () => void;
  readonly pauseToSave: (why: string) => void;
  /** One batch. */
  readonly step: () => Promise<void>;
  /** From fresh weights, beside what was trained before. */
  readonly startOver: () => void;
  /** Goes on from the best weights at a third of the rate. */
  readonly trySlower: () => void;
  readonly changeSettings: (changes: Partial<TrainingSettings>) => void;
  readonly copyArtwork: (artwork: Artwork) => Promise<void>;
  readonly copyFile: (file: File) => Promise<void>;
  readonly tellApart: (points: PointSetName | PointsTarget) => void;
  readonly tellCollectionsApart: () => Promise<void>;
  /** The epoch now, or an earlier one that was kept. */
  readonly takeToEasel: (milestone?: Milestone) => Promise<void>;
  /** Stores what there is now: the page may be about to close. */
  readonly keep: () => Promise<void>;
}

/** A third, to two digits: what to try after a rate that was too high. */
export const slowerRate = (rate: number) => Number((rate / 3).toPrecision(2));
