/** Takes an artwork's document out of the file that carries it, as the bytes arrive. */
export interface CarrierReader {
  /** Takes the next bytes; true once the rest does not matter. Throws ForeignDataError. */
  push(bytes: Uint8Array): boolean;
  /** After the last bytes: the document, and what was odd about the carrier, in sentences. Throws ForeignDataError. */
  finish(): { readonly text: string; readonly warnings: readonly string[] };
}
