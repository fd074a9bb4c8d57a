// The pieces both formats are made of. Each throws Error saying both sides of what does not fit.
import type { Loss } from '#core/nn/losses.ts';
import type { Dense, Weights } from '#core/nn/sequential.ts';
import { toActivation } from './reference-terms.ts';

/** [inputs, units], torch's order, to ours, [units, inputs]; works both ways with the sides swapped. */
export function turned<A extends Weights>(theirs: A, inputs: number, units: number): A {
  const ours = theirs.slice() as A;
  for (let i = 0; i < inputs; i++)
    for (let o = 0; o < units; o++) ours[o * inputs + i] = theirs[i * units + o]!;
  return ours;
}

export function toDense(
  {
    inputs,
    units,
    activation,
  }: { readonly inputs: number; readonly units: number; readonly activation: string | readonly string[] },
  kernel: Weights,
  biases: Weights | null,
  index: number,
): Dense {
  const names = typeof activation === 'string' ? new Array<string>(units).fill(activation) : activation;
  checkCount(`layers.${index}.activation`, names, units);
  if (biases !== null) checkCount(`layers.${index}.bias`, biases, units);
  return {
    inputCount: inputs,
    units,
    kernel: turned(checkCount(`layers.${index}.kernel`, kernel, inputs * units), inputs, units),
    biases,
    activation: activation === 'softmax' ? 'softmax' : names.map(toActivation),
    isTrainable: true,
  };
}

export function checkChain(layers: readonly Dense[]): void {
  layers.slice(1).forEach(({ inputCount }, i) => {
    const { units } = layers[i]!;
    if (inputCount !== units)
      throw new Error(`layers.${i + 1} takes ${inputCount} values, the layer before it gives ${units}.`);
  });
}

export function checkCount<A extends { readonly length: number }>(
  name: string,
  values: A,
  wanted: number,
): A {
  if (values.length !== wanted) throw new Error(`${name}: expected ${wanted} numbers, got ${values.length}.`);
  return values;
}

export function floats(name: string, text: string): Float32Array<ArrayBuffer> {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length % 4 !== 0)
    throw new Error(`${name}: expected whole float32 values, got ${bytes.length} bytes.`);
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
}

/** Values as they are; class indices as one row of 0 and 1 each. */
export function toTargets(
  target: ArrayLike<number>,
  loss: Loss,
  sampleCount: number,
  units: number,
): Float64Array<ArrayBuffer> {
  if (loss.kind === 'meanSquaredError' || target.length !== sampleCount)
    return Float64Array.from(checkCount('target', target, sampleCount * units));
  const targets = new Float64Array(sampleCount * units);
  for (let row = 0; row < sampleCount; row++) {
    const label = target[row]!;
    if (!(Number.isInteger(label) && label >= 0 && label < units))
      throw new Error(`target: expected a class from 0 to ${units - 1}, got ${label}.`);
    targets[row * units + label] = 1;
  }
  return targets;
}
