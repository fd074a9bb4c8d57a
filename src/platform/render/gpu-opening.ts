/** What came of trying the graphics chip. */
export type GpuOpening =
  /** The browser has no WebGL 2 for us. */
  | { readonly kind: 'none' }
  /** What calls itself a chip is the processor, and slower than our own code for it. */
  | { readonly kind: 'software'; readonly chip: string }
  | { readonly kind: 'slower' | 'ready'; readonly chip: string; readonly times: GpuTimes | null };

/** Milliseconds of the same picture; null: not measured, since the chip is wanted however slow. */
export interface GpuTimes {
  readonly gpuMs: number;
  /** By all workers together. */
  readonly workersMs: number;
}
