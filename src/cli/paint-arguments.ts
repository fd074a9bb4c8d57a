import type { PaintRequest, Size } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import { LONGEST_SIDE_PX, type PngForm, printForm, screenForm } from '#core/formats/png-form.ts';
import { type PaperName, paperNames } from '#core/formats/print-sizes.ts';
import { isNamedAsFile, parseWords, type ReadWords, type Wrong, wholeNumber, wrong } from './read-words.ts';

export interface PaintArguments {
  /** Artwork JSON or a PNG that carries one. */
  readonly file: string;
  /** A file; a directory for frames. */
  readonly out: string;
  /** Of one loop; null for a still. */
  readonly frameCount: number | null;
  readonly carriesNetwork: boolean;
  /** How the artwork is painted, seen so. */
  readonly formFor: (view: View) => PngForm;
}

const FRAMES_LIMIT = 10_000;
const SMALLEST_SIDE_PX = 16;
const USUAL_SIDE_PX = 2160;

/** Reads what follows `paint` on the command line. */
export function readPaintArguments(words: readonly string[]): ReadWords<PaintArguments> {
  const parsed = parseWords(words, options);
  if ('kind' in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  const [file, ...others] = positionals;
  if (file === undefined) return wrong('Say which file: paint FILE --out x.png.');
  if (others.length > 0) return wrong(`paint takes one file, got ${positionals.join(' ')}.`);
  if (!values.out) {
    return wrong(
      values.frames === undefined
        ? 'Say where the picture goes: --out x.png.'
        : 'Say where the frames go: --out DIR.',
    );
  }

  const shape = values.print === undefined ? readScreen(values) : readPrint(values.print, values);
  if ('kind' in shape) return shape;
  const samples = values.samples === undefined ? null : asSamples(values.samples);
  if (samples === undefined) return wrong(`The samples must be 1, 2, 3 or 4, not ${values.samples}.`);
  const frameCount = values.frames === undefined ? null : wholeNumber(values.frames);
  if (values.frames !== undefined && (frameCount === null || frameCount < 2 || frameCount > FRAMES_LIMIT)) {
    return wrong(`The frames must be a whole number from 2 to ${FRAMES_LIMIT}, not ${values.frames}.`);
  }
  if (frameCount === null && !/\.png$/i.test(values.out)) {
    return wrong(`The picture is written as a PNG: give it a name that ends in .png, not ${values.out}.`);
  }
  if (frameCount !== null && isNamedAsFile(values.out)) {
    return wrong(`Frames are PNGs in a directory: --out DIR, not ${values.out}.`);
  }
  const { formFor } = shape;
  return {
    kind: 'run',
    arguments: {
      file,
      out: values.out,
      frameCount,
      carriesNetwork: !values.bare,
      formFor: (view) => ({ ...formFor(view), ...(samples === null ? {} : { samples }) }),
    },
  };
}

const options = {
  out: { type: 'string' },
  size: { type: 'string' },
  width: { type: 'string' },
  height: { type: 'string' },
  print: { type: 'string' },
  landscape: { type: 'boolean', default: false },
  samples: { type: 'string' },
  frames: { type: 'string' },
  bare: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

interface Shape {
  readonly size?: string | undefined;
  readonly width?: string | undefined;
  readonly height?: string | undefined;
  readonly landscape?: boolean | undefined;
}

type Formed = { readonly formFor: PaintArguments['formFor'] } | Wrong;

function readScreen({ size, width, height, landscape }: Shape): Formed {
  if (landscape) return wrong('--landscape turns paper: say which with --print.');
  if (size !== undefined && (width !== undefined || height !== undefined)) {
    return wrong('Say --size for a square, or --width and --height, not both.');
  }
  if ((width === undefined) !== (height === undefined)) return wrong('Say both --width and --height.');
  const asked = [width ?? size ?? String(USUAL_SIDE_PX), height ?? size ?? String(USUAL_SIDE_PX)];
  const [widthPx = null, heightPx = null] = asked.map(asSide);
  if (widthPx === null || heightPx === null) {
    return wrong(
      `A side must be a whole number of pixels from ${SMALLEST_SIDE_PX} to ${LONGEST_SIDE_PX}, not ${asked.find((text) => asSide(text) === null)}.`,
    );
  }
  const pixels: Size = { widthPx, heightPx };
  return { formFor: (view) => screenForm(pixels, view) };
}

function readPrint(print: string, { size, width, height, landscape = false }: Shape): Formed {
  if (size !== undefined || width !== undefined || height !== undefined) {
    return wrong('Paper has its size: leave out --size, --width and --height.');
  }
  const paper: PaperName | undefined = paperNames.find((name) => name === print.toLowerCase());
  if (paper === undefined) return wrong(`There is no paper ${print}; there are ${paperNames.join(', ')}.`);
  return { formFor: (view) => printForm(paper, landscape, view) };
}

function asSide(text: string): number | null {
  const side = wholeNumber(text);
  return side === null || side < SMALLEST_SIDE_PX || side > LONGEST_SIDE_PX ? null : side;
}

const asSamples = (text: string): PaintRequest['samples'] | undefined =>
  ([1, 2, 3, 4] as const).find((count) => String(count) === text);
