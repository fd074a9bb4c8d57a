// Strict UTF-8. TextDecoder is the browser's, and core knows no browser.
import { ForeignDataError } from '#core/cppn/foreign-data.ts';

/** A leading byte order mark is dropped. Throws ForeignDataError for bytes that are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const units = new Uint16Array(Math.min(bytes.length, 8192) + 1);
  let text = '';
  let count = 0;
  let at = hasMark ? 3 : 0;
  while (at < bytes.length) {
    if (count >= units.length - 1) {
      text += textOf(units.subarray(0, count));
      count = 0;
    }
    const lead = bytes[at++]!;
    if (lead < 0x80) {
      units[count++] = lead;
      continue;
    }
    const followers = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    let point = lead & (0x3f >> followers);
    for (let i = 0; i < followers; i++) {
      const next = bytes[at++];
      if (next === undefined || (next & 0xc0) !== 0x80) throw notText();
      point = (point << 6) | (next & 0x3f);
    }
    if (lead < 0xc2 || lead > 0xf4 || point < smallest[followers]! || point > 0x10ffff) throw notText();
    if (point >= 0xd800 && point < 0xe000) throw notText();
    if (point >= 0x10000) {
      units[count++] = 0xd800 + ((point - 0x10000) >> 10);
      units[count++] = 0xdc00 + (point & 0x3ff);
    } else units[count++] = point;
  }
  return text + textOf(units.subarray(0, count));
}

// Spread into arguments, a typed array would be walked item by item: three times as slow.
const textOf = (units: Uint16Array): string => Reflect.apply(String.fromCharCode, null, units);

/** The first code point that needs so many bytes after the lead. */
const smallest = [0, 0x80, 0x800, 0x10000];

/** The lead byte's fixed bits, by how many bytes follow it. */
const leads = [0, 0xc0, 0xe0, 0xf0];

const notText = () => new ForeignDataError('not-text', 'This is not text in UTF-8.');

/** Lone surrogates become U+FFFD. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 3);
  let count = 0;
  for (const character of text) {
    const raw = character.codePointAt(0)!;
    const point = raw >= 0xd800 && raw < 0xe000 ? 0xfffd : raw;
    const followers = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    bytes[count++] = leads[followers]! | (point >> (6 * followers));
    for (let i = followers - 1; i >= 0; i--) bytes[count++] = 0x80 | ((point >> (6 * i)) & 0x3f);
  }
  return bytes.slice(0, count);
}
