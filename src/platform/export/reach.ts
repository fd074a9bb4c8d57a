// What this browser can write, asked before anything is painted.
import type { Size } from '#core/cppn/pixels.ts';

export interface Reach {
  /** Files can go to disk as they are made; otherwise the browser holds them until they are whole. */
  readonly isStraightToDisk: boolean;
  /** Of the device. */
  readonly memoryBytes: number;
}

/** Of a device that does not say. */
const USUAL_GB = 4;
/** What the noisiest recipe packs to: grain everywhere. */
const BYTES_PER_PIXEL = 2.2;
/** Beyond this share a file in memory is a danger to the tab. */
const SHARE_OF_MEMORY = 0.25;
/** Larger ones ask where they shall go before they are painted, and take the disk's room and not the memory's. */
const STRAIGHT_TO_DISK_PIXELS = 4096 ** 2;

export function readReach(): Reach {
  const told = 'deviceMemory' in navigator ? Number(navigator.deviceMemory) : USUAL_GB;
  return {
    isStraightToDisk: typeof window.showSaveFilePicker === 'function',
    memoryBytes: (told > 0 ? told : USUAL_GB) * 1024 ** 3,
  };
}

export const goesStraightToDisk = ({ widthPx, heightPx }: Size, { isStraightToDisk }: Reach): boolean =>
  isStraightToDisk && widthPx * heightPx > STRAIGHT_TO_DISK_PIXELS;

/** Why a picture of this size cannot be written here, in a sentence; null when it can. */
export function refuseSize(size: Size, reach: Reach): string | null {
  if (goesStraightToDisk(size, reach)) return null;
  const bytes = size.widthPx * size.heightPx * BYTES_PER_PIXEL;
  if (bytes <= reach.memoryBytes * SHARE_OF_MEMORY) return null;
  return 'Too large for this browser to hold. Chrome and Edge on a computer write it straight to disk.';
}

declare global {
  interface Window {
    /** Chromium only. Needs a click; rejects with AbortError when the person closes it. */
    showSaveFilePicker?: (options: {
      readonly suggestedName: string;
      readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
    }) => Promise<FileSystemFileHandle>;
  }
  interface FileSystemFileHandle {
    /** Chromium only. */
    remove?: () => Promise<void>;
  }
}
