// Every file of sketches/, by its name. Each is loaded by itself: one that is broken says so and leaves the others alone.
import { parseSketch, titleOfFile } from '#platform/sketch/parse-sketch.ts';
import type { PlainSketch, Sketch } from '#platform/sketch/sketch.ts';

const files = import.meta.glob('/sketches/*.{ts,js}', { import: 'default' });

export type ListedSketch = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
} & ({ readonly sketch: Sketch | PlainSketch } | { readonly failure: string });

const nameOf = (path: string) => /([^/]+)\.(?:ts|js)$/.exec(path)![1]!;

/** Threads first, the others in order of name. */
export const sketchNames: readonly string[] = Object.keys(files)
  .map(nameOf)
  .sort((a, b) => Number(b === 'threads') - Number(a === 'threads') || (a < b ? -1 : 1));

export async function loadSketch(name: string): Promise<ListedSketch> {
  const path = Object.keys(files).find((file) => nameOf(file) === name);
  try {
    const sketch = parseSketch(await files[path!]!());
    if (typeof sketch === 'function')
      return { name, title: titleOfFile(name), description: 'A sketch in p5.', sketch };
    return { name, title: sketch.title, description: sketch.description, sketch };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { name, title: titleOfFile(name), description: 'This sketch could not be read.', failure };
  }
}
