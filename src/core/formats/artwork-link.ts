// An artwork as an address: what stands behind `#/a/`. The document as a file has it, packed: a zlib stream of how long its
// words are, the document without the numbers of its layers, and those, byte by byte of all of them, since what is alike packs
// well side by side.
import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { isObject } from '#core/cppn/foreign-shape.ts';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { parseJson } from './parse-json.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';
import { inflateCapped, packZlib } from './zlib.ts';

/** Characters, all in all: mail and most messengers break what is longer. */
export const LINK_LIMIT = 16_000;

/** The largest genome comes to half of it. */
const UNPACKED_LIMIT = 2_000_000;
const VERSION = '1';

/** `json` as `artworkToJson` writes it. The same artwork gives the same link, of any length. */
export function linkFromJson(json: string): string {
  const document = JSON.parse(json) as Document;
  const layers = document.genome.layers.map(({ neurons, kernel, biases, ...rest }) => ({
    ...rest,
    units: neurons.length,
    links: kernel.length,
  }));
  const words = encodeUtf8(JSON.stringify({ ...document, genome: { ...document.genome, layers } }));
  const numbers = Float32Array.from(
    document.genome.layers.flatMap(({ kernel, biases }) => [...kernel, ...biases]),
  );
  const names = document.genome.layers.flatMap(({ neurons }) => neurons.map(bytesOfName));
  const unpacked = joined([
    Uint8Array.of(words.length & 255, (words.length >> 8) & 255, (words.length >> 16) & 255),
    words,
    joined(names),
    toPlanes(new Uint8Array(numbers.buffer)),
  ]);
  return VERSION + encodeBase64url(packZlib(unpacked));
}

/** The document again, to be read as any other that comes from outside. Throws ForeignDataError. */
export function jsonFromLink(link: string): string {
  if (Number(link[0]) > Number(VERSION))
    throw new ForeignDataError('newer-version', 'This link was made by a newer version of Palate.');
  if (!link.startsWith(VERSION)) throw cutShort();
  const packed = decodeBase64url(link.slice(VERSION.length));
  if (packed.length < 7) throw cutShort();
  const unpacked = inflateCapped(packed, UNPACKED_LIMIT, 'link');
  const [low = 0, middle = 0, high = 0] = unpacked;
  const wordsEnd = 3 + (low | (middle << 8) | (high << 16));
  const document = parseJson(decodeUtf8(unpacked.subarray(3, wordsEnd))) as Partial<Document> | null;
  const layers: unknown = document?.genome?.layers;
  if (!Array.isArray(layers) || !layers.every(isObject)) throw cutShort();
  const counts = layers.map(({ units, links }) => ({ units: countOf(units), links: countOf(links) }));
  const unitCount = counts.reduce((sum, { units }) => sum + units, 0);
  const numbersStart = wordsEnd + unitCount * NAME_BYTES;
  const numberCount = counts.reduce((sum, { units, links }) => sum + units + links, 0);
  if (unpacked.length !== numbersStart + numberCount * 4) throw cutShort();
  const numbers = new Float32Array(fromPlanes(unpacked.subarray(numbersStart)).buffer);

  let nameAt = wordsEnd;
  const takeName = () => {
    nameAt += NAME_BYTES;
    return nameOfBytes(unpacked.subarray(nameAt - NAME_BYTES, nameAt));
  };
  let numberAt = 0;
  const takeNumbers = (count: number) => {
    numberAt += count;
    return [...numbers.subarray(numberAt - count, numberAt)];
  };
  const whole = layers.map(({ units: _, links: __, ...rest }, index) => {
    const { units, links } = counts[index]!;
    const neurons = Array.from({ length: units }, takeName);
    return { neurons, kernel: takeNumbers(links), biases: takeNumbers(units), ...rest };
  });
  return JSON.stringify({ ...document, genome: { ...document!.genome, layers: whole } });
}

interface Document {
  readonly genome: { readonly layers: readonly Layer[] };
}

interface Layer {
  readonly neurons: readonly string[];
  readonly kernel: readonly number[];
  readonly biases: readonly number[];
}

const NAME_BYTES = 8;

const bytesOfName = (name: string) =>
  Uint8Array.from({ length: NAME_BYTES }, (_, at) => Number.parseInt(name.slice(2 * at, 2 * at + 2), 16));

const nameOfBytes = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const countOf = (value: unknown): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= UNPACKED_LIMIT)
    return value;
  throw cutShort();
};

const cutShort = () => new ForeignDataError('cut-short', 'This link is not whole.');

/** All first bytes of numbers of four, then all second ones, and so on. */
function toPlanes(bytes: Uint8Array): Uint8Array {
  const count = bytes.length / 4;
  return bytes.map((_, at) => bytes[(at % count) * 4 + Math.floor(at / count)]!);
}

function fromPlanes(planes: Uint8Array): Uint8Array<ArrayBuffer> {
  const count = planes.length / 4;
  const bytes = new Uint8Array(planes.length);
  for (let at = 0; at < planes.length; at++) bytes[at] = planes[(at % 4) * count + Math.floor(at / 4)]!;
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
