// The border for stored trainings.
import * as v from 'valibot';
import { SEED_LIMIT } from '#core/math/random.ts';
import { activationNames } from '#core/nn/activations.ts';
import type { RunState } from '#core/nn/run.ts';
import { ForeignDataError } from './foreign-data.ts';
import { readSchema } from './foreign-shape.ts';
import { between, list, parseWith, text, whole } from './schema-parts.ts';
import {
  trainingLimits as limits,
  lossNames,
  optimizerNames,
  type TrainingSettings,
  weightCountOf,
} from './training-settings.ts';
import { type TrainingTarget, targetLimits } from './training-target.ts';

/** What a training's record holds. */
export interface TrainingRun {
  readonly schema: 1;
  readonly target: TrainingTarget;
  readonly settings: TrainingSettings;
  /** null before it began. */
  readonly state: RunState | null;
}

const bytes = v.instance(Uint8Array, 'is not bytes');
const floats = v.pipe(
  v.instance(Float32Array, 'is not a list of float32 numbers'),
  v.check((values) => values.every(Number.isFinite), 'must be finite'),
);
const doubles = v.pipe(
  v.instance(Float64Array, 'is not a list of float64 numbers'),
  v.check((values) => values.every(Number.isFinite), 'must be finite'),
);

const settings = v.object({
  hidden: list(
    v.object({ units: whole(...limits.units), activation: v.picklist(activationNames) }),
    ...limits.hidden,
  ),
  optimizer: v.picklist(optimizerNames),
  loss: v.picklist(lossNames),
  learningRate: between(...limits.learningRate),
  batchSize: whole(...limits.batchSize),
  epochs: whole(...limits.epochs),
  seed: whole(0, SEED_LIMIT - 1),
  advanced: v.object({
    beta1: between(...limits.beta1),
    beta2: between(...limits.beta2),
    momentum: between(...limits.momentum),
    rho: between(...limits.rho),
    weightDecay: between(...limits.weightDecay),
    clipNorm: between(...limits.clipNorm),
    // Trainings kept before there was such a thing had a steady rate.
    easing: v.optional(between(...limits.easing), 0),
  }),
});

const target = v.variant('kind', [
  v.object({
    kind: v.literal('picture'),
    title: text(200),
    from: v.nullable(text(300)),
    widthPx: whole(1, targetLimits.sidePx),
    heightPx: whole(1, targetLimits.sidePx),
    rgb: bytes,
  }),
  v.object({
    kind: v.literal('points'),
    title: text(200),
    classNames: list(text(60), 2, targetLimits.classes),
    axes: v.nullable(v.tuple([text(60), text(60)])),
    places: v.pipe(
      floats,
      v.check((places) => places.every((x) => Math.abs(x) <= 1), 'must lie from -1 to 1'),
    ),
    classes: bytes,
  }),
]);

const epoch = whole(0, limits.epochs[1]);
const milestone = v.object({ epoch, loss: v.number(), weights: floats });

const state = v.object({
  epoch,
  batch: whole(0, targetLimits.pixels),
  lossSum: v.number(),
  rightCount: whole(0, targetLimits.pixels),
  firstLoss: v.nullable(v.number()),
  weights: floats,
  memory: v.nullable(v.object({ step: whole(0, Number.MAX_SAFE_INTEGER), first: doubles, second: doubles })),
  history: v.instance(Float32Array, 'is not a list of float32 numbers'),
  milestones: list(milestone, 0, 16),
  best: v.nullable(milestone),
  ended: v.picklist(['not', 'done', 'diverged']),
});

const runSchema = v.object({ schema: v.literal(1), target, settings, state: v.nullable(state) });

/** Throws ForeignDataError naming the field. */
export function parseTrainingRun(value: unknown): TrainingRun {
  readSchema(value, 1);
  // The compiler holds arrays of any buffer apart from those of plain ones; a store gives plain ones.
  const run = parseWith(runSchema, value) as TrainingRun;
  refuseMisfit(run);
  return run;
}

/** What no single field can say: that the arrays fit one another. */
function refuseMisfit({ target, settings, state }: TrainingRun): void {
  if (target.kind === 'picture') {
    const { widthPx, heightPx, rgb } = target;
    if (widthPx * heightPx > targetLimits.pixels) throw tooLarge('target');
    expectCount(rgb, 3 * widthPx * heightPx, 'target.rgb');
  } else {
    const { classes, places, classNames } = target;
    if (classes.length > targetLimits.points) throw tooLarge('target');
    expectCount(places, 2 * classes.length, 'target.places');
    if (classes.some((own) => own >= classNames.length)) {
      throw new ForeignDataError('out-of-range', 'must name classes that are there', 'target.classes');
    }
  }
  if (state === null) return;
  const count = weightCountOf(target, settings);
  expectCount(state.weights, count, 'state.weights');
  expectCount(state.history, 4 * state.epoch, 'state.history');
  if (state.memory !== null) {
    expectCount(state.memory.first, count, 'state.memory.first');
    expectCount(state.memory.second, count, 'state.memory.second');
  }
  for (const [index, { weights }] of state.milestones.entries())
    expectCount(weights, count, `state.milestones[${index}].weights`);
  if (state.best !== null) expectCount(state.best.weights, count, 'state.best.weights');
}

const tooLarge = (where: string) =>
  new ForeignDataError('too-large', 'is larger than a target may be', where);

function expectCount({ length }: { readonly length: number }, count: number, where: string): void {
  if (length === count) return;
  throw new ForeignDataError('wrong-count', `has ${length} entries where ${count} are needed`, where);
}
