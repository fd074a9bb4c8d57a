// The networks that painting speed is quoted against, as genomes and as the clear reference paints them: one pixel at a time,
// one function a neuron, float64, `Math.*`. The reference is a yardstick and is never tuned.
import type { Genome, LayerGenes } from '#core/cppn/genome.ts';
import { hashName } from '#core/math/random.ts';
import type { ActivationName } from '#core/nn/activations.ts';

type Shape = 'identity' | 'sin' | 'cos' | 'tanh' | 'sigmoid' | 'gaussian' | 'relu' | 'abs';

const shapes: Record<Shape, (z: number) => number> = {
  identity: (z) => z,
  sin: Math.sin,
  cos: Math.cos,
  tanh: Math.tanh,
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  gaussian: (z) => Math.exp(-z * z),
  relu: (z) => (z > 0 ? z : 0),
  abs: Math.abs,
};

export interface DenseNet {
  readonly layers: readonly {
    readonly inputs: number;
    readonly units: number;
    readonly kernel: Float32Array;
    readonly biases: Float32Array;
    readonly activations: readonly Shape[];
  }[];
}

export interface SparseNet {
  /** Sources 0 to 3 are x, y, r and 1; node k is source 4 + k; the last three are the outputs. */
  readonly nodes: readonly {
    readonly activation: Shape;
    readonly links: readonly (readonly [number, number])[];
  }[];
}

function createUniform(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const mixed: readonly Shape[] = ['sin', 'cos', 'tanh', 'gaussian', 'sigmoid', 'relu', 'abs', 'identity'];
const sparseShapes: readonly Shape[] = ['sin', 'cos', 'gaussian', 'sigmoid', 'identity'];

export function denseNet(
  seed: number,
  { width = 16, choices = mixed }: { width?: number; choices?: readonly Shape[] } = {},
): DenseNet {
  const uniform = createUniform(seed);
  const normal = () => Math.sqrt(-2 * Math.log(uniform() || 1e-9)) * Math.cos(2 * Math.PI * uniform());
  const sizes = [4, width, width, width, width, 3];
  const layers = sizes.slice(1).map((units, l) => {
    const inputs = sizes[l]!;
    const scale = l === 0 ? 1.5 : Math.sqrt(2.5 / inputs);
    const isLast = l === sizes.length - 2;
    return {
      inputs,
      units,
      kernel: Float32Array.from({ length: inputs * units }, () => normal() * scale),
      biases: Float32Array.from({ length: units }, () => normal() * 0.3),
      activations: Array.from(
        { length: units },
        (): Shape => (isLast ? 'sigmoid' : choices[Math.floor(uniform() * choices.length)]!),
      ),
    };
  });
  return { layers };
}

export function sparseNet(seed: number, nodeCount = 30, linkCount = 60): SparseNet {
  const uniform = createUniform(seed);
  let left = linkCount;
  const nodes = Array.from({ length: nodeCount }, (_, k) => {
    const available = 4 + k;
    const count = Math.max(1, Math.round(left / (nodeCount - k)));
    const sources = new Set<number>();
    left -= count;
    if (k > 0 && uniform() < 0.7) sources.add(available - 1);
    while (sources.size < Math.min(count, available)) {
      const isInput = uniform() < 0.3;
      sources.add(
        isInput ? Math.floor(uniform() * 4) : Math.max(0, available - 1 - Math.floor(uniform() * 8)),
      );
    }
    const activation: Shape =
      k >= nodeCount - 3 ? 'sigmoid' : sparseShapes[Math.floor(uniform() * sparseShapes.length)]!;
    const links = [...sources].map((source) => [source, uniform() * 6 - 3] as const);
    return { activation, links };
  });
  return { nodes };
}

type ColorAt = (inputs: readonly number[]) => ArrayLike<number>;

function paintReference(widthPx: number, heightPx: number, colorAt: ColorAt): Uint8ClampedArray {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  const scale = 2 / Math.min(widthPx, heightPx);
  let at = 0;
  for (let py = 0; py < heightPx; py++) {
    for (let px = 0; px < widthPx; px++, at += 4) {
      const x = (px + 0.5 - widthPx / 2) * scale;
      const y = (py + 0.5 - heightPx / 2) * scale;
      const color = colorAt([x, y, Math.sqrt(x * x + y * y), 1]);
      for (let channel = 0; channel < 3; channel++) data[at + channel] = color[channel]! * 255;
      data[at + 3] = 255;
    }
  }
  return data;
}

export const paintDenseReference = (net: DenseNet, widthPx: number, heightPx: number) =>
  paintReference(widthPx, heightPx, (inputs) => {
    let values: ArrayLike<number> = inputs;
    for (const layer of net.layers) {
      const outputs = new Float64Array(layer.units);
      for (let o = 0; o < layer.units; o++) {
        let sum = layer.biases[o]!;
        for (let i = 0; i < layer.inputs; i++) sum += layer.kernel[o * layer.inputs + i]! * values[i]!;
        outputs[o] = shapes[layer.activations[o]!](sum);
      }
      values = outputs;
    }
    return values;
  });

export const paintSparseReference = (net: SparseNet, widthPx: number, heightPx: number) =>
  paintReference(widthPx, heightPx, (inputs) => {
    const values = [...inputs];
    for (const { activation, links } of net.nodes) {
      let sum = 0;
      for (const [source, weight] of links) sum += values[source]! * weight;
      values.push(shapes[activation](sum));
    }
    return values.slice(-3);
  });

const coordinates: Genome['coordinates'] = {
  inputs: ['x', 'y', 'radius-plain', 'one'],
  scale: 1,
  rotation: 0,
  center: [0, 0],
  tiling: 'none',
  tilePeriod: 2,
  sampling: 'short-side',
};

const genomeOf = (layers: readonly Omit<LayerGenes, 'neurons'>[]): Genome => ({
  schema: 1,
  coordinates,
  layers: layers.map((layer, l) => ({
    ...layer,
    neurons: layer.biases.map((_, o) => hashName(1, l, o)),
  })),
  coloring: { kind: 'rgb' }, // whose own sigmoid is the last layer's
  loop: {
    u: layers[0]!.biases.map(() => 0),
    v: layers[0]!.biases.map(() => 0),
    amplitude: 0,
    seconds: 8,
  },
});

export const genomeOfDense = ({ layers }: DenseNet): Genome =>
  genomeOf(
    layers.map(({ kernel, biases, activations }, l) => ({
      kernel: [...kernel],
      biases: [...biases],
      activations: l === layers.length - 1 ? activations.map(() => 'identity') : activations,
    })),
  );

/** In layers: a node stands one below its deepest source, and `pass` neurons carry values past the layers between. */
export function genomeOfSparse({ nodes }: SparseNet): Genome {
  const depths = [0, 0, 0, 0];
  for (const { links } of nodes) depths.push(1 + Math.max(...links.map(([source]) => depths[source]!)));
  const outputs = [nodes.length + 1, nodes.length + 2, nodes.length + 3];
  const last = Math.max(...depths);
  const lastRead = depths.map((depth) => depth);
  nodes.forEach(({ links }, k) => {
    for (const [source] of links) lastRead[source] = Math.max(lastRead[source]!, depths[4 + k]! - 1);
  });
  for (const output of outputs) lastRead[output] = last;
  let above = [0, 1, 2, 3];
  const layers: Omit<LayerGenes, 'neurons'>[] = [];
  for (let depth = 1; depth <= last; depth++) {
    const isLast = depth === last;
    const standing = isLast
      ? outputs
      : depths.flatMap((own, source) =>
          own === depth || (own < depth && lastRead[source]! >= depth) ? [source] : [],
        );
    const places = above;
    const rowOf = (source: number) => {
      const row = places.map(() => 0);
      if (depths[source] !== depth) row[places.indexOf(source)] = 1;
      else
        for (const [from, weight] of nodes[source - 4]!.links)
          row[places.indexOf(from)] = Math.fround(weight);
      return row;
    };
    layers.push({
      kernel: standing.flatMap(rowOf),
      biases: standing.map(() => 0),
      activations: standing.map((source): ActivationName => {
        if (depths[source] !== depth) return 'pass';
        return outputs.includes(source) ? 'identity' : nodes[source - 4]!.activation;
      }),
    });
    above = standing;
  }
  return genomeOf(layers);
}
