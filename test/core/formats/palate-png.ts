// Palate's own small PNG in parts, for tests that bend it. Packing is Node's, not ours.
import { deflateSync } from 'node:zlib';
import { artworkToJson } from '#core/formats/artwork-json.ts';
import { pngChunk, pngSignature } from '#core/formats/png-chunks.ts';
import { formatPngText } from '#core/formats/png-text.ts';
import { smallArtwork } from './small-artwork.ts';

export const smallJson = artworkToJson(smallArtwork, smallArtwork.view);

export const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

export const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

export const signature = Uint8Array.from(pngSignature);

/** An IHDR chunk; RGB of 8 bits unless said otherwise. */
export function header(width = 2, height = 2, [depth, color, interlace] = [8, 2, 0]): Uint8Array {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  data.set([depth!, color!, 0, 0, interlace!], 8);
  return pngChunk('IHDR', data);
}

export const textChunk = (text: string) => pngChunk('iTXt', formatPngText(text));

/** An iTXt chunk of ours whose text is packed. */
export const packedChunk = (packed: Uint8Array, flag = 1) =>
  pngChunk('iTXt', join(ascii('palate\0'), Uint8Array.from([flag, 0, 0, 0]), packed));

export const picture = pngChunk('IDAT', new Uint8Array(deflateSync(new Uint8Array(14))));
export const end = pngChunk('IEND', new Uint8Array(0));
export const network = textChunk(smallJson);

export const smallPng = join(signature, header(), network, picture, end);
