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
  readonly name: ActivationName;
  /** What the kernel's function takes is `scale` times the sum, plus `shift`: weights, bias and limits are of that. */
  readonly scale: number;
  readonly shift: number;
  /** Whole turns have to be taken away in float64. */
  readonly isTurned: boolean;
  /** As src/kernel/activate.ts numbers them. */
  readonly activation: number;
  readonly bias: number;
  /** What the sum is limited to. */
  readonly low: number;
  readonly high: number;
  /** The limited sum without its sign. */
  readonly isAbsolute: boolean;
}

export interface KernelGroup {
  readonly neurons: readonly [KernelNeuron] | readonly [KernelNeuron, KernelNeuron];
  /** As src/kernel/layout.ts numbers them: which of low, high and mask a sum needs. */
  readonly limits: number;
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
  /** The outputs are -log2(e) times the sums whose sigmoid the coloring takes, limited to what a power of two can take. */
  readonly areExponents: boolean;
  readonly rowCount: number;
}

/** A value some row holds: of a coordinate or a neuron. It is `factor` times what the row holds, plus `offset`. */
interface Value {
  readonly factor: number;
  readonly offset: number;
  /** It cannot be larger. */
  readonly bound: number;
  lastLayer: number;
  row: number;
}

interface Neuron {
  readonly value: Value;
  /** Of each source of the layer; 0 where there is no link. No typed array: making one a neuron took a third of the planning. */
  readonly weights: readonly number[];
  readonly linkCount: number;
  readonly bias: number;
  readonly name: ActivationName;
  readonly activity: Activity;
  readonly sumBound: number;
}

/** What a layer reads: `factor` times a row, and a constant. */
interface Input {
  readonly value: Value | null;
  readonly factor: number;
  readonly offset: number;
}

interface Activity {
  readonly code: number;
  /** What the kernel's function takes is `scale` times the sum, plus `shift`: weights, bias and limits are multiplied beforehand. */
  readonly scale?: number;
  readonly shift?: number;
  /** Largest size of a result, by that of the sum. */
  readonly bound: (sum: number) => number;
  /** Up to this sum no exponent leaves its range. */
  readonly safe?: number;
  /** Of the sum, where it can reach beyond. */
  readonly limits?: readonly [low: number, high: number];
  readonly isAbsolute?: boolean;
  readonly isTurned?: boolean;
  /** The value is `factor` times what the row holds, plus `offset`. */
  readonly factor?: number;
  readonly offset?: number;
}

const upTo = (limit: number): readonly [number, number] => [-limit, limit];
const toOne = () => 1;
const asIs = (sum: number) => sum;
const perHalfTurn = 1 / Math.PI;

const activities: Record<ActivationName, Activity> = {
  identity: { code: 0, bound: asIs },
  pass: { code: 0, bound: asIs },
  sin: { code: 1, scale: perHalfTurn, bound: toOne },
  cos: { code: 1, scale: perHalfTurn, shift: 0.5, bound: toOne },
  tanh: { code: 2, scale: 2 * Math.LOG2E, bound: toOne, safe: 40 },
  sigmoid: { code: 3, scale: -Math.LOG2E, bound: toOne, safe: 80 },
  'sigmoid-bipolar': { code: 2, scale: Math.LOG2E, bound: toOne, safe: 80 },
  gaussian: { code: 4, scale: Math.sqrt(Math.LOG2E), bound: toOne, safe: 9 },
  'gaussian-bipolar': { code: 5, scale: Math.sqrt(Math.LOG2E), bound: toOne, safe: 9 },
  'gaussian-half': { code: 4, scale: Math.sqrt(Math.LOG2E / 2), bound: toOne, safe: 12 },
  relu: { code: 0, bound: asIs, limits: [0, SUM_LIMIT] },
  softplus: { code: 6, bound: (sum) => sum + 1 },
  abs: { code: 0, bound: asIs, isAbsolute: true },
  'abs-soft': { code: 7, bound: (sum) => sum + 1 },
  square: { code: 8, bound: (sum) => sum * sum },
  step: { code: 9, bound: toOne },
  clamp: { code: 0, bound: toOne, limits: [0, 1] },
};

/** By another of the kernel's functions: the rest of it is what those who read a value can do as well. */
const shared: Partial<Record<ActivationName, Activity>> = {
  tanh: { ...activities.tanh, code: 3, factor: -2, offset: 1 },
  'sigmoid-bipolar': { ...activities['sigmoid-bipolar'], code: 3, factor: -2, offset: 1 },
  'gaussian-bipolar': { ...activities['gaussian-bipolar'], code: 4, factor: 2, offset: -1 },
};

/** A sum that the coloring takes the sigmoid of, as the exponent in it. */
const exponent: Activity = { code: 0, scale: -Math.LOG2E, bound: asIs, limits: upTo(80) };

/** Sums of so many turns, in radians, keep their own scale and are reduced in float64. */
const TURN_LIMIT = 30_000;
const turned: Partial<Record<ActivationName, Activity>> = {
  sin: { code: 10, bound: toOne, isTurned: true },
  cos: { code: 11, bound: toOne, isTurned: true },
};

/**
 * `origin` is the middle of the picture, whose share goes into the biases of the first layer. With `forKernel`, rows hold what
 * `shared` says, where nobody but neurons reads them; and outputs may be exponents.
 */
export function planKernelNetwork(
  genome: Genome,
  phase: number,
  origin: Origin,
  { forKernel = false } = {},
): KernelNetwork {
  const { layers } = buildNetwork(genome, phase);
  const live = findLive(layers, neededOutputs(genome.coloring));
  const areExponents =
    forKernel &&
    genome.coloring.kind === 'rgb' &&
    activationsOf(layers.at(-1)!).every((name) => name === 'identity' || name === 'pass');
  const shares = coordinateShares(origin);
  const coordinates = new Map<CoordinateTerm, Value>();
  const coordinateOf = (term: CoordinateTerm) => {
    const known = coordinates.get(term);
    if (known !== undefined) return known;
    const value = { factor: 1, offset: 0, bound: origin.reach[term], lastLayer: 0, row: -1 };
    coordinates.set(term, value);
    return value;
  };
  const xValue = coordinateOf('x');
  const yValue = coordinateOf('y');

  let values: (Value | null)[] = [];
  const planned = layers.map((layer, l) => {
    const isLive = live[l]!;
    const isLast = l === layers.length - 1;
    const { inputCount, kernel } = layer;
    const isRead = (i: number) => isLive.some((live, o) => live && kernel[o * inputCount + i] !== 0);
    const inputs = Array.from({ length: inputCount }, (_, i): Input => {
      const value = values[i];
      if (l > 0) return { value: value!, factor: value?.factor ?? 1, offset: value?.offset ?? 0 };
      const { term, factor, offset } = shares[genome.coordinates.inputs[i]!];
      return { value: term === null || !isRead(i) ? null : coordinateOf(term), factor, offset };
    });
    const sources = [...new Set(inputs.map(({ value }) => value))].filter((value) => value !== null);
    const slots = inputs.map(({ value }) => (value === null ? -1 : sources.indexOf(value)));
    const neurons: Neuron[] = [];
    values = isLive.map((isLive, o): Value | null => {
      if (!isLive) return null;
      const weights = sources.map(() => 0);
      let bias = layer.biases![o]!;
      let ownBias = bias;
      let onlyInput = -1;
      let inputLinks = 0;
      for (let i = 0; i < inputCount; i++) {
        const weight = kernel[o * inputCount + i]!;
        if (weight === 0) continue;
        const { factor, offset } = inputs[i]!;
        bias += weight * offset;
        if (l === 0) ownBias += weight * offset;
        if (slots[i]! >= 0) weights[slots[i]!]! += weight * factor;
        onlyInput = weight === 1 ? i : -1;
        inputLinks++;
      }
      const name = activationsOf(layer)[o]!;
      if (
        name === 'pass' &&
        !(isLast && areExponents) &&
        layer.biases![o] === 0 &&
        inputLinks === 1 &&
        onlyInput >= 0
      ) {
        const passed = asItIs(inputs[onlyInput]!, isLast);
        if (passed !== null) return passed;
      }
      let sumBound = Math.abs(ownBias);
      let linkCount = 0;
      for (let i = 0; i < weights.length; i++) {
        if (weights[i] === 0) continue;
        linkCount++;
        const { factor, bound } = sources[i]!;
        sumBound += Math.abs(weights[i]! / factor) * bound;
      }
      for (let i = 0; i < weights.length; i++) if (weights[i] !== 0) sources[i]!.lastLayer = l;
      const activity = isLast && areExponents ? exponent : activityOf(name, sumBound, forKernel && !isLast);
      const { factor = 1, offset = 0 } = activity;
      const bound = activity.bound(Math.min(sumBound, SUM_LIMIT));
      const value = { factor, offset, bound, lastLayer: l, row: -1 };
      neurons.push({ value, weights, linkCount, bias, name, activity, sumBound });
      return value;
    });
    return { neurons, sources };
  });
  for (const output of values) if (output !== null) output.lastLayer = layers.length;

  const rows = createRows([...coordinates.values()]);
  const groups = planned.flatMap(({ neurons, sources }, l) => {
    rows.take(neurons.map(({ value }) => value));
    const grouped = groupNeurons(neurons, sources);
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
    areExponents,
    rowCount: rows.count(),
  };
}

/** The value that a neuron passes on, unless it is measured otherwise, or must be limited, or an output and not what its row holds. */
function asItIs({ value, factor, offset }: Input, isOutput: boolean): Value | null {
  if (value === null || value.bound > SUM_LIMIT || factor !== value.factor || offset !== value.offset)
    return null;
  return isOutput && factor !== 1 ? null : value;
}

const activationsOf = ({ activation }: Dense) => activation as readonly ActivationName[];

function activityOf(name: ActivationName, sumBound: number, isShared: boolean): Activity {
  const activity = activities[name];
  return (sumBound > TURN_LIMIT ? turned[name] : isShared ? shared[name] : activity) ?? activity;
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

function groupNeurons(neurons: readonly Neuron[], sources: readonly Value[]): KernelGroup[] {
  const left = [...neurons];
  const groups: KernelGroup[] = [];
  for (let first = left.shift(); first !== undefined; first = left.shift()) {
    let best = -1;
    let bestShare = PAIR_SHARE;
    for (let i = 0; i < Math.min(NEIGHBORS, left.length) && bestShare > 0.5; i++) {
      const share = countUnion(first, left[i]!) / (first.linkCount + left[i]!.linkCount);
      if (share > bestShare || (share === bestShare && best >= 0)) continue;
      best = i;
      bestShare = share;
    }
    groups.push(groupOf(sources, first, best < 0 ? null : left.splice(best, 1)[0]!));
  }
  return groups;
}

function countUnion(first: Neuron, second: Neuron): number {
  let count = 0;
  for (let i = 0; i < first.weights.length; i++) {
    if (first.weights[i] !== 0 || second.weights[i] !== 0) count++;
  }
  return count;
}

function groupOf(sources: readonly Value[], first: Neuron, second: Neuron | null): KernelGroup {
  const links: number[] = [];
  const firstScale = first.activity.scale ?? 1;
  const secondScale = second?.activity.scale ?? 1;
  for (let i = 0; i < sources.length; i++) {
    const weight = first.weights[i]!;
    const other = second === null ? 0 : second.weights[i]!;
    if (weight === 0 && other === 0) continue;
    links.push(sources[i]!.row, firstScale * weight, secondScale * other);
  }
  return second === null
    ? { neurons: [kernelNeuronOf(first)], limits: limitsOf(first), links }
    : {
        neurons: [kernelNeuronOf(first), kernelNeuronOf(second)],
        limits: limitsOf(first) | limitsOf(second),
        links,
      };
}

const HAS_LOW = 1;
const HAS_HIGH = 2;
const HAS_MASK = 4;

/** Low and high, by the neuron's scale. */
function endsOf({ limits: [low, high] = upTo(SUM_LIMIT), scale = 1 }: Activity): readonly [number, number] {
  return scale < 0 ? [scale * high, scale * low] : [scale * low, scale * high];
}

function limitsOf({ activity, sumBound }: Neuron): number {
  const [low, high] = endsOf(activity);
  const reach = Math.abs(activity.scale ?? 1) * sumBound;
  return (-reach < low ? HAS_LOW : 0) | (reach > high ? HAS_HIGH : 0) | (activity.isAbsolute ? HAS_MASK : 0);
}

/** The kernel's function need not look at its exponents. */
const IS_BOUNDED = 128;

function kernelNeuronOf({ value, name, activity, bias, sumBound }: Neuron): KernelNeuron {
  const { code, safe = 0, scale = 1, shift = 0, isTurned = false, isAbsolute = false } = activity;
  const [low, high] = endsOf(activity);
  return {
    row: value.row,
    name,
    scale,
    shift,
    isTurned,
    activation: code + (sumBound < safe ? IS_BOUNDED : 0),
    bias: scale * bias + shift,
    low,
    high,
    isAbsolute,
  };
}
