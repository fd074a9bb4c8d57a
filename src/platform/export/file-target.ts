/** Where a file goes while it is made. */
export interface FileTarget {
  /** Resolves when there is room for more. Rejects once it was discarded. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** All is written: the file is there from now on. Rejects once it was discarded. */
  finish(): Promise<void>;
  /** Leaves nothing behind, unless it was finished. */
  discard(): Promise<void>;
}

/**
 * A file that is handed over whole when it is finished. Its parts are Blobs of their own, which a browser may keep outside the
 * heap.
 */
export function createBlobTarget(type: string, hand: (file: Blob) => void): FileTarget {
  let parts: Blob[] | null = [];
  const here = () => {
    if (parts === null) throw new TypeError('This file takes no more: it was finished or discarded.');
    return parts;
  };
  return {
    async write(bytes) {
      here().push(new Blob([bytes]));
    },
    async finish() {
      hand(new Blob(here(), { type }));
      parts = null;
    },
    async discard() {
      parts = null;
    },
  };
}
