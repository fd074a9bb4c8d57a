import { checkControls } from './controls.ts';
import type { PlainSketch, Sketch } from './sketch.ts';

/** What a file of sketches/ exports as its default. Throws TypeError or RangeError in a sentence for its author. */
export function parseSketch(exported: unknown): Sketch | PlainSketch {
  if (typeof exported === 'function') return exported as PlainSketch;
  if (typeof exported !== 'object' || exported === null)
    throw new TypeError(
      'A sketch file exports its sketch as the default: a function of p, or defineSketch({ ... }).',
    );
  const sketch = exported as Partial<Sketch>;
  if (typeof sketch.create !== 'function')
    throw new TypeError('A sketch needs create(host), which gives a function that draws a frame.');
  if (typeof sketch.title !== 'string' || typeof sketch.description !== 'string')
    throw new TypeError('A sketch needs a title and a description, both in words.');
  if (typeof sketch.controls !== 'object') throw new TypeError('A sketch needs controls; none is { }.');
  checkControls(sketch.controls);
  return sketch as Sketch;
}

/** `ten-lines` is Ten lines: the title of a sketch that has none. */
export function titleOfFile(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
