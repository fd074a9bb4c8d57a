import { inflateSync } from 'node:zlib';

export interface Decoded {
  readonly widthPx: number;
  readonly heightPx: number;
  /** RGB, 8 bits each. */
  readonly rgb: Uint8Array;
}

/** Decodes an RGB or RGBA PNG of 8 bits, whose alpha it drops, by the specification and with no code of ours but this; throws on anything else. */
export function decodePng(bytes: Buffer): Decoded {
  if (bytes.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Error('No PNG signature.');
  let widthPx = 0;
  let heightPx = 0;
  let channels = 3;
  const packed: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') {
      widthPx = body.readUInt32BE(0);
      heightPx = body.readUInt32BE(4);
      if (body[8] !== 8 || (body[9] !== 2 && body[9] !== 6) || body[12] !== 0) {
        throw new Error('Not plain RGB or RGBA of 8 bits.');
      }
      channels = body[9] === 6 ? 4 : 3;
    }
    if (name === 'IDAT') packed.push(body);
    at += 12 + length;
  }
  const raw = inflateSync(Buffer.concat(packed));
  const stride = widthPx * channels;
  if (raw.length !== (stride + 1) * heightPx) throw new Error('Not as many bytes as the header says.');
  const pixels = new Uint8Array(stride * heightPx);
  for (let y = 0; y < heightPx; y++) {
    const filter = raw[y * (stride + 1)]!;
    for (let i = 0; i < stride; i++) {
      const left = i >= channels ? pixels[y * stride + i - channels]! : 0;
      const above = y > 0 ? pixels[(y - 1) * stride + i]! : 0;
      const corner = i >= channels && y > 0 ? pixels[(y - 1) * stride + i - channels]! : 0;
      const predicted = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
      if (predicted === undefined) throw new Error(`Unknown filter ${filter}.`);
      pixels[y * stride + i] = raw[y * (stride + 1) + 1 + i]! + predicted;
    }
  }
  const rgb = channels === 3 ? pixels : pixels.filter((_, i) => i % channels < 3);
  return { widthPx, heightPx, rgb };
}

function paeth(left: number, above: number, corner: number): number {
  const p = left + above - corner;
  const [a, b, c] = [Math.abs(p - left), Math.abs(p - above), Math.abs(p - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
