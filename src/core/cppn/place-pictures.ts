// Pictures as points: how light each is, and how warm. Two numbers are few, but they can be drawn, and so can what is decided by them.
import { oklabOfPixels } from '#core/math/color.ts';
import type { Pixels } from './pixels.ts';

export const pictureAxes = ['dark to light', 'warm to cool'] as const;

/** Mean OKLab lightness, and mean of blue against yellow. */
export function measureLightAndCool({ data }: Pixels): readonly [light: number, cool: number] {
  const colors = oklabOfPixels(data);
  let light = 0;
  let yellow = 0;
  for (let at = 0; at < colors.length; at += 3) {
    light += colors[at]!;
    yellow += colors[at + 2]!;
  }
  const count = Math.max(1, colors.length / 3);
  return [light / count, -yellow / count];
}

/** [pictureCount, 2], each axis spread so that most lie within [-0.8, 0.8]; none beyond [-1, 1]. */
export function placePictures(measured: readonly (readonly [number, number])[]): Float32Array<ArrayBuffer> {
  const places = new Float32Array(2 * measured.length);
  for (const axis of [0, 1] as const) {
    const values = measured.map((one) => one[axis]);
    const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
    const spread = Math.sqrt(squares / Math.max(1, values.length)) || 1;
    values.forEach((value, picture) => {
      places[2 * picture + axis] = Math.max(-1, Math.min(1, (0.4 * (value - mean)) / spread));
    });
  }
  return places;
}
