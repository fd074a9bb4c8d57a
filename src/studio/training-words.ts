import type { TrainingLoop } from './training-loop.ts';
import type { ShownTraining } from './training-room.ts';

/** For the bar; null while nothing is trained and all of it is kept. Reads signals. */
export function wordsForBar(
  { isRunning, epochsPerSecond }: Pick<TrainingLoop, 'isRunning' | 'epochsPerSecond'>,
  isKept: boolean,
  training: ShownTraining | null,
  isHere: boolean,
): string | null {
  if (training === null) return null;
  if (!isRunning.value) return isKept ? null : 'Saving the training';
  if (!isHere) return `Training, epoch ${training.state?.epoch ?? 0}`;
  const speed = epochsPerSecond.value;
  return speed === null ? 'Training on this device' : `Training on this device, ${describeSpeed(speed)}`;
}

/** `2 epochs a second`, or, when one takes longer, `an epoch takes 4 s`. */
export function describeSpeed(epochsPerSecond: number): string {
  if (epochsPerSecond < 0.75) return `an epoch takes ${Math.max(1, Math.round(1 / epochsPerSecond))} s`;
  const count = Math.round(epochsPerSecond);
  return count === 1 ? '1 epoch a second' : `${count} epochs a second`;
}
