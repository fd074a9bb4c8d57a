// What a sketch is. Same seed, values, phase and size: same picture.
import type { Random } from '#core/math/random.ts';
import type { Controls, ControlValues } from './controls.ts';
import type { P5 } from './p5.ts';
import type { SketchPalette } from './sketch-palette.ts';

/** The p5 instance. */
export type P5Instance = InstanceType<typeof P5>;

/** What the network says of one point. */
export interface Sample {
  /** The three outputs, as they are; 0 for those a network does not have. */
  readonly form: number;
  readonly light: number;
  readonly color: number;
  /** Where the point lies on the palette, [0, 1]. */
  readonly tone: number;
  /** How light it is beside the rest of the picture: 0 the darkest, 1 the lightest. */
  readonly bright: number;
  /** How fast the form rises to the right and downwards, a half short side; of a grid, from cell to cell. */
  readonly slopeX: number;
  readonly slopeY: number;
}

/** Samples at the centers of square cells over the whole canvas. */
export interface SampleGrid {
  readonly columns: number;
  readonly rows: number;
  /** One after the other, row by row from the top. */
  readonly samples: readonly Sample[];
  /** Between the centers, joined smoothly: cheap, for following a path step by step. */
  readonly at: (x: number, y: number) => Sample;
}

/** What a sketch is given. Lengths are canvas pixels, as in p5. */
export interface SketchHost {
  readonly p5: P5Instance;
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  readonly palette: SketchPalette;
  /** Of the artwork. */
  readonly title: string;
  /** Font families of the page, loaded. */
  readonly fonts: { readonly sans: string; readonly serif: string };
  /** Chance from the seed, begun anew at every call; other streams are other numbers. */
  readonly random: (stream?: number) => Random;
  /** `phase` is the place in the artwork's own loop, [0, 1). */
  readonly sample: (x: number, y: number, phase?: number) => Sample;
  readonly sampleGrid: (columns: number, phase?: number) => SampleGrid;
  /** Strokes one smooth line near the points x, y, x, y ...: many times as fast as p5's shapes, in p5's stroke. */
  readonly curve: (points: ArrayLike<number>) => void;
  /** The artwork itself, painted; for p5's image(). */
  readonly paint: (request: {
    readonly width: number;
    readonly height: number;
    readonly phase?: number;
  }) => Promise<InstanceType<typeof P5.Image>>;
}

export interface Pointer {
  readonly x: number;
  readonly y: number;
  readonly isDown: boolean;
}

export interface Frame<C extends Controls = Controls> {
  /** Place in the loop, [0, 1): 0 is the still, and 1 would be 0 again. */
  readonly phase: number;
  readonly values: ControlValues<C>;
  /** Where the pointer is over the canvas; null when it is not, and in everything exported. */
  readonly pointer: Pointer | null;
}

export interface Sketch<C extends Controls = Controls> {
  readonly title: string;
  /** One sentence: what it draws. Also what a screen reader says of it. */
  readonly description: string;
  /** What the hand may do on the canvas: `drag to stir`. */
  readonly hint?: string;
  readonly controls: C;
  /** How long a loop takes; without it the sketch stands still. */
  readonly loopSeconds?: number;
  /** Called anew for another artwork, palette, seed or size; what it returns is called for each frame. */
  readonly create: (host: SketchHost) => Draw<C> | Promise<Draw<C>>;
}

export type Draw<C extends Controls> = (frame: Frame<C>) => void;

/** A p5 sketch in instance mode: a function of p. What Palate adds is a second argument, for those who ask for it. */
export type PlainSketch = (p: P5Instance, host: SketchHost) => void;

/** Only for its types: values are known by the controls' names. */
export const defineSketch = <const C extends Controls>(sketch: Sketch<C>): Sketch<C> => sketch;

/** Calls `make` only when an argument is not what it was the last time; otherwise gives what it gave then. */
export function remember<A extends readonly unknown[], R>(make: (...inputs: A) => R): (...inputs: A) => R {
  let last: { readonly inputs: A; readonly result: R } | null = null;
  return (...inputs) => {
    const known = last;
    if (known?.inputs.every((input, i) => Object.is(input, inputs[i]))) return known.result;
    const result = make(...inputs);
    last = { inputs, result };
    return result;
  };
}
