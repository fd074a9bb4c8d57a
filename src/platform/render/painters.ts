// The painters of this thread, from the fastest that the machine takes.
import { code as plainCode } from 'virtual:kernel-plain';
import { code as relaxedCode } from 'virtual:kernel-relaxed';
import type { Paint } from '#core/cppn/paint.ts';
import { paintTiles } from '#core/cppn/paint-tiles.ts';
import { openKernel } from './kernel.ts';

export interface Painters {
  /** For the screen: may differ in a last bit from machine to machine. */
  readonly screen: Paint;
  /** For files, gates, prints and statistics: the same bytes everywhere, but where WebAssembly is refused. */
  readonly plain: Paint;
  readonly kernel: 'relaxed' | 'plain' | 'none';
}

export function openPainters(): Painters {
  const plain = openOrNull(plainCode);
  if (plain === null) return { screen: paintTiles, plain: paintTiles, kernel: 'none' };
  const relaxed = openOrNull(relaxedCode);
  return relaxed === null
    ? { screen: plain, plain, kernel: 'plain' }
    : { screen: relaxed, plain, kernel: 'relaxed' };
}

/** A browser may refuse WebAssembly, its SIMD, its relaxed SIMD, or the memory. */
function openOrNull(code: string): Paint | null {
  try {
    return openKernel(code);
  } catch {
    return null;
  }
}
