// The jobs of the place Train, but for the one that decodes pictures.
import { examineTraining } from '#core/cppn/examine-training.ts';
import { trainNetwork } from '#core/cppn/train-network.ts';
import type { ComputeGradients } from '#core/nn/gradients.ts';
import type { JobWork } from './serve-jobs.ts';

export const createTrainJob =
  (compute: ComputeGradients): JobWork['train'] =>
  (portion) =>
    trainNetwork(portion, compute);

export const examineJob: JobWork['examine'] = ({ target, settings, weights }) =>
  examineTraining(target, settings, weights);
