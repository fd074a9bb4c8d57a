// How large a picture says it is, from its first bytes: asked before a browser makes room for all of it.
import type { Size } from '#core/cppn/pixels.ts';

/** As many of a file's first bytes as `measurePicture` may need: a JPEG keeps a preview before its size. */
export const HEAD_BYTES = 256 * 1024;

/** null for anything but PNG, JPEG, GIF and WebP, or when `head` ends before the size is told. */
export function measurePicture(head: Uint8Array): Size | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    for (const read of [readPng, readGif, readWebp, readJpeg]) {
      const size = read(view);
      if (size !== null) return size;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // read beyond the end
  }
  return null;
}

const isText = (view: DataView, at: number, text: string) =>
  [...text].every((char, index) => view.getUint8(at + index) === char.charCodeAt(0));

function readPng(view: DataView): Size | null {
  if (!isText(view, 1, 'PNG\r\n') || !isText(view, 12, 'IHDR')) return null;
  return { widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
}

function readGif(view: DataView): Size | null {
  if (!isText(view, 0, 'GIF8')) return null;
  return { widthPx: view.getUint16(6, true), heightPx: view.getUint16(8, true) };
}

function readWebp(view: DataView): Size | null {
  if (!isText(view, 0, 'RIFF') || !isText(view, 8, 'WEBP')) return null;
  if (isText(view, 12, 'VP8X')) {
    const read24 = (at: number) => 1 + view.getUint16(at, true) + 65536 * view.getUint8(at + 2);
    return { widthPx: read24(24), heightPx: read24(27) };
  }
  if (isText(view, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { widthPx: 1 + (bits & 0x3fff), heightPx: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (!isText(view, 12, 'VP8 ')) return null;
  return { widthPx: view.getUint16(26, true) & 0x3fff, heightPx: view.getUint16(28, true) & 0x3fff };
}

function readJpeg(view: DataView): Size | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; ; ) {
    while (view.getUint8(at + 1) === 0xff) at++; // filling
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Start of frame: C0 to CF, but for tables of Huffman codes, arithmetic codes and the reserved one.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
}
