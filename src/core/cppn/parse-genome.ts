import { outputCounts } from './coloring.ts';
import { ForeignDataError } from './foreign-data.ts';
import { isObject, readSchema, refuseHostileShape } from './foreign-shape.ts';
import { type Genome, genomeLimits, type LayerGenes } from './genome.ts';
import { genomeSchema } from './genome-schema.ts';
import { parseWith } from './schema-parts.ts';

export interface ParsedGenome {
  readonly genome: Genome;
  /** How many weights were beyond genomeLimits.weight and were set to it. */
  readonly limitedWeightCount: number;
}

/** Values in all that a genome, unknown fields included, may hold. */
const VALUE_LIMIT = 400_000;

/**
 * The border for genomes: counts, keys and depth first, then every field. Throws ForeignDataError naming the field.
 * Weights and biases become float32 within ±1000, -0 becomes 0. Unknown fields are dropped; keys come out in one order, so that
 * equal genomes have equal JSON. A genome from here is never refused here.
 */
export function parseGenome(value: unknown): ParsedGenome {
  readSchema(value, 1);
  refuseHugeCounts(value);
  refuseHostileShape(value, VALUE_LIMIT);
  const checked = parseWith<Genome>(genomeSchema, value);
  refuseMisfit(checked);

  let limitedWeightCount = 0;
  const limited = (x: number): number => {
    if (Math.abs(x) <= genomeLimits.weight) return x;
    limitedWeightCount++;
    return x < 0 ? -genomeLimits.weight : genomeLimits.weight;
  };
  // `+ 0`: a small negative number rounds to -0.
  const weight = (x: number) => Math.fround(limited(x)) + 0;
  const layers = checked.layers.map(
    (layer): LayerGenes => ({ ...layer, kernel: layer.kernel.map(weight), biases: layer.biases.map(weight) }),
  );
  const loop = { ...checked.loop, u: checked.loop.u.map(limited), v: checked.loop.v.map(limited) };
  return { genome: { ...checked, layers, loop }, limitedWeightCount };
}

/** What the lists claim, looked at before any of their items is. */
function refuseHugeCounts(value: unknown): void {
  const layers = isObject(value) ? value.layers : undefined;
  if (!Array.isArray(layers)) return;
  refuseMore(layers, genomeLimits.layers, 'layers');
  let weightCount = 0;
  for (const [index, layer] of layers.entries()) {
    if (!isObject(layer)) continue;
    for (const field of ['neurons', 'biases', 'activations']) {
      refuseMore(layer[field], genomeLimits.neuronsPerLayer, `layers[${index}].${field}`);
    }
    if (Array.isArray(layer.kernel)) weightCount += layer.kernel.length;
    if (weightCount > genomeLimits.weights) {
      throw new ForeignDataError('too-large', `have more than ${genomeLimits.weights} weights`, 'layers');
    }
  }
}

function refuseMore(list: unknown, limit: number, where: string): void {
  if (!Array.isArray(list) || list.length <= limit) return;
  throw new ForeignDataError('too-large', `has more than ${limit} entries`, where);
}

/** What no single field can say: that the lists fit one another. */
function refuseMisfit({ coordinates, layers, coloring, loop }: Genome): void {
  const seen = new Set<string>();
  let inputCount = coordinates.inputs.length;
  for (const [index, { neurons, kernel, biases, activations }] of layers.entries()) {
    const units = neurons.length;
    const where = `layers[${index}]`;
    expectCount(kernel, units * inputCount, `${where}.kernel`);
    expectCount(biases, units, `${where}.biases`);
    expectCount(activations, units, `${where}.activations`);
    for (const [place, id] of neurons.entries()) {
      if (seen.has(id)) {
        throw new ForeignDataError(
          'duplicate',
          'is the name of another neuron too',
          `${where}.neurons[${place}]`,
        );
      }
      seen.add(id);
    }
    inputCount = units;
  }
  expectCount(layers.at(-1)!.neurons, outputCounts[coloring.kind], `layers[${layers.length - 1}].neurons`);
  expectCount(loop.u, layers[0]!.neurons.length, 'loop.u');
  expectCount(loop.v, layers[0]!.neurons.length, 'loop.v');
}

function expectCount(items: readonly unknown[], count: number, where: string): void {
  if (items.length === count) return;
  throw new ForeignDataError('wrong-count', `has ${items.length} entries where ${count} are needed`, where);
}
