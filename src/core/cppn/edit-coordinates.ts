// Edits of what the network sees of a place, and of the path its loop takes.
import { createRandom, type Seed } from '#core/math/random.ts';
import { type CoordinateName, type Coordinates, coordinateNames } from './coordinates.ts';
import { fanIn } from './edit-genome.ts';
import { type Genome, genomeLimits, type LayerGenes, type Loop } from './genome.ts';

/** One more input, last: no neuron listens to it yet. The genome itself when it is there, or when there is no room. */
export function addInput(genome: Genome, name: CoordinateName): Genome {
  const { coordinates, layers } = genome;
  const first = layers[0]!;
  const weightCount = layers.reduce((sum, { kernel }) => sum + kernel.length, first.biases.length);
  if (coordinates.inputs.includes(name) || weightCount > genomeLimits.weights) return genome;
  return withFirstLayer(genome, [...coordinates.inputs, name], (row) => [...row, 0]);
}

/** Without an input and the weights from it. The genome itself when it is not there, or is the only one. */
export function removeInput(genome: Genome, name: CoordinateName): Genome {
  const { inputs } = genome.coordinates;
  const at = inputs.indexOf(name);
  if (at < 0 || inputs.length === 1) return genome;
  const isLeft = (_: unknown, i: number) => i !== at;
  return withFirstLayer(genome, inputs.filter(isLeft), (row) => row.filter(isLeft));
}

/** Whether the plane is folded along an axis: the network sees |x| in place of x. */
export const isMirrored = ({ inputs }: Coordinates, axis: 'x' | 'y') =>
  inputs.includes(`${axis}-mirrored`) && !inputs.includes(axis);

/** Puts |x| in the place of x, weights and all, or the other way round; one that is there twice is dropped. */
export function setMirrored(genome: Genome, axis: 'x' | 'y', isOn: boolean): Genome {
  const [from, to] = isOn ? ([axis, `${axis}-mirrored`] as const) : ([`${axis}-mirrored`, axis] as const);
  const { coordinates } = genome;
  if (!coordinates.inputs.includes(from)) return genome;
  if (coordinates.inputs.includes(to)) return removeInput(genome, from);
  const inputs = coordinates.inputs.map((name) => (name === from ? to : name));
  return { ...genome, coordinates: { ...coordinates, inputs } };
}

export type Placing = Pick<Coordinates, 'scale' | 'rotation' | 'center' | 'tiling' | 'tilePeriod'>;

/** Scale, rotation, center and tiling, each within what a file may hold. */
export function setPlacing(genome: Genome, change: Partial<Placing>): Genome {
  const wanted = { ...genome.coordinates, ...change };
  const anywhere = (value: number) => limited(value, -1e6, 1e6);
  return {
    ...genome,
    coordinates: {
      ...wanted,
      scale: limited(wanted.scale, 0.001, 100),
      rotation: anywhere(wanted.rotation),
      center: [anywhere(wanted.center[0]), anywhere(wanted.center[1])],
      tilePeriod: limited(wanted.tilePeriod, 0.01, 1000),
    },
  };
}

/** Length in seconds and how far, each within its range. */
export function setLoop(genome: Genome, change: Partial<Pick<Loop, 'seconds' | 'amplitude'>>): Genome {
  const wanted = { ...genome.loop, ...change };
  return {
    ...genome,
    loop: {
      ...wanted,
      seconds: limited(wanted.seconds, 2, 20),
      amplitude: limited(wanted.amplitude, 0, 0.5),
    },
  };
}

/** Another path: directions u and v drawn from N(0, 1). The same seed gives the same path for as many neurons. */
export function setLoopPath(genome: Genome, seed: Seed): Genome {
  const random = createRandom(seed);
  const draw = () => genome.layers[0]!.biases.map(() => Math.fround(random.normal()) + 0);
  return { ...genome, loop: { ...genome.loop, u: draw(), v: draw() } };
}

/** In the order of the list of all. */
export const unusedInputs = ({ inputs }: Coordinates) =>
  coordinateNames.filter((name) => !inputs.includes(name));

function withFirstLayer(
  genome: Genome,
  inputs: readonly CoordinateName[],
  edit: (row: readonly number[]) => readonly number[],
): Genome {
  const [first, ...rest] = genome.layers;
  const genes: LayerGenes = first!;
  const count = fanIn(genes);
  const kernel = genes.biases.flatMap((_, unit) =>
    edit(genes.kernel.slice(unit * count, (unit + 1) * count)),
  );
  return {
    ...genome,
    coordinates: { ...genome.coordinates, inputs },
    layers: [{ ...genes, kernel }, ...rest],
  };
}

const limited = (value: number, min: number, max: number) =>
  Number.isNaN(value) ? min : Math.max(min, Math.min(max, value)) + 0;
