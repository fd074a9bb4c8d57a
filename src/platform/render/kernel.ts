// The painting kernel in this thread: a WebAssembly instance with a memory of its own.
import { buildKernelProgram, type KernelProgram, ROW_BYTES } from '#core/cppn/kernel-program.ts';
import type { Paint } from '#core/cppn/paint.ts';

interface Exports {
  readonly memory: WebAssembly.Memory;
  /** The first byte that is ours to use. */
  readonly heap: number;
  readonly paint: (parameters: number, first: number, count: number, out: number) => void;
}

/** Between two yields. */
const SLICE_MS = 4;
const PAGE_BYTES = 65_536;

/** `code` in base64. Throws WebAssembly.CompileError where the browser refuses it, or SIMD. Not for a page's main thread. */
export function openKernel(code: string): Paint {
  const bytes = Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0));
  const exports = parseExports(new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports);
  const { memory } = exports;
  const heap = alignedTo64(exports.heap);
  /** What stands in the memory. Generators take turns. */
  let loaded: KernelProgram | null = null;

  const load = (program: KernelProgram, outBytes: number) => {
    const missing = heap + program.byteCount + outBytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
    new Uint8Array(memory.buffer).set(program.bytes, heap);
    loaded = program;
  };

  return function* paint(genome, request, spare = null) {
    const { widthPx, heightPx } = request.region;
    const program = buildKernelProgram(genome, request, heap);
    const pixelCount = widthPx * heightPx;
    const data = spare?.length === pixelCount * 4 ? spare : new Uint8ClampedArray(pixelCount * 4);
    const tilesPerSlice = Math.max(1, Math.floor((SLICE_MS * 1e6) / program.pixelNs / program.tilePixels));
    const sliceCount = tilesPerSlice * program.tilePixels;
    const out = alignedTo64(heap + program.byteCount);
    for (let first = 0; first < pixelCount; first += sliceCount) {
      if (first > 0) yield first / pixelCount;
      const count = Math.min(sliceCount, pixelCount - first);
      if (loaded !== program) load(program, sliceCount * 4 + ROW_BYTES);
      exports.paint(heap, first, count, out);
      data.set(new Uint8Array(memory.buffer, out, count * 4), first * 4);
    }
    return { widthPx, heightPx, data };
  };
}

const alignedTo64 = (address: number) => Math.ceil(address / 64) * 64;

function parseExports({ memory, heap, paint }: WebAssembly.Exports): Exports {
  if (
    !(
      memory instanceof WebAssembly.Memory &&
      heap instanceof WebAssembly.Global &&
      typeof paint === 'function'
    )
  ) {
    throw new TypeError('The kernel exports memory, heap and paint, and nothing else will do.');
  }
  return { memory, heap: Number(heap.value), paint: (...values) => void paint(...values) };
}
