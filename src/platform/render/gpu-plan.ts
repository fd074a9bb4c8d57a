// A request as the graphics chip takes it: a shader for its topology, and its numbers.
import type { Coloring } from '#core/cppn/coloring.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { findOrigin, type Origin } from '#core/cppn/kernel-coordinates.ts';
import { type KernelNetwork, planKernelNetwork } from '#core/cppn/kernel-network.ts';
import { type KernelSamples, planKernelSamples } from '#core/cppn/kernel-samples.ts';
import type { Palette } from '#core/cppn/palette.ts';
import type { PaintRequest } from '#core/cppn/pixels.ts';
import { createPlane, type Plane } from '#core/cppn/plane.ts';
import {
  buildFragmentSource,
  type Field,
  fields,
  SAMPLE_LIMIT,
  SAMPLE_VECTORS,
  SAMPLES_AT,
  TEXTURE_WIDTH,
  WEIGHTS_AT,
  weightsOf,
} from './shader-source.ts';

export interface GpuPlan {
  readonly fragmentSource: string;
  /** Fields, samples and weights, in vectors of four. */
  readonly data: Float32Array<ArrayBuffer>;
  /** Whether the data is in a texture, of TEXTURE_WIDTH vectors a row. */
  readonly isInTexture: boolean;
  readonly palette: Palette | null;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface GpuLimits {
  /** Of a fragment shader, in vectors of four. */
  readonly uniformVectors: number;
  readonly sidePx: number;
}

/** Beyond it a compiler takes too long over a shader. */
const LINK_LIMIT = 5000;
/** Uniforms that are not data. */
const OTHER_UNIFORMS = 8;

/** null for what a chip with these limits cannot paint, or not truly. */
export function planForGpu(genome: Genome, request: PaintRequest, limits: GpuLimits): GpuPlan | null {
  const { widthPx, heightPx } = request.region;
  if (Math.max(widthPx, heightPx) > limits.sidePx || request.samples ** 2 > SAMPLE_LIMIT) return null;
  // Cells of print grain are found in float64.
  if (request.grain !== 'pixel') return null;
  const plane = createPlane(genome.coordinates, request);
  const origin = findOrigin(plane, request);
  const network = planKernelNetwork(genome, request.view.phase, origin);
  if (!isFit(network)) return null;
  const samples = planKernelSamples(genome.coloring, request);
  const weights = weightsOf(network);
  const vectorCount = WEIGHTS_AT + Math.ceil(weights.length / 4);
  const isInTexture = vectorCount + OTHER_UNIFORMS > limits.uniformVectors;
  const rows = Math.ceil(vectorCount / TEXTURE_WIDTH);
  const data = new Float32Array((isInTexture ? rows * TEXTURE_WIDTH : vectorCount) * 4);
  const values = fieldsOf(genome.coloring, request, plane, origin, samples);
  data.set(fields.map((name) => values[name]));
  samples.dx.forEach((dx, s) => {
    const dy = samples.dy[s]!;
    const place = [plane.xx * dx + plane.xy * dy, plane.yx * dx + plane.yy * dy];
    const vectors = [...place, samples.slopeX[s]!, samples.slopeY[s]!, samples.cellX[s]!, samples.cellY[s]!];
    data.set(vectors, (SAMPLES_AT + s * SAMPLE_VECTORS) * 4);
  });
  data.set(weights, WEIGHTS_AT * 4);
  const { coloring } = genome;
  return {
    fragmentSource: buildFragmentSource({
      network,
      coloring,
      tiling: plane.tiling,
      uniformCount: isInTexture ? null : vectorCount,
    }),
    data,
    isInTexture,
    palette: coloring.kind === 'palette' ? coloring.palette : null,
    widthPx,
    heightPx,
  };
}

/** Whole turns of a large sum are taken away in float64. */
function isFit({ groups }: KernelNetwork): boolean {
  const linkCount = groups.reduce((sum, { links, neurons }) => sum + (links.length / 3) * neurons.length, 0);
  const isTurned = groups.some(({ neurons }) => neurons.some((neuron) => neuron.isTurned));
  return linkCount <= LINK_LIMIT && !isTurned;
}

function fieldsOf(
  coloring: Coloring,
  { size, region, view, dither }: PaintRequest,
  plane: Plane,
  origin: Origin,
  samples: KernelSamples,
): Record<Field, number> {
  const shortPx = Math.min(size.widthPx, size.heightPx);
  const isLinear = coloring.kind === 'palette' || coloring.kind === 'oklch';
  const amounts = coloring.kind === 'palette' ? coloring : null;
  return {
    firstX: region.xPx,
    firstY: region.yPx,
    regionHeight: region.heightPx,
    sampleCount: samples.dx.length,
    shownCount: samples.shownCount,
    share: 1 / samples.shownCount,
    middleX: size.widthPx / 2,
    middleY: size.heightPx / 2,
    planeXX: plane.xx,
    planeXY: plane.xy,
    planeYX: plane.yx,
    planeYY: plane.yy,
    centerX: origin.x,
    centerY: origin.y,
    centerR: origin.radius,
    centerRootX: origin.xRoot,
    centerRootY: origin.yRoot,
    period: plane.tilePeriod,
    foldX: origin.foldX,
    foldY: origin.foldY,
    gain: (amounts?.gain ?? 0) * (amounts?.position === 'sine' ? 1.6 : 1),
    shade: amounts?.shade ?? 0,
    chroma: amounts?.chroma ?? 0,
    grain: (amounts?.finish.grain ?? 0) / 65535,
    edge: amounts?.finish.edge ?? 0,
    lines: amounts?.finish.lines ?? 0,
    lineWidth: (0.9 * shortPx) / 240 + 0.5,
    relief: (0.35 * (amounts?.finish.relief ?? 0) * shortPx * view.zoom) / 2,
    steps: amounts?.finish.steps ?? 0,
    rounding: isLinear ? 0.5 : 0,
    dither: dither ? 1 : 0,
    isDecoded: isLinear || samples.shownCount > 1 ? 1 : 0,
  };
}
