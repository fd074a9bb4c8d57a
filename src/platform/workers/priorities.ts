import type { JobName, Priority } from './jobs.ts';

/** Lower runs first. */
export const ranks: Record<Priority, number> = { coarse: 0, awaited: 1, sharp: 2, background: 3 };

export const defaultPriorities: Record<JobName, Priority> = {
  paint: 'sharp',
  painters: 'background',
  openGpu: 'background',
  paintOnGpu: 'sharp',
  readPixels: 'background',
  packStrip: 'background',
  firstWall: 'coarse',
  propose: 'awaited',
  ask: 'awaited',
  describe: 'awaited',
  prints: 'background',
  measure: 'background',
  // The next rating is guessed by it, and comes soon.
  learn: 'awaited',
  guess: 'awaited',
  explain: 'awaited',
  score: 'background',
  openFile: 'awaited',
  train: 'background',
  examine: 'background',
  openPicture: 'awaited',
};
