// The fragment shader of one topology: what its weights are comes as data, so that all of its genomes share a program.
import type { Coloring } from '#core/cppn/coloring.ts';
import type { KernelNetwork, KernelNeuron } from '#core/cppn/kernel-network.ts';
import { SUM_LIMIT } from '#core/nn/predict.ts';
import { activationCode, coloringCode, elementary, termCode } from './shader-functions.ts';

/** Numbers of a request that every shader knows by these names, in the order in which they stand in the data. */
export const fields = [
  ...([
    'firstX',
    'firstY',
    'regionHeight',
    'sampleCount',
    'middleX',
    'middleY',
    'shownCount',
    'dither',
  ] as const),
  ...(['planeXX', 'planeXY', 'planeYX', 'planeYY', 'centerX', 'centerY', 'centerR', 'centerRootX'] as const),
  ...(['centerRootY', 'period', 'foldX', 'foldY', 'gain', 'shade', 'chroma', 'grain'] as const),
  ...(['edge', 'lines', 'lineWidth', 'relief', 'rounding', 'share', 'steps', 'isDecoded'] as const),
] as const;

export type Field = (typeof fields)[number];

/** Up to two samples a side, and four more for slopes in deep zooms. */
export const SAMPLE_LIMIT = 8;
/** In vectors of four: of each sample, what it adds to x and y, its weights in the slopes; its grain cell. */
export const SAMPLES_AT = fields.length / 4;
export const SAMPLE_VECTORS = 2;
export const WEIGHTS_AT = SAMPLES_AT + SAMPLE_LIMIT * SAMPLE_VECTORS;
/** Of the texture that holds the data where there are too few uniforms. */
export const TEXTURE_WIDTH = 1024;

export interface ShaderRequest {
  readonly network: KernelNetwork;
  readonly coloring: Coloring;
  readonly tiling: 'none' | 'repeat' | 'mirror';
  /** Of the data, in vectors of four; null: it is in a texture. */
  readonly uniformCount: number | null;
}

export const vertexSource = `#version 300 es
void main() {
  gl_Position = vec4(vec2(gl_VertexID & 1, gl_VertexID >> 1) * 4.0 - 1.0, 0.0, 1.0);
}
`;

export function buildFragmentSource({ network, coloring, tiling, uniformCount }: ShaderRequest): string {
  const defines = fields.map((name, i) => `#define ${name} D(${i >> 2}).${'xyzw'[i & 3]}`);
  const isSine = coloring.kind === 'palette' && coloring.position === 'sine';
  return `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
#define TILING ${['none', 'repeat', 'mirror'].indexOf(tiling)}
#define IS_SINE ${isSine ? 1 : 0}
${
  uniformCount === null
    ? `uniform sampler2D data;
#define D(i) texelFetch(data, ivec2((i) % ${TEXTURE_WIDTH}, (i) / ${TEXTURE_WIDTH}), 0)`
    : `uniform vec4 data[${uniformCount}];
#define D(i) data[i]`
}
${defines.join('\n')}
out vec4 shown;
${elementary}
${coloringCode[coloring.kind]}
${networkCode(network)}
void main() {
  ivec2 pixel = ivec2(int(firstX) + int(gl_FragCoord.x), int(firstY) + int(regionHeight) - 1 - int(gl_FragCoord.y));
  vec2 fromMiddle = vec2(pixel) - vec2(middleX, middleY);
  vec4 prepared[${SAMPLE_LIMIT}];
  vec2 lineSlope = vec2(0.0);
  vec2 heightSlope = vec2(0.0);
  for (int s = 0; s < int(sampleCount); s++) {
    vec4 sampled = D(${SAMPLES_AT} + ${SAMPLE_VECTORS} * s);
    float x = planeXX * fromMiddle.x + (planeXY * fromMiddle.y + sampled.x);
    float y = planeYX * fromMiddle.x + (planeYY * fromMiddle.y + sampled.y);
    vec4 now = prepare(network(folded(x + foldX), folded(y + foldY)));
    prepared[s] = now;
    lineSlope += sampled.zw * now.x;
    heightSlope += sampled.zw * now.y;
  }
  vec2 about = vec2(relief > 0.0 ? tiltOf(heightSlope) : 0.0, max(lines * length(lineSlope), 1e-6));
  vec3 sum = vec3(0.0);
  for (int s = 0; s < int(shownCount); s++) {
    ivec2 cell = 2 * pixel + ivec2(D(${SAMPLES_AT + 1} + ${SAMPLE_VECTORS} * s).xy);
    sum += colorOf(prepared[s], about, cell);
  }
  sum *= share;
  if (isDecoded > 0.0) sum = vec3(encode(sum.r), encode(sum.g), encode(sum.b));
  vec3 offset = vec3(rounding);
  if (dither > 0.0) {
    for (int channel = 0; channel < 3; channel++) {
      offset[channel] = float(hash(place(pixel, uint(channel))) >> 8) * 5.960464477539063e-8;
    }
  }
  shown = vec4(clamp(floor(sum * 255.0 + offset), 0.0, 255.0) / 255.0, 1.0);
}
`;
}

/** The weights in the order in which the shader takes them: of each neuron its bias, then its links, without the kernel's scale. */
export function weightsOf({ groups }: KernelNetwork): number[] {
  return groups.flatMap(({ neurons, links }) =>
    neurons.flatMap(({ bias, scale, shift }, at) => [
      (bias - shift) / scale,
      ...links.filter((_, i) => i % 3 === at + 1).map((weight) => weight / scale),
    ]),
  );
}

function networkCode({ groups, coordinates, xRow, yRow, outputs, rowCount }: KernelNetwork): string {
  const lines: string[] = [];
  const limit = SUM_LIMIT.toFixed(1);
  let weightIndex = 0;
  const weight = () => {
    if (weightIndex % 4 === 0) lines.push(`q = D(${WEIGHTS_AT + weightIndex / 4});`);
    return `q.${'xyzw'[weightIndex++ % 4]}`;
  };
  const neuronCode = ({ row, name }: KernelNeuron, sources: readonly number[]) => {
    lines.push(`s = ${weight()};`);
    for (const source of sources) lines.push(`s += ${weight()} * r${source};`);
    lines.push(`s = clamp(s, -${limit}, ${limit});`, `r${row} = ${activationCode[name]};`);
  };
  for (const { neurons, links } of groups) {
    const sources = links.filter((_, i) => i % 3 === 0);
    for (const neuron of neurons) neuronCode(neuron, sources);
  }
  const rows = Array.from({ length: rowCount }, (_, row) => `r${row}`);
  const terms = coordinates.map(({ term, row }) => {
    return term === 'x' || term === 'y' ? '' : `r${row} = ${termCode[term]};`;
  });
  const outputOf = (row: number | undefined) => (row === undefined || row < 0 ? '0.0' : `r${row}`);
  return `
vec3 network(float x, float y) {
  float X = centerX + x, Y = centerY + y, R = sqrt(X * X + Y * Y);
  float s, ${rows.join(', ')};
  vec4 q;
  r${xRow} = x;
  r${yRow} = y;
  ${[...terms, ...lines].join('\n  ')}
  return vec3(${[0, 1, 2].map((o) => outputOf(outputs[o])).join(', ')});
}`;
}
