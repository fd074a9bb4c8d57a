import type { P5Instance } from './sketch.ts';

const LIMIT = 4096;

/** p5 reads a color in words anew each time it is set, which costs more than the drawing. Here each is read once. */
export function quickenColors(p: P5Instance): void {
  const known = new Map<string, unknown>();
  const colorOf = (words: string) => {
    let color = known.get(words);
    if (color === undefined) {
      if (known.size >= LIMIT) known.clear();
      color = p.color(words);
      known.set(words, color);
    }
    return color;
  };
  for (const name of ['fill', 'stroke'] as const) {
    const set = p[name].bind(p) as (...given: unknown[]) => unknown;
    Reflect.set(p, name, (...given: unknown[]) => {
      const [first] = given;
      return given.length === 1 && typeof first === 'string' ? set(colorOf(first)) : set(...given);
    });
  }
}
