import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest, Pixels } from '#core/cppn/pixels.ts';

/** Paints off the main thread. An abort rejects with the signal's reason; the receiver closes bitmaps. */
export interface Renderer {
  readonly backend: 'cpu' | 'wasm' | 'webgl';
  paint(genome: Genome, request: PaintRequest, signal?: AbortSignal): Promise<ImageBitmap>;
  readPixels(genome: Genome, request: PaintRequest, signal?: AbortSignal): Promise<Pixels>;
  dispose(): void;
}
