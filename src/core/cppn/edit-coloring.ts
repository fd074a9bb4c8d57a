// Edits of how outputs become color: palette, amounts, finish.
import { hashName } from '#core/math/random.ts';
import { type Coloring, type Finish, noFinish } from './coloring.ts';
import type { Genome, LayerGenes } from './genome.ts';
import type { Palette } from './palette.ts';

export type PaletteColoring = Extract<Coloring, { kind: 'palette' }>;

/** What can be turned, apart from palette and finish. */
export type Amounts = Pick<PaletteColoring, 'position' | 'gain' | 'shade' | 'chroma'>;

/** Another palette. A picture that had none gets a palette coloring; one with a single output gets light and color, both 0. */
export function setPalette(genome: Genome, palette: Palette): Genome {
  const { coloring } = genome;
  if (coloring.kind === 'palette') return { ...genome, coloring: { ...coloring, palette } };
  const layers = [...genome.layers];
  const last = layers.pop()!;
  const isSingle = last.biases.length === 1;
  const { u, v } = genome.loop;
  return {
    ...genome,
    layers: [...layers, isSingle ? withTwoMore(last) : last],
    // The only layer is the first, whose neurons the loop counts.
    loop:
      isSingle && layers.length === 0 ? { ...genome.loop, u: [...u, 0, 0], v: [...v, 0, 0] } : genome.loop,
    coloring: {
      kind: 'palette',
      palette,
      position: 'tanh',
      gain: 1,
      shade: 0.08,
      chroma: 0.25,
      finish: noFinish,
    },
  };
}

/** Amounts within their ranges; nothing where there is no palette. */
export const setAmounts = (genome: Genome, change: Partial<Amounts>): Genome =>
  editColoring(genome, (coloring) => {
    const wanted = { ...coloring, ...change };
    return {
      ...wanted,
      gain: limited(wanted.gain, 0.01, 10),
      shade: limited(wanted.shade, 0, 1),
      chroma: limited(wanted.chroma, 0, 1),
    };
  });

/** Finish within its ranges; one step is none. Nothing where there is no palette. */
export const setFinish = (genome: Genome, change: Partial<Finish>): Genome =>
  editColoring(genome, (coloring) => {
    const wanted = { ...coloring.finish, ...change };
    const steps = Math.round(limited(wanted.steps, 0, 32));
    return {
      ...coloring,
      finish: {
        relief: limited(wanted.relief, 0, 2),
        grain: limited(wanted.grain, 0, 0.5),
        steps: steps === 1 ? 0 : steps,
        edge: limited(wanted.edge, 0, 0.5),
        lines: Math.round(limited(wanted.lines, 0, 64)),
      },
    };
  });

const editColoring = (genome: Genome, edit: (coloring: PaletteColoring) => Coloring): Genome =>
  genome.coloring.kind === 'palette' ? { ...genome, coloring: edit(genome.coloring) } : genome;

function withTwoMore({ neurons, kernel, biases, activations }: LayerGenes): LayerGenes {
  const seed = Number.parseInt(neurons[0]!.slice(0, 13), 16);
  return {
    neurons: [...neurons, hashName(seed, 1), hashName(seed, 2)],
    kernel: [...kernel, ...new Array<number>(kernel.length * 2).fill(0)],
    biases: [...biases, 0, 0],
    activations: [...activations, 'identity', 'identity'],
  };
}

const limited = (value: number, min: number, max: number) =>
  Number.isNaN(value) ? min : Math.max(min, Math.min(max, value)) + 0;
