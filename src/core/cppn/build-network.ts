import { cos, sin } from '#core/math/elementary.ts';
import type { Dense, Sequential } from '#core/nn/sequential.ts';
import type { Genome } from './genome.ts';

/** The network that paints a genome at a phase of its loop, [0, 1); 0 is the still. */
export function buildNetwork(genome: Genome, phase = 0): Sequential {
  let inputCount = genome.coordinates.inputs.length;
  const layers = genome.layers.map((genes, index): Dense => {
    const layer: Dense = {
      inputCount,
      units: genes.biases.length,
      kernel: singles(genes.kernel),
      biases: singles(index === 0 ? biasesAt(genome, phase) : genes.biases),
      activation: genes.activations,
      isTrainable: true,
    };
    inputCount = layer.units;
    return layer;
  });
  return { layers };
}

/** One by one: made from an array at once, it takes five times as long, a fifth of planning a picture. */
function singles(values: readonly number[]): Float32Array<ArrayBuffer> {
  const copy = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) copy[i] = values[i]!;
  return copy;
}

function biasesAt({ layers, loop }: Genome, phase: number): readonly number[] {
  const biases = layers[0]!.biases;
  if (phase === 0) return biases;
  const along = loop.amplitude * (cos(2 * Math.PI * phase) - 1);
  const across = loop.amplitude * sin(2 * Math.PI * phase);
  return biases.map((bias, i) => bias + along * loop.u[i]! + across * loop.v[i]!);
}
