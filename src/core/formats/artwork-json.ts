// The document an artwork travels as: alone as JSON, inside a PNG as its iTXt chunk `palate`.
import * as v from 'valibot';
import { ForeignDataError, within } from '#core/cppn/foreign-data.ts';
import { isObject, readSchema, refuseHostileShape } from '#core/cppn/foreign-shape.ts';
import { parseGenome } from '#core/cppn/parse-genome.ts';
import { parseView } from '#core/cppn/parse-view.ts';
import { parseWith, wellFormed } from '#core/cppn/schema-parts.ts';
import { type View, wholeView } from '#core/cppn/view.ts';
import { textLimits } from '#core/gallery/record-schemas.ts';
import type { Artwork, FileName } from '#core/gallery/records.ts';
import { contentId } from './content-id.ts';
import { parseJson } from './parse-json.ts';
import { readSketchRecipe, type SketchRecipe } from './sketch-recipe.ts';

/** What the file does not say. */
export interface ImportFacts {
  readonly createdAtMs: number;
  readonly fileName: FileName | null;
}

export interface ReadArtwork {
  /** Not hung, `sequence` 0; its id is a hash of what it holds, so that the same document is always the same artwork. */
  readonly artwork: Artwork;
  /** Sentences for the preview: what was changed on the way in. */
  readonly warnings: readonly string[];
  /** Of a still: how its sketch was set. */
  readonly sketch: SketchRecipe | null;
}

/**
 * The document, on one line and with its keys in one order: read and written again it is the same, byte for byte. It holds
 * title, alternative text, genome and view, and nothing of when, where or from what the artwork was made, or how it was judged.
 * Throws ForeignDataError for an artwork that could not be read back.
 */
export function artworkToJson(
  { title, altText, genome }: Pick<Artwork, 'title' | 'altText' | 'genome'>,
  view: View,
): string {
  return JSON.stringify({
    format: 'palate',
    schema: 1,
    title: wellFormed(title, textLimits.title),
    altText: wellFormed(altText, textLimits.altText),
    genome: parseGenome(genome).genome,
    view: parseView(view),
  });
}

const document = v.object({
  title: v.optional(v.string(), ''),
  altText: v.optional(v.string(), ''),
  genome: v.unknown(),
  view: v.optional(v.unknown(), wholeView),
  sketch: v.optional(v.unknown()),
});

/** Only `format`, `schema` and `genome` are needed; unknown fields are dropped. Throws ForeignDataError naming the field. */
export function artworkFromJson(text: string, { createdAtMs, fileName }: ImportFacts): ReadArtwork {
  const value = parseJson(text);
  refuseHostileShape(value, VALUE_LIMIT);
  if (!isObject(value) || value.format !== 'palate') {
    throw new ForeignDataError('unknown-format', 'This JSON is not an artwork of Palate.');
  }
  readSchema(value, 1);
  const raw = parseWith(document, value);
  const { genome, limitedWeightCount } = within('genome', () => parseGenome(raw.genome));
  const view = within('view', () => parseView(raw.view));

  const warnings: string[] = [];
  if (limitedWeightCount > 0) {
    const weights = limitedWeightCount === 1 ? '1 weight was' : `${limitedWeightCount} weights were`;
    warnings.push(`${weights} beyond 1000 and limited to it.`);
  }
  if (raw.title.length > textLimits.title) warnings.push('The title was too long and has been cut.');
  if (raw.altText.length > textLimits.altText)
    warnings.push('The description was too long and has been cut.');
  const title = wellFormed(raw.title, textLimits.title);
  const altText = wellFormed(raw.altText, textLimits.altText);
  const sketch = readSketchRecipe(raw.sketch);
  if (sketch === null && raw.sketch !== undefined)
    warnings.push('It was drawn by a sketch, but how that was set could not be read.');
  const artwork: Artwork = {
    id: contentId(artworkToJson({ title, altText, genome }, view)),
    schema: 2,
    title,
    altText,
    note: '',
    genome,
    view,
    origin: { kind: 'imported', from: fileName === null ? null : wellFormed(fileName, textLimits.fileName) },
    isHung: false,
    hungSequence: 0,
    createdAtMs,
    sequence: 0,
  };
  return { artwork, warnings, sketch };
}

const VALUE_LIMIT = 1_000_000;
