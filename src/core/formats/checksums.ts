// The two checksums of a PNG file.

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/** CRC-32 as in PNG (ISO 3309), continued: pass what came before, 0 at first. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (let i = 0; i < bytes.length; i++) crc = crcTable[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

const MODULUS = 65521;

/** Adler-32 as in zlib (RFC 1950), continued: pass what came before, 1 at first. */
export function adler32(bytes: Uint8Array, before = 1): number {
  let a = before & 0xffff;
  let b = before >>> 16;
  // 5552 is how many bytes fit before b could pass 32 bits.
  for (let start = 0; start < bytes.length; start += 5552) {
    const end = Math.min(start + 5552, bytes.length);
    let i = start;
    // Four at a time: the sums wait for one another less.
    for (; i + 4 <= end; i += 4) {
      const first = bytes[i]!;
      const second = bytes[i + 1]!;
      const third = bytes[i + 2]!;
      const fourth = bytes[i + 3]!;
      b += 4 * (a + first) + 3 * second + 2 * third + fourth;
      a += first + second + third + fourth;
    }
    for (; i < end; i++) {
      a += bytes[i]!;
      b += a;
    }
    a %= MODULUS;
    b %= MODULUS;
  }
  return ((b << 16) | a) >>> 0;
}

/** Adler-32 of bytes whose first part has the sum `first`, and whose second part, of `secondBytes`, has the sum `second`. */
export function joinAdler32(first: number, second: number, secondBytes: number): number {
  const a = ((first & 0xffff) + (second & 0xffff) + MODULUS - 1) % MODULUS;
  const carried = ((secondBytes % MODULUS) * ((first & 0xffff) + MODULUS - 1)) % MODULUS;
  const b = ((first >>> 16) + (second >>> 16) + carried) % MODULUS;
  return ((b << 16) | a) >>> 0;
}
