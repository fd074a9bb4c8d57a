// The jobs of the place Train, but for the one that decodes pictures.
import { examineTraining } from '#core/cppn/examine-training.ts';
import { trainNetwork } from '#core/cppn/train-network.ts';
import type { JobWork } from './serve-jobs.ts';

export const trainingJobs: Pick<JobWork, 'train' | 'examine'> = {
  train: trainNetwork,
  examine: ({ target, settings, weights }) => examineTraining(target, settings, weights),
};
