// The painters of this thread, from the fastest that the machine takes.
import { code as plainCode } from 'virtual:kernel-plain';
import { code as relaxedCode } from 'virtual:kernel-relaxed';
import type { Paint } from '#core/cppn/paint.ts';
import { paintTiles } from '#core/cppn/paint-tiles.ts';
import type { Refusals, ThreadBackend } from './backends.ts';
import { openKernel } from './kernel.ts';

export interface Painters {
  /** For the screen: may differ in a last bit from machine to machine. By `wanted`, or the next that is here. */
  readonly screen: (wanted?: ThreadBackend) => Paint;
  /** For files, gates, prints and statistics: the same bytes everywhere, but where WebAssembly is refused. */
  readonly plain: Paint;
  readonly refusals: Refusals;
  /** Those that were refused memory for a picture, which the next then painted. Grows. */
  readonly short: ReadonlySet<ThreadBackend>;
}

export function openPainters(codes = { relaxed: relaxedCode, plain: plainCode }): Painters {
  const short = new Set<ThreadBackend>();
  const plain = open(codes.plain, paintTiles, () => short.add('wasm-plain'));
  const relaxed = open(codes.relaxed, plain.paint, () => short.add('wasm-relaxed'));
  const paints = { 'wasm-relaxed': relaxed.paint, 'wasm-plain': plain.paint, javascript: paintTiles };
  return {
    screen: (wanted = 'wasm-relaxed') => paints[wanted],
    plain: plain.paint,
    refusals: { 'wasm-relaxed': relaxed.refusal, 'wasm-plain': plain.refusal, javascript: null },
    short,
  };
}

/** A browser may refuse WebAssembly, its SIMD or its relaxed SIMD: then `next` paints. */
function open(
  code: string,
  next: Paint,
  onShort: () => void,
): { readonly paint: Paint; readonly refusal: string | null } {
  try {
    return { paint: orElse(openKernel(code), next, onShort), refusal: null };
  } catch (error) {
    return { paint: next, refusal: error instanceof Error ? error.message : String(error) };
  }
}

/** One that is refused the memory hands the picture over. */
function orElse(paint: Paint, next: Paint, onShort: () => void): Paint {
  return function* (genome, request, spare) {
    try {
      return yield* paint(genome, request, spare);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      onShort();
      return yield* next(genome, request);
    }
  };
}
