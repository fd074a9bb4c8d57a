import * as v from 'valibot';
import { below, finite } from '#core/cppn/schema-parts.ts';

/** How a sketch was set when a still of it was saved: with the artwork, everything its picture follows from. */
export interface SketchRecipe {
  /** The name of its file. */
  readonly sketch: string;
  readonly title: string;
  readonly seed: number;
  /** By the control's name; what a control no longer takes is for the sketch to leave out. */
  readonly values: Readonly<Record<string, number | string | boolean>>;
  /** Position in its loop, [0, 1). */
  readonly phase: number;
  /** How many it had drawn, of a sketch that runs by itself and draws over what is there; else 1. */
  readonly frames: number;
}

const valueLimit = 200;

const schema = v.object({
  sketch: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/)),
  title: v.pipe(v.string(), v.maxLength(200)),
  seed: finite,
  values: v.pipe(
    v.record(
      v.pipe(v.string(), v.maxLength(60)),
      v.union([finite, v.pipe(v.string(), v.maxLength(200)), v.boolean()]),
    ),
    v.check((values) => Object.keys(values).length <= valueLimit),
  ),
  phase: below(0, 1),
  frames: v.optional(v.pipe(finite, v.integer(), v.minValue(1)), 1),
});

/** null for what is none: the artwork beside it opens all the same. */
export function readSketchRecipe(value: unknown): SketchRecipe | null {
  const { success, output } = v.safeParse(schema, value);
  return success ? output : null;
}
