// Packing for dithered pictures (RFC 1950, RFC 1951). After the filter they are small numbers in no order: a Huffman code for each
// block comes within some percent of what a search for repeats finds, in a twentieth of the time; only long runs of 0 are matches.
// Being our own it gives the same bytes in every engine, and parts that know nothing of each other, so that several hands can pack.
import { adler32 } from './checksums.ts';
import { huffmanCodes, huffmanLengths } from './huffman.ts';

/** What a zlib stream begins with: deflate, a window of 32 kB, and the check bits that belong to it. */
export const zlibHead = Uint8Array.of(0x78, 0x01);

/** What it ends with: an empty last block, and the Adler-32 of all that was packed. */
export function zlibEnd(sum: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(3, 0, sum >>> 24, sum >>> 16, sum >>> 8, sum);
}

export interface PackedPart {
  /** Whole bytes: any part may follow. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Adler-32 of what was packed. */
  readonly sum: number;
}

/** At most; each has a code of its own. */
const BLOCK_BYTES = 132 * 1024;
const END = 256;
/** A match of the longest length, which has no further bits. */
const LONGEST = 285;
const LONGEST_BYTES = 258;
const SYMBOL_COUNT = 286;
/** RFC 1951 allows 15; with 12, two codes and what is held fit into 32 bits. */
const MAX_BITS = 12;
const LENGTH_MAX_BITS = 7;
/** In which a block names the lengths of the code for lengths. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;

/** The part of a zlib stream that holds these bytes. */
export function deflatePart(bytes: Uint8Array): PackedPart {
  const blockCount = Math.ceil(bytes.length / BLOCK_BYTES);
  const blockBytes = Math.ceil(bytes.length / blockCount);
  // No code is worse than 9 bits a byte; and the codes themselves.
  const out = new Uint8Array(1.125 * bytes.length + 1024 * (blockCount + 1));
  let length = 0;
  /** Not written yet, from the lowest bit up: fewer than 16. */
  let bits = 0;
  let bitCount = 0;

  function put(value: number, count: number) {
    bits |= value << bitCount;
    bitCount += count;
    if (bitCount >= 16) flush(16);
  }

  function flush(count: number) {
    for (let written = 0; written < count; written += 8) {
      out[length++] = bits;
      bits >>>= 8;
    }
    bitCount = Math.max(0, bitCount - count);
  }

  function putBlock(block: Uint8Array) {
    const { counts, matches } = countSymbols(block);
    const lengths = huffmanLengths(counts, MAX_BITS);
    const codes = huffmanCodes(lengths);
    putCodes(lengths);
    let from = 0;
    for (const match of matches) {
      putLiterals(block.subarray(from, match), codes, lengths);
      put(codes[LONGEST]!, lengths[LONGEST]!);
      // The one distance, 1, is the bit 0.
      put(0, 1);
      from = match + LONGEST_BYTES;
    }
    putLiterals(block.subarray(from), codes, lengths);
    put(codes[END]!, lengths[END]!);
  }

  function putCodes(lengths: Uint8Array) {
    const told = [...lengths, 1];
    const counts = new Uint32Array(LENGTH_ORDER.length);
    for (const count of told) counts[count]!++;
    const lengthLengths = huffmanLengths(counts, LENGTH_MAX_BITS);
    const lengthCodes = huffmanCodes(lengthLengths);
    // Not the last block; with codes of its own.
    put(0b100, 3);
    put(SYMBOL_COUNT - 257, 5);
    put(0, 5);
    put(LENGTH_ORDER.length - 4, 4);
    for (const symbol of LENGTH_ORDER) put(lengthLengths[symbol]!, 3);
    for (const count of told) put(lengthCodes[count]!, lengthLengths[count]!);
  }

  /** `put` for each byte, two at a time, with what it writes in hand and no branch: the hot loop. */
  function putLiterals(literals: Uint8Array, codes: Uint16Array, lengths: Uint8Array) {
    const isOdd = literals.length % 2;
    if (isOdd) put(codes[literals[0]!]!, lengths[literals[0]!]!);
    if (bitCount >= 8) flush(8);
    /** Of each byte its code, and from bit 16 how long that is. */
    const table = new Uint32Array(256);
    for (let byte = 0; byte < 256; byte++) table[byte] = codes[byte]! | (lengths[byte]! << 16);
    let [at, held, heldCount] = [length, bits, bitCount];
    for (let i = isOdd; i < literals.length; i += 2) {
      const first = table[literals[i]!]!;
      const second = table[literals[i + 1]!]!;
      const firstCount = first >>> 16;
      // 31 bits at most: fewer than 8 of before, and two codes.
      held |= ((first & 0xffff) | ((second & 0xffff) << firstCount)) << heldCount;
      heldCount += firstCount + (second >>> 16);
      out[at] = held;
      out[at + 1] = held >>> 8;
      out[at + 2] = held >>> 16;
      at += heldCount >>> 3;
      held >>>= heldCount & 24;
      heldCount &= 7;
    }
    [length, bits, bitCount] = [at, held, heldCount];
  }

  for (let at = 0; at < bytes.length; at += blockBytes) putBlock(bytes.subarray(at, at + blockBytes));
  // An empty block of stored bytes begins at a whole one.
  put(0, 3);
  flush(bitCount);
  put(0, 16);
  put(0xffff, 16);
  return { bytes: out.slice(0, length), sum: adler32(bytes) };
}

/**
 * How often a block has each symbol, and where 0 is repeated by a match of the longest length: the 0 before it is a literal, or
 * the end of another match.
 */
function countSymbols(bytes: Uint8Array): { counts: Uint32Array; matches: number[] } {
  const counts = new Uint32Array(SYMBOL_COUNT);
  const matches: number[] = [];
  let run = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    counts[byte]!++;
    run = (run + 1) & ((byte - 1) >> 31);
    if (run > LONGEST_BYTES) {
      matches.push(i + 1 - LONGEST_BYTES);
      run = 1;
    }
  }
  counts[0]! -= matches.length * LONGEST_BYTES;
  counts[LONGEST] = matches.length;
  counts[END] = 1;
  // A code needs two symbols.
  counts[0]!++;
  return { counts, matches };
}
