// The jobs of the place Train, but for the one that decodes pictures.
import { code } from 'virtual:kernel-training';
import { examineTraining } from '#core/cppn/examine-training.ts';
import { trainNetwork } from '#core/cppn/train-network.ts';
import { type ComputeGradients, computeGradients } from '#core/nn/gradients.ts';
import { openGradientKernel } from '#platform/training/gradient-kernel.ts';
import type { JobWork } from './serve-jobs.ts';

const compute = openOrElse();

export const trainingJobs: Pick<JobWork, 'train' | 'examine'> = {
  train: (portion) => trainNetwork(portion, compute),
  examine: ({ target, settings, weights }) => examineTraining(target, settings, weights),
};

/** A browser may refuse WebAssembly, its SIMD, or the memory. */
function openOrElse(): ComputeGradients {
  try {
    return openGradientKernel(code);
  } catch {
    return computeGradients;
  }
}
