// Which format a file is of. The bytes decide, never its name.
import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import type { CarrierReader } from './carrier.ts';
import { createJsonReader } from './json-reader.ts';
import { createPngReader } from './png-reader.ts';

export interface Format {
  readonly name: string;
  /** `head` is the file's first HEAD_BYTES, or all of a smaller one. */
  readonly matches: (head: Uint8Array) => boolean;
  /** Throws ForeignDataError for a format that is known but carries no artwork. */
  readonly createReader: () => CarrierReader;
}

export const HEAD_BYTES = 1024;

/** The first that matches counts. */
export const formats: readonly Format[] = [
  {
    name: 'nothing',
    matches: (head) => head.length === 0,
    createReader: refuse('empty', 'This file is empty.'),
  },
  // Four bytes only: a PNG whose line ends were changed on the way is told as a damaged PNG.
  { name: 'PNG', matches: startsWith([0x89, 0x50, 0x4e, 0x47]), createReader: createPngReader },
  picture('GIF', 'a', startsWith('GIF8')),
  picture('JPEG', 'a', startsWith([0xff, 0xd8, 0xff])),
  picture('WebP', 'a', (head) => startsWith('RIFF')(head) && startsWith('WEBP')(head.subarray(8))),
  stranger('video or photo', (head) => startsWith('ftyp')(head.subarray(4))),
  stranger('ZIP archive', startsWith('PK\x03\x04')),
  stranger('gzip archive', startsWith([0x1f, 0x8b])),
  stranger('PDF', startsWith('%PDF')),
  { name: 'JSON', matches: (head) => /[{[]/.test(firstMark(head)), createReader: createJsonReader },
  picture('SVG', 'an', (head) => firstMark(head) === '<' && /<svg[\s>]/.test(latin(head))),
  stranger('web page or XML file', (head) => firstMark(head) === '<'),
  {
    name: 'text',
    matches: (head) => head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d)),
    createReader: refuse('unknown-format', 'This is text, not an artwork.'),
  },
  {
    name: 'unknown',
    matches: () => true,
    createReader: refuse('unknown-format', 'This is not a kind of file that Palate reads.'),
  },
];

export const formatOf = (head: Uint8Array): Format => formats.find(({ matches }) => matches(head))!;

function picture(name: string, article: string, matches: Format['matches']): Format {
  const sentence = `This is ${article} ${name} picture; only a PNG from Palate carries its network.`;
  return { name, matches, createReader: refuse('no-network', sentence) };
}

function stranger(name: string, matches: Format['matches']): Format {
  return { name, matches, createReader: refuse('unknown-format', `This is a ${name}, not an artwork.`) };
}

function refuse(code: 'empty' | 'no-network' | 'unknown-format', sentence: string) {
  return (): never => {
    throw new ForeignDataError(code, sentence);
  };
}

function startsWith(start: string | readonly number[]) {
  const bytes = typeof start === 'string' ? [...start].map((letter) => letter.charCodeAt(0)) : start;
  return (head: Uint8Array) => bytes.every((byte, i) => head[i] === byte);
}

const latin = (head: Uint8Array) => String.fromCharCode(...head);

/** The first character that is neither space nor a byte order mark; empty when there is none. */
const firstMark = (head: Uint8Array) => /^(?:\xef\xbb\xbf)?[ \t\r\n]*(.?)/.exec(latin(head))?.[1] ?? '';
