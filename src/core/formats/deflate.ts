// Packing for dithered pictures (RFC 1950, RFC 1951). After the filter they are small numbers in no order: a Huffman code for each
// block comes within some percent of what a search for repeats finds, in a twentieth of the time; only long runs of 0 are matches.
// Being our own it gives the same bytes in every engine.
import { adler32 } from './checksums.ts';
import { huffmanCodes, huffmanLengths } from './huffman.ts';

export interface Deflater {
  /** The next bytes; gives what is packed by now. */
  push(bytes: Uint8Array): Uint8Array<ArrayBuffer>;
  /** Gives the rest. */
  finish(): Uint8Array<ArrayBuffer>;
}

/** A code each; how the bytes come does not show. */
const BLOCK_BYTES = 128 * 1024;
const END = 256;
/** A match of the longest length, which has no further bits. */
const LONGEST = 285;
const LONGEST_BYTES = 258;
const SYMBOL_COUNT = 286;
const MAX_BITS = 15;
const LENGTH_MAX_BITS = 7;
/** In which a block names the lengths of the code for lengths. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;

/** A zlib stream. */
export function createDeflater(): Deflater {
  const block = new Uint8Array(BLOCK_BYTES);
  let filled = 0;
  let sum = 1;
  let out = new Uint8Array(2 * BLOCK_BYTES);
  let length = 0;
  /** Not written yet, from the lowest bit up: fewer than 16. */
  let bits = 0;
  let bitCount = 0;

  function put(value: number, count: number) {
    bits |= value << bitCount;
    bitCount += count;
    if (bitCount < 16) return;
    out[length++] = bits;
    out[length++] = bits >>> 8;
    bits >>>= 16;
    bitCount -= 16;
  }

  function room(byteCount: number) {
    if (out.length - length >= byteCount) return;
    const wider = new Uint8Array(2 * (length + byteCount));
    wider.set(out.subarray(0, length));
    out = wider;
  }

  function take(): Uint8Array<ArrayBuffer> {
    const taken = out.slice(0, length);
    length = 0;
    return taken;
  }

  function putBlock(isLast: boolean) {
    const bytes = block.subarray(0, filled);
    sum = adler32(bytes, sum);
    // No code is worse than 9 bits a byte by far; and the codes themselves.
    room(2 * filled + 1024);
    const symbols = new Uint16Array(filled + 1);
    const symbolCount = findSymbols(symbols, bytes);
    const counts = new Uint32Array(SYMBOL_COUNT);
    for (let i = 0; i < symbolCount; i++) counts[symbols[i]!]!++;
    // A code needs two symbols, and an empty block has its end only.
    counts[0]!++;
    const lengths = huffmanLengths(counts, MAX_BITS);
    const codes = huffmanCodes(lengths);
    putCodes(lengths, isLast);
    for (let i = 0; i < symbolCount; i++) {
      const symbol = symbols[i]!;
      put(codes[symbol]!, lengths[symbol]!);
      // The one distance, 1, is the bit 0.
      if (symbol === LONGEST) put(0, 1);
    }
    filled = 0;
  }

  function putCodes(lengths: Uint8Array, isLast: boolean) {
    const told = [...lengths, 1];
    const counts = new Uint32Array(LENGTH_ORDER.length);
    for (const count of told) counts[count]!++;
    const lengthLengths = huffmanLengths(counts, LENGTH_MAX_BITS);
    const lengthCodes = huffmanCodes(lengthLengths);
    put(isLast ? 1 : 0, 1);
    put(2, 2);
    put(SYMBOL_COUNT - 257, 5);
    put(0, 5);
    put(LENGTH_ORDER.length - 4, 4);
    for (const symbol of LENGTH_ORDER) put(lengthLengths[symbol]!, 3);
    for (const count of told) put(lengthCodes[count]!, lengthLengths[count]!);
  }

  // Deflate, a window of 32 kB; the check bits that belong to it.
  put(0x0178, 16);
  return {
    push(bytes) {
      for (let at = 0; at < bytes.length; ) {
        // A full block waits for what follows: the last one must say so.
        if (filled === BLOCK_BYTES) putBlock(false);
        const piece = bytes.subarray(at, at + BLOCK_BYTES - filled);
        block.set(piece, filled);
        filled += piece.length;
        at += piece.length;
      }
      return take();
    },
    finish() {
      putBlock(true);
      put(0, (16 - bitCount) % 8);
      room(8);
      if (bitCount > 0) out[length++] = bits;
      for (const shift of [24, 16, 8, 0]) out[length++] = sum >>> shift;
      return take();
    },
  };
}

/** Writes literals, matches of 0 and the end into `symbols`; gives how many there are. */
function findSymbols(symbols: Uint16Array, bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    symbols[count++] = byte;
    if (byte !== 0) continue;
    let runEnd = at + 1;
    while (runEnd < bytes.length && bytes[runEnd] === 0) runEnd++;
    // The first 0 is there; each match repeats it.
    for (; runEnd - at > LONGEST_BYTES; at += LONGEST_BYTES) symbols[count++] = LONGEST;
    for (; runEnd - at > 1; at++) symbols[count++] = 0;
  }
  symbols[count++] = END;
  return count;
}
