// Reads the artwork in a PNG as the bytes arrive. Picture data is checked and let go: nothing is ever decoded or kept but our text.
import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { genomeLimits } from '#core/cppn/genome.ts';
import type { CarrierReader } from './carrier.ts';
import { crc32 } from './checksums.ts';
import { pngSignature } from './png-chunks.ts';
import { LONGEST_SIDE_PX } from './png-form.ts';
import { PNG_KEYWORD, parsePngText } from './png-text.ts';

const CHUNK_LIMIT = 100_000;
/** Of our own: copies of one another are allowed, but not without end. */
const TEXT_LIMIT = 8;
const CHUNK_BYTES_LIMIT = 2 ** 31 - 1;
/** What a text's 4 MB may have around it. */
const AROUND_TEXT = 1024;
/** Beyond any picture of ours; larger ones are read and remarked on. */
const REMARKABLE_SIDE_PX = LONGEST_SIDE_PX;

/** A chunk on its way through. */
interface Chunk {
  readonly type: string;
  readonly length: number;
  received: number;
  crc: number;
  /** What arrived of it; null for one that is let go. */
  kept: Uint8Array[] | null;
  /** Whether it is known to be worth keeping: an iTXt chunk is ours only once its keyword is seen. */
  isKnown: boolean;
}

export function createPngReader(): CarrierReader {
  const texts: string[] = [];
  const warnings: string[] = [];
  let chunk: Chunk | null = null;
  let chunkCount = 0;
  /** Bytes of something fixed in length that are not all there yet: signature, chunk head, CRC. */
  let pending: Uint8Array = new Uint8Array(0);
  let state: 'signature' | 'head' | 'data' | 'crc' | 'end' = 'signature';
  let pictureData: 'before' | 'in' | 'after' = 'before';
  let textCount = 0;

  /** The next `count` bytes, or null when they are not all there. Moves `rest` on. */
  let rest: Uint8Array = new Uint8Array(0);
  const take = (count: number): Uint8Array | null => {
    const missing = count - pending.length;
    if (rest.length < missing) {
      pending = join([pending, rest]);
      rest = new Uint8Array(0);
      return null;
    }
    const arrived = rest.subarray(0, missing);
    const taken = pending.length === 0 ? arrived : join([pending, arrived]);
    pending = new Uint8Array(0);
    rest = rest.subarray(missing);
    return taken;
  };

  const open = (head: Uint8Array): Chunk => {
    const length = numberAt(head, 0);
    const type = String.fromCharCode(...head.subarray(4));
    if (length > CHUNK_BYTES_LIMIT || !/^[A-Za-z]{4}$/.test(type)) throw damaged();
    if (++chunkCount > CHUNK_LIMIT) throw new ForeignDataError('too-large', 'This PNG has too many parts.');
    if ((type === 'IHDR') !== (chunkCount === 1) || (type === 'IHDR' && length !== 13)) throw damaged();
    if (type === 'IDAT' && pictureData === 'after') throw damaged();
    if (type === 'IEND' && (length > 0 || pictureData === 'before')) throw damaged();
    if (type === 'IDAT') pictureData = 'in';
    else if (pictureData === 'in') pictureData = 'after';
    const kept = type === 'IHDR' || type === 'iTXt' ? [] : null;
    return { type, length, received: 0, crc: crc32(head.subarray(4)), kept, isKnown: type === 'IHDR' };
  };

  const receive = (into: Chunk): void => {
    const piece = rest.subarray(0, into.length - into.received);
    rest = rest.subarray(piece.length);
    into.received += piece.length;
    into.crc = crc32(piece, into.crc);
    if (into.kept === null) return;
    // A copy: a view would hold on to the whole piece of the file.
    into.kept.push(piece.slice());
    if (into.isKnown) return;
    const start = join(into.kept);
    if (start.length < OURS.length && into.received < into.length) return;
    into.isKnown = true;
    if (!OURS.every((byte, i) => start[i] === byte)) into.kept = null;
    else if (into.length > genomeLimits.fileBytes + AROUND_TEXT) {
      throw new ForeignDataError('too-large', 'The network in this PNG is larger than 4 MB.');
    }
  };

  const close = ({ type, kept, crc }: Chunk, claimed: number): void => {
    if (crc !== claimed) throw damaged();
    const data = kept === null ? null : join(kept);
    if (type === 'IHDR' && data !== null) warnings.push(...checkHeader(data));
    else if (type === 'iTXt' && data !== null) {
      if (++textCount > TEXT_LIMIT)
        throw new ForeignDataError('too-large', 'This PNG carries too many networks.');
      const text = parsePngText(data);
      if (!texts.includes(text)) texts.push(text);
      if (texts.length > 1) {
        throw new ForeignDataError(
          'two-networks',
          'This PNG carries two different networks, so neither was taken.',
        );
      }
    }
  };

  const push = (bytes: Uint8Array): boolean => {
    rest = bytes;
    while (state !== 'end') {
      if (state === 'signature') {
        const signature = take(8);
        if (signature === null) return false;
        if (!pngSignature.every((byte, i) => signature[i] === byte)) throw damaged();
        state = 'head';
      } else if (state === 'head') {
        const head = take(8);
        if (head === null) return false;
        chunk = open(head);
        state = 'data';
      } else if (state === 'data') {
        receive(chunk!);
        if (chunk!.received < chunk!.length) return false;
        state = 'crc';
      } else {
        const crc = take(4);
        if (crc === null) return false;
        close(chunk!, numberAt(crc, 0));
        state = chunk!.type === 'IEND' ? 'end' : 'head';
      }
    }
    if (rest.length > 0 && !warnings.includes(TRAILING)) warnings.push(TRAILING);
    return true;
  };

  const finish = () => {
    if (state !== 'end')
      throw new ForeignDataError('cut-short', 'This PNG is cut short: its end is missing.');
    const text = texts[0];
    if (text === undefined) throw new ForeignDataError('no-network', NO_NETWORK);
    return { text, warnings };
  };

  return { push, finish };
}

const OURS: readonly number[] = [...`${PNG_KEYWORD}\0`].map((letter) => letter.charCodeAt(0));
const TRAILING = 'Something follows the end of the picture; it was left alone.';
const NO_NETWORK = 'This PNG carries no network; many messengers strip it, so ask for the file or a link.';

const damaged = () => new ForeignDataError('damaged', 'This PNG is damaged.');

/** Loosely: what no PNG can have is refused, what no picture of ours has is remarked on. */
function checkHeader(data: Uint8Array): string[] {
  const width = numberAt(data, 0);
  const height = numberAt(data, 4);
  const [depth, color, compression, filter, interlace] = data.subarray(8);
  const isPossible =
    width > 0 &&
    height > 0 &&
    width <= CHUNK_BYTES_LIMIT &&
    height <= CHUNK_BYTES_LIMIT &&
    [1, 2, 4, 8, 16].includes(depth!) &&
    [0, 2, 3, 4, 6].includes(color!) &&
    compression === 0 &&
    filter === 0 &&
    interlace! <= 1;
  if (!isPossible) throw damaged();
  if (width <= REMARKABLE_SIDE_PX && height <= REMARKABLE_SIDE_PX) return [];
  return [`The picture says it is ${width} by ${height} pixels; only the network was read.`];
}

const numberAt = (bytes: Uint8Array, at: number) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
