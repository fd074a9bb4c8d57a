import { measureCopy } from './copy-picture.ts';
import { measureCriticPairs } from './critic-pairs.ts';
import type { Figure } from './figure.ts';
import { measureTrainSpeed } from './train-speed.ts';
import { measureWhileTraining } from './while-training.ts';

/** What learning is held to: how fast a step is, how fast a taste is learned, and how well. */
export async function measureTrain(report: (text: string) => void): Promise<readonly Figure[]> {
  // What is timed comes first, and alone; the raters then rate in a process of their own while pears are copied here.
  const timed = [...(await measureTrainSpeed(report)), ...(await measureWhileTraining(report))];
  const criticPairs = measureCriticPairs(report);
  const [pairs, copies] = await Promise.all([criticPairs, measureCopy(report)]);
  return [...timed, ...copies, ...pairs];
}
