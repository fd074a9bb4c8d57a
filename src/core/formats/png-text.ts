import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { genomeLimits } from '#core/cppn/genome.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';
import { inflateCapped } from './zlib.ts';

/** Under which an artwork travels in a PNG. Other case is another keyword. */
export const PNG_KEYWORD = 'palate';

/** An iTXt chunk's data with our keyword and `text`, not compressed. */
export function formatPngText(text: string): Uint8Array<ArrayBuffer> {
  // Keyword, 0, not compressed, method 0, no language, 0, no translated keyword, 0.
  return encodeUtf8(`${PNG_KEYWORD}\0\0\0\0\0${text}`);
}

/** The text of an iTXt chunk's data. Throws ForeignDataError when it is damaged or larger than a file may be. */
export function parsePngText(data: Uint8Array): string {
  const keywordEnd = data.indexOf(0);
  const flag = data[keywordEnd + 1];
  const method = data[keywordEnd + 2];
  const languageEnd = data.indexOf(0, keywordEnd + 3);
  const translatedEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  if (keywordEnd < 0 || (flag !== 0 && flag !== 1) || translatedEnd < 0 || (flag === 1 && method !== 0)) {
    throw new ForeignDataError('damaged', 'The network in this PNG is damaged.');
  }
  const body = data.subarray(translatedEnd + 1);
  if (flag === 0 && body.length > genomeLimits.fileBytes) {
    throw new ForeignDataError('too-large', 'The network in this PNG is larger than 4 MB.');
  }
  return decodeUtf8(flag === 1 ? inflateCapped(body, genomeLimits.fileBytes) : body);
}
