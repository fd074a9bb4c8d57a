// Whether a loop flashes: opposing changes of relative luminance, counted pixel by pixel. DESIGN.md section 11.
import { decodeSrgb } from '#core/math/color.ts';
import type { Pixels } from './pixels.ts';

/** What a loop is measured at: frames a second, and the side of a frame. */
export const FLASH_HZ = 30;
export const FLASH_SIDE_PX = 64;

/** A change smaller than this is not seen as one. */
const LEAST_CHANGE = 0.1;
/** More opposing changes than this within a second are too many. */
const CHANGES_ALLOWED = 3;
/** From this share of the area on. */
const LEAST_AREA = 0.25;

const decodedBytes = Float64Array.from({ length: 256 }, (_, byte) => decodeSrgb(byte / 255));

/** Relative luminance of each pixel, [0, 1]. */
export function luminanceOf({ data }: Pick<Pixels, 'data'>): Float32Array<ArrayBuffer> {
  const result = new Float32Array(data.length / 4);
  for (let i = 0, at = 0; i < result.length; i++, at += 4) {
    result[i] =
      0.2126 * decodedBytes[data[at]!]! +
      0.7152 * decodedBytes[data[at + 1]!]! +
      0.0722 * decodedBytes[data[at + 2]!]!;
  }
  return result;
}

/**
 * The largest share of the area that takes more than three opposing changes of at least 10 % within one second. `frames` are
 * the luminances of one turn of a loop, all of one length, which repeats without end; `framesPerSecond` is how fast it is played.
 */
export function flashingShare(frames: readonly Float32Array[], framesPerSecond: number): number {
  const pixelCount = frames[0]?.length ?? 0;
  if (pixelCount === 0) return 0;
  // A second may reach over the seam more than once.
  const turns = 1 + Math.ceil(framesPerSecond / frames.length);
  const frameCount = frames.length * (turns + 1);
  /** How many pixels are over the limit at each frame. */
  const overCount = new Uint32Array(frameCount);
  for (let pixel = 0; pixel < pixelCount; pixel++) {
    const recent: number[] = [];
    let low = frames[0]![pixel]!;
    let high = low;
    let direction = 0;
    let markedTo = -1;
    for (let frame = 1; frame < frameCount; frame++) {
      const value = frames[frame % frames.length]![pixel]!;
      low = Math.min(low, value);
      high = Math.max(high, value);
      const turned =
        direction <= 0 && value >= low + LEAST_CHANGE
          ? 1
          : direction >= 0 && value <= high - LEAST_CHANGE
            ? -1
            : 0;
      if (turned !== 0) {
        // The first change opposes none.
        if (direction !== 0) recent.push(frame);
        direction = turned;
        low = high = value;
      } else if (direction > 0) {
        low = high;
      } else if (direction < 0) {
        high = low;
      }
      while (recent.length > 0 && recent[0]! <= frame - framesPerSecond) recent.shift();
      if (recent.length > CHANGES_ALLOWED && frame > markedTo) {
        overCount[frame]!++;
        markedTo = frame;
      }
    }
  }
  return overCount.reduce((most, count) => Math.max(most, count), 0) / pixelCount;
}

export const isFlashing = (share: number) => share >= LEAST_AREA;
