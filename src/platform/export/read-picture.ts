// Any picture a browser can read, as a training target: small, opaque, not longer than twice its width nor the other way round.

import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import type { Size } from '#core/cppn/pixels.ts';
import type { PictureTarget } from '#core/cppn/training-target.ts';
import { targetSizeOf } from '#core/cppn/training-target.ts';
import type { OpenedPicture } from '#platform/workers/jobs.ts';
import { HEAD_BYTES, measurePicture } from './measure-picture.ts';

const BYTES_LIMIT = 128 * 1024 * 1024;
/** A browser makes room for four bytes of each, and for itself. */
const PIXELS_LIMIT = 80_000_000;
/** Twice what is needed, for the last step down. */
const DECODED_WIDTH_PX = 256;
const LONGEST = 2;

/** Never rejects for what the file holds: it is refused with a sentence. Larger pictures are scaled while they are decoded. */
export async function readPicture(file: File): Promise<OpenedPicture> {
  try {
    const size = await measure(file);
    const bitmap = await decode(file, size);
    try {
      return { kind: 'picture', ...drawSmall(bitmap) };
    } finally {
      bitmap.close();
    }
  } catch (error) {
    if (error instanceof ForeignDataError) {
      return { kind: 'refused', code: error.code, sentence: error.message };
    }
    throw error;
  }
}

async function measure(file: File): Promise<Size> {
  if (file.size > BYTES_LIMIT) {
    throw new ForeignDataError('too-large', 'This file is larger than 128 MB, so it was not read.');
  }
  let head: ArrayBuffer;
  try {
    head = await file.slice(0, HEAD_BYTES).arrayBuffer();
  } catch {
    throw new ForeignDataError(
      'unreadable',
      'This file could not be read; it may have been moved or deleted.',
    );
  }
  const size = measurePicture(new Uint8Array(head));
  if (size === null || size.widthPx === 0 || size.heightPx === 0) {
    throw new ForeignDataError(
      'unknown-format',
      'This is no picture that can be read here. PNG, JPEG, WebP and GIF can.',
    );
  }
  const millions = Math.round((size.widthPx * size.heightPx) / 1e6);
  if (size.widthPx * size.heightPx > PIXELS_LIMIT) {
    throw new ForeignDataError(
      'too-large',
      `This picture has ${millions.toLocaleString('en')} million pixels; 80 million are the most. A smaller copy will do as well.`,
    );
  }
  return size;
}

/** No side is named but the width, so that the browser keeps the shape, however the picture is turned. */
async function decode(file: File, { widthPx, heightPx }: Size): Promise<ImageBitmap> {
  const shorter = Math.min(widthPx, heightPx);
  try {
    return await createImageBitmap(file, {
      resizeWidth: Math.min(shorter, DECODED_WIDTH_PX),
      resizeQuality: 'high',
    });
  } catch {
    throw new ForeignDataError('damaged', 'This picture is damaged: it could not be decoded.');
  }
}

function drawSmall(bitmap: ImageBitmap): Pick<PictureTarget, 'widthPx' | 'heightPx' | 'rgb'> {
  const crop = cropOf(bitmap);
  const { widthPx, heightPx } = targetSizeOf(crop);
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d', { willReadFrequently: true })!;
  // What is clear becomes white: a network has three outputs.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, widthPx, heightPx);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, crop.x, crop.y, crop.width, crop.height, 0, 0, widthPx, heightPx);
  const { data } = context.getImageData(0, 0, widthPx, heightPx);
  const rgb = new Uint8Array(widthPx * heightPx * 3);
  for (let pixel = 0; pixel < widthPx * heightPx; pixel++) {
    rgb.set(data.subarray(4 * pixel, 4 * pixel + 3), 3 * pixel);
  }
  return { widthPx, heightPx, rgb };
}

/** The middle of it, where it is longer than twice its width or wider than twice its height. */
function cropOf({ width, height }: Pick<ImageBitmap, 'width' | 'height'>) {
  const cropWidth = Math.min(width, LONGEST * height);
  const cropHeight = Math.min(height, LONGEST * width);
  return {
    x: (width - cropWidth) / 2,
    y: (height - cropHeight) / 2,
    width: cropWidth,
    height: cropHeight,
  };
}
