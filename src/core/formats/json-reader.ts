import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { genomeLimits } from '#core/cppn/genome.ts';
import type { CarrierReader } from './carrier.ts';
import { decodeUtf8 } from './utf8.ts';

/** A document by itself. Holds at most 4 MB. */
export function createJsonReader(): CarrierReader {
  const parts: Uint8Array[] = [];
  let byteCount = 0;

  const push = (bytes: Uint8Array): boolean => {
    byteCount += bytes.length;
    if (byteCount > genomeLimits.fileBytes) {
      throw new ForeignDataError('too-large', 'This JSON is larger than 4 MB.');
    }
    parts.push(bytes.slice());
    return false;
  };

  const finish = () => {
    const all = new Uint8Array(byteCount);
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return { text: decodeUtf8(all), warnings: [] };
  };

  return { push, finish };
}
