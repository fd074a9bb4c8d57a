import { buildPointSet } from '#core/cppn/point-sets.ts';
import { defaultSettings, type TrainingSettings } from '#core/cppn/training-settings.ts';
import type { PictureTarget } from '#core/cppn/training-target.ts';

/** A light disc on a dark slope, 3 wide to 2 high. */
export function discTarget(heightPx = 16): PictureTarget {
  const widthPx = (3 * heightPx) / 2;
  const rgb = new Uint8Array(widthPx * heightPx * 3);
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const isInside = Math.hypot(x - widthPx / 2, y - heightPx / 2) < heightPx / 3;
      rgb[at++] = isInside ? 230 : 20 + (60 * x) / widthPx;
      rgb[at++] = isInside ? 180 : 40;
      rgb[at++] = isInside ? 60 : 90 - (60 * y) / heightPx;
    }
  }
  return { kind: 'picture', title: 'Disc', from: null, widthPx, heightPx, rgb };
}

export const discSettings: TrainingSettings = {
  ...defaultSettings('picture', 3),
  hidden: [
    { units: 10, activation: 'sin' },
    { units: 8, activation: 'tanh' },
  ],
  learningRate: 0.02,
  batchSize: 32,
  epochs: 40,
};

export const moons = buildPointSet('moons', 5, 200);
export const moonSettings: TrainingSettings = { ...defaultSettings('points', 3), epochs: 60 };
