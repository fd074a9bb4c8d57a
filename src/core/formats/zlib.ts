// The one file that names fflate: zlib streams (RFC 1950), packed and unpacked.
import { Unzlib, zlibSync } from 'fflate';
import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { adler32 } from './checksums.ts';

// One piece can grow a thousandfold, so this is also how far past the limit it may run: 1 MB.
const PIECE = 1024;

/** The same bytes give the same stream. */
export const packZlib = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => zlibSync(bytes, { level: 9 });

/**
 * Unpacks a zlib stream (RFC 1950) a piece at a time and stops at `limit` bytes, whatever the rest would come to.
 * Throws ForeignDataError, which names the `carrier`, when it is larger, damaged or cut.
 */
export function inflateCapped(
  packed: Uint8Array,
  limit: number,
  carrier: 'file' | 'link' = 'file',
): Uint8Array {
  const damaged = () => new ForeignDataError('damaged', `The network packed in this ${carrier} is damaged.`);
  const parts: Uint8Array[] = [];
  let total = 0;
  let sum = 1;
  const inflate = new Unzlib((part) => {
    total += part.length;
    if (total > limit)
      throw new ForeignDataError('too-large', `What is packed in this ${carrier} is too large.`);
    sum = adler32(part, sum);
    parts.push(part);
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += PIECE) {
      inflate.push(packed.slice(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch (error) {
    if (error instanceof ForeignDataError) throw error;
    throw damaged();
  }
  const end = packed.length - 4;
  const claimed = new DataView(packed.buffer, packed.byteOffset).getUint32(end);
  if (claimed !== sum) throw damaged();

  const bytes = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
