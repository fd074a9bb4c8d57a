import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { DEPTH_LIMIT } from '#core/cppn/foreign-shape.ts';
import { genomeLimits } from '#core/cppn/genome.ts';

/**
 * JSON.parse behind limits: length, then nesting, looked at on the text itself, since a deeply nested value would overflow
 * whatever walks it later. Throws ForeignDataError.
 */
export function parseJson(text: string): unknown {
  if (text.length > genomeLimits.fileBytes)
    throw new ForeignDataError('too-large', 'This JSON is larger than 4 MB.');
  refuseDeepText(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    // Where the engine says the position, it is a help; the rest of its message quotes the file.
    const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    const near = position === undefined ? '' : `, it breaks near character ${position}`;
    throw new ForeignDataError('not-json', `This is not valid JSON${near}.`);
  }
}

function refuseDeepText(text: string): void {
  let depth = 0;
  let isInText = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isInText) {
      if (unit === BACKSLASH) i++;
      else if (unit === QUOTE) isInText = false;
    } else if (unit === QUOTE) isInText = true;
    else if (unit === OPEN_LIST || unit === OPEN_OBJECT) {
      if (++depth > DEPTH_LIMIT) {
        throw new ForeignDataError('too-deep', 'This is nested too deeply to be an artwork.');
      }
    } else if (unit === CLOSE_LIST || unit === CLOSE_OBJECT) depth--;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
