// Bytes as text that an address can carry unescaped (RFC 4648, section 5), without padding.
import { ForeignDataError } from '#core/cppn/foreign-data.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map([...letters].map((letter, value) => [letter, value]));

export function encodeBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = Math.min(3, bytes.length - at);
    const group = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let place = 0; place <= left; place++) text += letters[(group >> (18 - 6 * place)) & 63]!;
  }
  return text;
}

/** Throws ForeignDataError. */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let count = 0;
  for (const letter of text) {
    const value = values.get(letter);
    if (value === undefined) throw new ForeignDataError('damaged', 'This link holds characters of no link.');
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[count++] = held >> bits;
  }
  return bytes;
}
