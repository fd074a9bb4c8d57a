import type { FileTarget } from '#platform/export/file-target.ts';

export interface MemoryTarget extends FileTarget {
  readonly bytes: () => Uint8Array;
  readonly fate: () => 'open' | 'finished' | 'discarded';
  /** Of each part, in order. */
  readonly lengths: readonly number[];
}

/** A file in memory, for tests to look into. */
export function createMemoryTarget(): MemoryTarget {
  let parts: Uint8Array[] = [];
  let fate: ReturnType<MemoryTarget['fate']> = 'open';
  const lengths: number[] = [];
  return {
    lengths,
    bytes: () => Buffer.concat(parts),
    fate: () => fate,
    async write(bytes) {
      if (fate !== 'open') throw new Error(`written to when ${fate}`);
      parts.push(bytes);
      lengths.push(bytes.length);
    },
    async finish() {
      if (fate !== 'open') throw new Error(`finished when ${fate}`);
      fate = 'finished';
    },
    async discard() {
      fate = 'discarded';
      parts = [];
    },
  };
}
