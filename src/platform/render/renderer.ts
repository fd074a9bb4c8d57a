import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest, Pixels } from '#core/cppn/pixels.ts';
import type { PackedStrip } from '#core/formats/packed-strip.ts';
import type { Backend, ThreadBackend } from './backends.ts';
import type { GpuState } from './gpu-door.ts';

/** Paints off the main thread. An abort rejects with the signal's reason; the receiver closes bitmaps. */
export interface Renderer {
  /** For the screen. */
  paint(genome: Genome, request: PaintRequest, signal?: AbortSignal): Promise<ImageBitmap>;
  /** For files and for judging: never by a backend whose bytes differ from machine to machine. */
  readPixels(genome: Genome, request: PaintRequest, signal?: AbortSignal): Promise<Pixels>;
  /** Those bytes as rows of a PNG. */
  packStrip(genome: Genome, request: PaintRequest, signal?: AbortSignal): Promise<PackedStrip>;
  /** Who paints here, and why. Tries what was not needed so far. */
  describe(): Promise<PaintingReport>;
  /** The backend that shall paint the screen, if it can; null: the fastest. */
  force(backend: Backend | null): void;
  /** Calls back when a backend turns out not to be had. Returns what ends that. */
  watch(listener: (fall: Fall) => void): () => void;
  dispose(): void;
}

export type Fall = 'no-wasm' | 'gpu-lost';

export interface PaintingReport {
  readonly forced: Backend | null;
  /** Paints what is painted again and again. */
  readonly webgl: {
    readonly state: GpuState;
    readonly isUsed: boolean;
    /** The chip made no shader for these and their like: the threads paint them. The oldest first. */
    readonly shaderless: readonly Genome[];
  };
  /** The fastest first. */
  readonly threads: readonly ThreadReport[];
}

export interface ThreadReport {
  readonly backend: ThreadBackend;
  readonly paints: { readonly screen: boolean; readonly files: boolean };
  /** In the browser's words, why it cannot be used; null when it can. */
  readonly refusal: string | null;
  /** It was refused memory for a picture at least once, and the next of these painted that. */
  readonly wasShort: boolean;
}
