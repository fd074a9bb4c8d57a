// Writing PNG (ISO/IEC 15948): the chunks around the picture data.
import type { Size } from '#core/cppn/pixels.ts';
import { crc32 } from './checksums.ts';
import { formatPngText } from './png-text.ts';

export const pngSignature: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** One chunk: length, four letters, data, CRC. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) chunk[4 + i] = type.charCodeAt(i);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

export interface PngFacts {
  readonly size: Size;
  /** Under our keyword; null for none. */
  readonly text: string | null;
  /** For printers; null says nothing. */
  readonly pixelsPerMeter: number | null;
}

/** All that comes before the picture data: RGB, 8 bits each, sRGB. */
export function pngHead({ size, text, pixelsPerMeter }: PngFacts): Uint8Array<ArrayBuffer>[] {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size.widthPx);
  view.setUint32(4, size.heightPx);
  // 8 bits, color type 2 (RGB); compression, filter method and interlace stay 0.
  header.set([8, 2], 8);
  return [
    Uint8Array.from(pngSignature),
    pngChunk('IHDR', header),
    // Rendering intent 0: perceptual.
    pngChunk('sRGB', new Uint8Array(1)),
    ...(pixelsPerMeter === null ? [] : [pngChunk('pHYs', formatDensity(pixelsPerMeter))]),
    ...(text === null ? [] : [pngChunk('iTXt', formatPngText(text))]),
  ];
}

export const pngEnd = (): Uint8Array<ArrayBuffer> => pngChunk('IEND', new Uint8Array(0));

function formatDensity(pixelsPerMeter: number): Uint8Array {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  view.setUint32(0, pixelsPerMeter);
  view.setUint32(4, pixelsPerMeter);
  // The unit: 1 is the metre.
  data[8] = 1;
  return data;
}
