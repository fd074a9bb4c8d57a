// The one file that names mediabunny. A video is drawn frame by frame, so that it closes exactly, however slow the drawing is.
import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  QUALITY_VERY_HIGH,
  WebMOutputFormat,
} from 'mediabunny';
import type { Size } from '#core/cppn/pixels.ts';

export interface VideoRequest {
  /** Whole, even numbers. */
  readonly size: Size;
  readonly framesPerSecond: number;
  readonly frameCount: number;
  /** Draws frame `index` over the whole canvas; the next is asked for when it resolves. */
  readonly drawFrame: (index: number, canvas: OffscreenCanvasRenderingContext2D) => Promise<void>;
  /** Share done, (0, 1]. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

export interface Video {
  readonly file: Blob;
  readonly extension: 'mp4' | 'webm';
}

/** null where the browser has no encoder for this size. Rejects with the signal's reason on abort, or with what `drawFrame` met. */
export async function exportVideo(request: VideoRequest): Promise<Video | null> {
  const { size, framesPerSecond, frameCount, drawFrame, onProgress, signal } = request;
  signal?.throwIfAborted();
  if (typeof VideoEncoder === 'undefined') return null;
  const dimensions = { width: size.widthPx, height: size.heightPx };
  const mp4Codec = await getFirstEncodableVideoCodec(['avc'], dimensions);
  const codec = mp4Codec ?? (await getFirstEncodableVideoCodec(['vp9', 'vp8', 'av1'], dimensions));
  if (codec === null) return null;

  const canvas = new OffscreenCanvas(size.widthPx, size.heightPx);
  const context = canvas.getContext('2d', { alpha: false })!;
  const source = new CanvasSource(canvas, { codec, quality: QUALITY_VERY_HIGH });
  const target = new BufferTarget();
  const format = mp4Codec === null ? new WebMOutputFormat() : new Mp4OutputFormat();
  const output = new Output({ format, target });
  output.addVideoTrack(source, { frameRate: framesPerSecond });
  try {
    await output.start();
    for (let index = 0; index < frameCount; index++) {
      signal?.throwIfAborted();
      await drawFrame(index, context);
      signal?.throwIfAborted();
      await source.add(index / framesPerSecond, 1 / framesPerSecond);
      onProgress?.((index + 1) / frameCount);
    }
    await output.finalize();
  } catch (error) {
    await output.cancel();
    throw error;
  }
  signal?.throwIfAborted();
  const extension = mp4Codec === null ? 'webm' : 'mp4';
  return { file: new Blob([target.buffer!], { type: `video/${extension}` }), extension };
}
