import { readFileSync } from 'node:fs';
import type { ActivationName } from '#core/nn/activations.ts';
import type { Dense, Sequential, Weights } from '#core/nn/sequential.ts';
import { sharedPath } from '../../shared.ts';

export const readTorch = <T>(name: string): T =>
  JSON.parse(readFileSync(sharedPath(`fixtures/torch/${name}.json`), 'utf8')) as T;

export const floats = (base64: string) => {
  const bytes = Buffer.from(base64, 'base64');
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
};

/** [inputs, units], torch's order, to ours, [units, inputs]; works both ways with the sides swapped. */
export function turned<A extends Weights>(theirs: A, inputs: number, units: number): A {
  const ours = theirs.slice() as A;
  for (let i = 0; i < inputs; i++)
    for (let o = 0; o < units; o++) ours[o * inputs + i] = theirs[i * units + o]!;
  return ours;
}

export interface TorchLayer {
  inputs: number;
  units: number;
  activation: string | string[];
}

export function toDense(
  { inputs, units, activation }: TorchLayer,
  kernel: Weights,
  biases: Weights | null,
): Dense {
  const names = Array.isArray(activation) ? activation : new Array<string>(units).fill(activation);
  return {
    inputCount: inputs,
    units,
    kernel: turned(kernel, inputs, units),
    biases,
    activation: names.map((name) => name.replace('_', '-') as ActivationName),
    isTrainable: true,
  };
}

export interface TorchNetwork {
  inputs: { f32: string };
  layers: (TorchLayer & { kernel: { f32: string }; bias: { f32: string } | null })[];
  outputs: { f32_of_f64: string };
  loss: { target: { f32: string }; valueF64: number };
  gradients: { maxAbs: number; layers: { kernel: string; bias: string | null }[] };
}

export const toModel = ({ layers }: TorchNetwork): Sequential => ({
  layers: layers.map((layer) =>
    toDense(layer, floats(layer.kernel.f32), layer.bias === null ? null : floats(layer.bias.f32)),
  ),
});

export interface TorchTrajectory {
  inputs: { values: number[][] };
  layers: (TorchLayer & { kernel: number[]; bias: number[] })[];
  loss: string;
  target: number[];
  gradientAtStart: number[];
  optimizers: Record<
    string,
    {
      hyper: Record<string, number>;
      lossBeforeStep: number[];
      lossAfterLastStep: number;
      paramsAfterStep: number[][];
    }
  >;
}
