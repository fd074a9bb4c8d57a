import { deflateSync } from 'node:zlib';
import { pngChunk, pngEnd, pngHead } from '#core/formats/png-chunks.ts';

/** RGBA bytes as a PNG of RGB, each row unfiltered. */
export function toPng(rgba: Uint8Array, widthPx: number, heightPx: number): Buffer {
  const rows = Buffer.alloc((widthPx * 3 + 1) * heightPx);
  let to = 0;
  for (let y = 0; y < heightPx; y++) {
    rows[to++] = 0;
    for (let x = 0; x < widthPx; x++)
      for (let k = 0; k < 3; k++) rows[to++] = rgba[(y * widthPx + x) * 4 + k]!;
  }
  return Buffer.concat([
    ...pngHead({ size: { widthPx, heightPx }, text: null, pixelsPerMeter: null }).map((part) =>
      Buffer.from(part),
    ),
    pngChunk('IDAT', new Uint8Array(deflateSync(rows))),
    pngEnd(),
  ]);
}
