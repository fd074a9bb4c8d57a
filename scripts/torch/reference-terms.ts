// Torch's names for what a reference is made of, in this library's terms. Each throws Error for a name it does not know.
import { type ActivationName, activationNames } from '#core/nn/activations.ts';
import type { Loss } from '#core/nn/losses.ts';
import type { OptimizerOptions } from '#core/nn/optimizers.ts';

export function toActivation(theirs: string): ActivationName {
  const name = activationNames.find((ours) => ours === theirs.replaceAll('_', '-'));
  if (name === undefined) throw new Error(`No activation is called "${theirs}".`);
  return name;
}

export function toLoss(sentence: string): Loss {
  if (sentence.startsWith('mse')) return { kind: 'meanSquaredError' };
  if (sentence.startsWith('softmax cross-entropy'))
    return { kind: 'categoricalCrossentropy', fromLogits: true };
  throw new Error(`The loss begins with mse or softmax cross-entropy, got "${sentence}".`);
}

export function toOptimizer(name: string, hyper: Readonly<Record<string, unknown>>): OptimizerOptions {
  const number = (key: string): number => {
    const value = hyper[key];
    if (typeof value !== 'number') throw new Error(`optimizers.${name}.hyper.${key}: expected a number.`);
    return value;
  };
  const learningRate = number('lr');
  switch (name) {
    case 'sgd':
      return { kind: 'sgd', learningRate };
    case 'momentum':
    case 'nesterov':
      return { kind: 'sgd', learningRate, momentum: number('momentum'), isNesterov: name === 'nesterov' };
    case 'rmsprop':
      return { kind: 'rmsprop', learningRate, rho: number('alpha'), epsilon: number('eps') };
    case 'adam':
    case 'adamw':
      return {
        kind: name,
        learningRate,
        beta1: number('beta1'),
        beta2: number('beta2'),
        epsilon: number('eps'),
        ...(name === 'adamw' ? { weightDecay: number('weightDecay') } : {}),
      };
    default:
      throw new Error(`No optimiser is called "${name}".`);
  }
}
