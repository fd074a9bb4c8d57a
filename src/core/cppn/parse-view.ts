import * as v from 'valibot';
import { anywhere } from './genome-schema.ts';
import { below, between, parseWith } from './schema-parts.ts';
import { type View, zoomRange } from './view.ts';

export const viewSchema = v.object({
  center: v.tuple([anywhere, anywhere]),
  zoom: between(...zoomRange),
  rotation: anywhere,
  phase: below(0, 1),
});

/** Throws ForeignDataError naming the field. Unknown fields are dropped. */
export const parseView = (value: unknown): View => parseWith<View>(viewSchema, value);
