import { type Batch, type ComputeGradients, computeGradients, type LayerGradients } from './gradients.ts';
import type { Loss } from './losses.ts';
import { createOptimizer, gradientNorm, type OptimizerOptions } from './optimizers.ts';
import type { Sequential } from './sequential.ts';
import { createWorkspace } from './workspace.ts';

/** Moves the model's weights in place by one batch. `fit` takes another in its stead, such as a faster one. */
export type TrainingStep = (
  model: Sequential,
  batch: Batch,
) => { loss: number; gradientNorms: readonly number[] };

/** Adds (strength / 2) |w - start|² to the loss; `start` absent: towards 0. */
export interface L2 {
  readonly strength: number;
  /** Shaped as the whole model. */
  readonly start?: Sequential;
}

export interface StepOptions {
  readonly loss: Loss;
  readonly optimizer: OptimizerOptions;
  readonly l2?: L2;
}

/** Backpropagation, by `compute`, and the optimiser. `frozenCount`: layers of the whole model below those it is given. */
export function createTrainingStep(
  { loss, optimizer, l2 }: StepOptions,
  frozenCount: number,
  compute: ComputeGradients = computeGradients,
): TrainingStep {
  const { apply } = createOptimizer(optimizer);
  const workspace = createWorkspace();
  return (model, batch) => {
    const result = compute(model, batch, loss, workspace);
    const penalty = l2 === undefined ? 0 : addL2(result.gradients, model, l2, frozenCount);
    apply(model, result.gradients);
    return {
      loss: result.loss + penalty,
      gradientNorms: result.gradients.map((layer) => gradientNorm([layer])),
    };
  };
}

/** Adds strength (w - start) to every gradient; gives the penalty. */
function addL2(
  gradients: readonly LayerGradients[],
  { layers }: Sequential,
  { strength, start }: L2,
  frozenCount: number,
): number {
  let squares = 0;
  gradients.forEach(({ kernel, biases }, index) => {
    const layer = layers[index]!;
    const from = start?.layers[frozenCount + index];
    for (const [gradient, weights, origin] of [
      [kernel, layer.kernel, from?.kernel],
      [biases, layer.biases, from?.biases],
    ] as const) {
      if (gradient === null || weights === null) continue;
      for (let i = 0; i < gradient.length; i++) {
        const away = weights[i]! - (origin?.[i] ?? 0);
        gradient[i]! += strength * away;
        squares += away * away;
      }
    }
  });
  return (strength / 2) * squares;
}
