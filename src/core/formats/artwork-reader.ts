import { artworkFromJson, type ImportFacts, type ReadArtwork } from './artwork-json.ts';
import type { CarrierReader } from './carrier.ts';
import { formatOf, HEAD_BYTES } from './formats.ts';

/** Reads an artwork from the bytes of any file as they arrive. */
export interface ArtworkReader {
  /** Takes the next bytes; true once the rest does not matter. Throws ForeignDataError. */
  push(bytes: Uint8Array): boolean;
  /** After the last bytes. Throws ForeignDataError. */
  finish(facts: ImportFacts): ReadArtwork;
}

export function createArtworkReader(): ArtworkReader {
  let head = new Uint8Array(0);
  let carrier: CarrierReader | null = null;
  let isDone = false;

  const begin = (): CarrierReader => {
    const reader = formatOf(head.subarray(0, HEAD_BYTES)).createReader();
    isDone = reader.push(head);
    carrier = reader;
    return reader;
  };

  const push = (bytes: Uint8Array): boolean => {
    if (carrier !== null) return carrier.push(bytes);
    const longer = new Uint8Array(head.length + bytes.length);
    longer.set(head);
    longer.set(bytes, head.length);
    head = longer;
    if (head.length >= HEAD_BYTES) begin();
    return isDone;
  };

  const finish = (facts: ImportFacts): ReadArtwork => {
    const { text, warnings } = (carrier ?? begin()).finish();
    const read = artworkFromJson(text, facts);
    return { ...read, warnings: [...warnings, ...read.warnings] };
  };

  return { push, finish };
}

/** The same for bytes that are all there. */
export function readArtwork(bytes: Uint8Array, facts: ImportFacts): ReadArtwork {
  const reader = createArtworkReader();
  reader.push(bytes);
  return reader.finish(facts);
}
