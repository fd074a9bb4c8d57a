// A genome's network as the painting kernel runs it: groups of one or two neurons that share sources, over rows of samples.
// Links of weight 0, neurons nobody reads and neurons that only pass a value on cost nothing.
import type { ActivationName } from '#core/nn/activations.ts';
import { SUM_LIMIT } from '#core/nn/predict.ts';
import type { Dense } from '#core/nn/sequential.ts';
import { buildNetwork } from './build-network.ts';
import type { Coloring } from './coloring.ts';
import type { Genome } from './genome.ts';
import { type CoordinateTerm, coordinateShares, type Origin } from './kernel-coordinates.ts';

export interface KernelNeuron {
  readonly row: number;
  /** As src/kernel/network.ts numbers them. */
  readonly activation: number;
  readonly bias: number;
  /** What the sum is limited to. */
  readonly low: number;
  readonly high: number;
}

export interface KernelGroup {
  readonly neurons: readonly [KernelNeuron] | readonly [KernelNeuron, KernelNeuron];
  readonly isLimited: boolean;
  /** [linkCount, 3]: source row, weight of the first neuron, of the second. */
  readonly links: readonly number[];
}

export interface KernelNetwork {
  readonly groups: readonly KernelGroup[];
  /** Rows of coordinates that are needed beside x and y, which are always there. */
  readonly coordinates: readonly { readonly term: CoordinateTerm; readonly row: number }[];
  readonly xRow: number;
  readonly yRow: number;
  /** Rows of the outputs; -1 where the coloring takes none. */
  readonly outputs: readonly number[];
  readonly rowCount: number;
}

/** A value some row holds: of a coordinate or a neuron. */
interface Value {
  /** No sum of it can be larger. */
  readonly bound: number;
  lastLayer: number;
  row: number;
}

interface Neuron {
  readonly value: Value;
  readonly sources: readonly Value[];
  readonly weights: readonly number[];
  readonly bias: number;
  readonly activation: ActivationName;
  readonly sumBound: number;
}

interface Activity {
  readonly code: number;
  /** Largest size of a result, by that of the sum. */
  readonly bound: (sum: number) => number;
  /** Up to this sum no exponent leaves its range. */
  readonly safe?: number;
  /** What limits alone do. */
  readonly limits?: readonly [low: number, high: number];
}

const toOne = () => 1;
const asIs = (sum: number) => sum;

const activities: Record<ActivationName, Activity> = {
  identity: { code: 0, bound: asIs },
  pass: { code: 0, bound: asIs },
  sin: { code: 1, bound: toOne },
  cos: { code: 2, bound: toOne },
  tanh: { code: 3, bound: toOne, safe: 40 },
  sigmoid: { code: 4, bound: toOne, safe: 40 },
  'sigmoid-bipolar': { code: 5, bound: toOne },
  gaussian: { code: 6, bound: toOne, safe: 9 },
  'gaussian-bipolar': { code: 7, bound: toOne, safe: 9 },
  'gaussian-half': { code: 8, bound: toOne },
  relu: { code: 0, bound: asIs, limits: [0, SUM_LIMIT] },
  softplus: { code: 9, bound: (sum) => sum + 1 },
  abs: { code: 10, bound: asIs },
  'abs-soft': { code: 11, bound: (sum) => sum + 1 },
  square: { code: 12, bound: (sum) => sum * sum },
  step: { code: 13, bound: toOne },
  clamp: { code: 0, bound: toOne, limits: [0, 1] },
};

/** `origin` is the middle of the picture, whose share goes into the biases of the first layer. */
export function planKernelNetwork(genome: Genome, phase: number, origin: Origin): KernelNetwork {
  const { layers } = buildNetwork(genome, phase);
  const live = findLive(layers, neededOutputs(genome.coloring));
  const shares = coordinateShares(origin);
  const coordinates = new Map<CoordinateTerm, Value>();
  const coordinateOf = (term: CoordinateTerm) => {
    const known = coordinates.get(term);
    if (known !== undefined) return known;
    const value = { bound: origin.reach[term], lastLayer: 0, row: -1 };
    coordinates.set(term, value);
    return value;
  };
  const xValue = coordinateOf('x');
  const yValue = coordinateOf('y');

  let values: (Value | null)[] = [];
  const planned = layers.map((layer, l) => {
    const neurons: Neuron[] = [];
    const next = live[l]!.map((isLive, o): Value | null => {
      if (!isLive) return null;
      const weights = new Map<Value, number>();
      const add = (source: Value, weight: number) => weights.set(source, (weights.get(source) ?? 0) + weight);
      let bias = layer.biases![o]!;
      for (let i = 0; i < layer.inputCount; i++) {
        const weight = layer.kernel[o * layer.inputCount + i]!;
        if (weight === 0) continue;
        if (l > 0) add(values[i]!, weight);
        else {
          const { term, factor, offset } = shares[genome.coordinates.inputs[i]!];
          bias += weight * offset;
          if (term !== null) add(coordinateOf(term), weight * factor);
        }
      }
      const activation = (layer.activation as readonly ActivationName[])[o]!;
      let sumBound = Math.abs(bias);
      for (const [source, weight] of weights) sumBound += Math.abs(weight) * source.bound;
      const sources = [...weights.keys()];
      if (activation === 'pass' && sources.length === 1 && bias === 0 && sumBound <= SUM_LIMIT) {
        if (weights.get(sources[0]!) === 1) return sources[0]!;
      }
      for (const source of sources) source.lastLayer = l;
      const limited = Math.min(sumBound, SUM_LIMIT);
      const value = { bound: activities[activation].bound(limited), lastLayer: l, row: -1 };
      neurons.push({ value, sources, weights: [...weights.values()], bias, activation, sumBound });
      return value;
    });
    values = next;
    return neurons;
  });
  for (const output of values) if (output !== null) output.lastLayer = layers.length;

  const rows = createRows([...coordinates.values()]);
  const groups = planned.flatMap((neurons, l) => {
    rows.take(neurons.map(({ value }) => value));
    const grouped = groupNeurons(neurons);
    rows.giveBack(l);
    return grouped;
  });
  return {
    groups,
    coordinates: [...coordinates].flatMap(([term, { row }]) =>
      term === 'x' || term === 'y' ? [] : [{ term, row }],
    ),
    xRow: xValue.row,
    yRow: yValue.row,
    outputs: values.map((value) => value?.row ?? -1),
    rowCount: rows.count(),
  };
}

const neededOutputs = (coloring: Coloring): readonly boolean[] => {
  if (coloring.kind === 'ink') return [true];
  if (coloring.kind !== 'palette') return [true, true, true];
  return [true, coloring.shade > 0 || coloring.finish.relief > 0, coloring.chroma > 0];
};

/** Which neurons, layer by layer, the needed outputs depend on. */
function findLive(layers: readonly Dense[], needed: readonly boolean[]): readonly (readonly boolean[])[] {
  let live = needed;
  const found = [live];
  for (const { kernel, inputCount } of layers.slice(1).reverse()) {
    const above = live;
    live = Array.from({ length: inputCount }, (_, i) =>
      above.some((isLive, o) => isLive && kernel[o * inputCount + i] !== 0),
    );
    found.unshift(live);
  }
  return found;
}

/** Gives rows to values, and the same rows again to later ones when nobody reads them any more. */
function createRows(first: readonly Value[]) {
  const free: number[] = [];
  let standing: Value[] = [];
  let rowCount = 0;
  const take = (values: readonly Value[]) => {
    for (const value of values) value.row = free.pop() ?? rowCount++;
    standing.push(...values);
  };
  take(first);
  return {
    take,
    giveBack: (layer: number) => {
      for (const { row } of standing.filter(({ lastLayer }) => lastLayer <= layer)) free.push(row);
      standing = standing.filter(({ lastLayer }) => lastLayer > layer);
    },
    count: () => rowCount,
  };
}

/** Looks this far for a partner. */
const NEIGHBORS = 8;
/** A pair pays when it has at most this share of the links its two have alone: links of a pair cost more than one's, less than two's. */
const PAIR_SHARE = 0.62;

function groupNeurons(neurons: readonly Neuron[]): KernelGroup[] {
  const left = [...neurons];
  const groups: KernelGroup[] = [];
  for (let first = left.shift(); first !== undefined; first = left.shift()) {
    const { sources } = first;
    const unions = left.slice(0, NEIGHBORS).map((other) => new Set([...sources, ...other.sources]).size);
    const shares = unions.map((union, i) => union / (sources.length + left[i]!.sources.length));
    const best = shares.indexOf(Math.min(...shares));
    groups.push(
      best >= 0 && shares[best]! <= PAIR_SHARE ? pairOf(first, left.splice(best, 1)[0]!) : groupOfOne(first),
    );
  }
  return groups;
}

function groupOfOne(neuron: Neuron): KernelGroup {
  const kernelNeuron = kernelNeuronOf(neuron);
  return {
    neurons: [kernelNeuron],
    isLimited: isLimited(neuron),
    links: neuron.sources.flatMap(({ row }, i) => [row, neuron.weights[i]!, 0]),
  };
}

function pairOf(first: Neuron, second: Neuron): KernelGroup {
  const sources = new Set([...first.sources, ...second.sources]);
  const weightOf = ({ sources, weights }: Neuron, source: Value) => weights[sources.indexOf(source)] ?? 0;
  return {
    neurons: [kernelNeuronOf(first), kernelNeuronOf(second)],
    isLimited: isLimited(first) || isLimited(second),
    links: [...sources].flatMap((source) => [source.row, weightOf(first, source), weightOf(second, source)]),
  };
}

const isLimited = ({ activation, sumBound }: Neuron) =>
  sumBound > SUM_LIMIT || activities[activation].limits !== undefined;

/** Beyond it sin and cos must take whole turns away first. */
const TURN_LIMIT = 30_000;
const IS_TURNED = 64;
const IS_BOUNDED = 128;

function kernelNeuronOf({ value, activation, bias, sumBound }: Neuron): KernelNeuron {
  const { code, safe = 0, limits = [-SUM_LIMIT, SUM_LIMIT] } = activities[activation];
  const isTurned = (activation === 'sin' || activation === 'cos') && sumBound > TURN_LIMIT;
  return {
    row: value.row,
    activation: code + (isTurned ? IS_TURNED : sumBound < safe ? IS_BOUNDED : 0),
    bias,
    low: limits[0],
    high: limits[1],
  };
}
