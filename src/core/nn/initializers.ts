import { createRandom, type Random, type Seed } from '#core/math/random.ts';
import { type ActivationName, activationNames } from './activations.ts';
import type { Dense, Sequential, Weights } from './sequential.ts';

/** How fresh weights are drawn; `normal` has standard deviation `scale`. Sources: Glorot & Bengio 2010, He et al. 2015, LeCun et al. 1998. */
export type Initializer =
  | { readonly kind: 'glorotUniform' | 'glorotNormal' | 'heNormal' | 'lecunNormal' }
  | { readonly kind: 'normal'; readonly scale: number }
  /** Weights one already has: [units, inputCount] row-major, and [units], 0 where absent. */
  | { readonly kind: 'given'; readonly kernel: ArrayLike<number>; readonly biases?: ArrayLike<number> };

export interface DenseOptions {
  readonly units: number;
  /** One name for all, one per neuron, or softmax over the layer. */
  readonly activation?: ActivationName | readonly ActivationName[] | 'softmax';
  readonly useBias?: boolean;
  readonly initializer?: Initializer;
  readonly isTrainable?: boolean;
}

/**
 * A model of fresh weights, biases 0. The same seed gives the same weights.
 * Throws RangeError for a size that is not a positive whole number, an unknown activation, initialiser or number of given values.
 */
export function buildSequential(inputCount: number, layers: readonly DenseOptions[], seed: Seed): Sequential {
  const random = createRandom(seed);
  let fanIn = wholeNumber('inputCount', inputCount);
  return {
    layers: layers.map(
      ({
        units,
        activation = 'identity',
        useBias = true,
        initializer = { kind: 'glorotUniform' },
        isTrainable = true,
      }): Dense => {
        wholeNumber('units', units);
        const layer: Dense = {
          inputCount: fanIn,
          units,
          kernel: drawKernel(random, initializer, fanIn, units),
          biases: useBias ? firstBiases(initializer, units) : null,
          activation: activationsOf(activation, units),
          isTrainable,
        };
        fanIn = units;
        return layer;
      },
    ),
  };
}

function wholeNumber(name: string, value: number): number {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`${name} is a positive whole number, got ${value}.`);
  return value;
}

function activationsOf(
  activation: NonNullable<DenseOptions['activation']>,
  units: number,
): Dense['activation'] {
  if (activation === 'softmax') return 'softmax';
  const names =
    typeof activation === 'string' ? new Array<ActivationName>(units).fill(activation) : activation;
  if (names.length !== units)
    throw new RangeError(`A layer of ${units} neurons takes ${units} activations, got ${names.length}.`);
  for (const name of names) {
    if (!activationNames.includes(name)) throw new RangeError(`No activation is called "${name}".`);
  }
  return names;
}

function firstBiases(initializer: Initializer, units: number): Weights {
  if (initializer.kind !== 'given' || initializer.biases === undefined) return new Float32Array(units);
  return given('biases', initializer.biases, units);
}

function given(name: string, values: ArrayLike<number>, count: number): Weights {
  if (values.length !== count)
    throw new RangeError(`The layer takes ${count} given ${name}, got ${values.length}.`);
  return Float32Array.from(values);
}

function drawKernel(random: Random, initializer: Initializer, fanIn: number, units: number): Weights {
  if (initializer.kind === 'given') return given('weights', initializer.kernel, fanIn * units);
  const draw = drawer(random, initializer, fanIn, units);
  return Float32Array.from({ length: fanIn * units }, draw);
}

function drawer(
  random: Random,
  initializer: Exclude<Initializer, { kind: 'given' }>,
  fanIn: number,
  units: number,
): () => number {
  switch (initializer.kind) {
    case 'glorotUniform': {
      const limit = Math.sqrt(6 / (fanIn + units));
      return () => (2 * random.uniform() - 1) * limit;
    }
    case 'glorotNormal':
      return () => random.normal() * Math.sqrt(2 / (fanIn + units));
    case 'heNormal':
      return () => random.normal() * Math.sqrt(2 / fanIn);
    case 'lecunNormal':
      return () => random.normal() * Math.sqrt(1 / fanIn);
    case 'normal':
      return () => random.normal() * initializer.scale;
    default: {
      const { kind } = initializer satisfies never as { readonly kind: string };
      throw new RangeError(`No initialiser is called "${kind}".`);
    }
  }
}

/** The same model with weights of its own, to be trained while the first stays as it is. */
export const copyModel = ({ layers, ...rest }: Sequential): Sequential => ({
  ...rest,
  layers: layers.map((layer) => ({
    ...layer,
    kernel: layer.kernel.slice(),
    biases: layer.biases?.slice() ?? null,
  })),
});
