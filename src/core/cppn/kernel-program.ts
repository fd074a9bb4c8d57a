// What the painting kernel is given for one picture: parameters, samples, palette, grain cells and the network's groups, as bytes
// for one place in its memory. Must stay in step with src/kernel/layout.ts.
import type { Coloring } from './coloring.ts';
import type { Genome } from './genome.ts';
import { coordinateTermCodes, findOrigin } from './kernel-coordinates.ts';
import { type KernelGroup, type KernelNeuron, planKernelNetwork } from './kernel-network.ts';
import { type KernelSamples, planDifferences, planKernelSamples } from './kernel-samples.ts';
import { paletteTable, TABLE_SIZE } from './palette-table.ts';
import type { PaintRequest } from './pixels.ts';
import { createPlane, type Plane } from './plane.ts';

export interface KernelProgram {
  /** To be written at the address the program was built for. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** From that address, with the rows the kernel works on. */
  readonly byteCount: number;
  readonly tilePixels: number;
  /** About what a pixel takes, in nanoseconds. */
  readonly pixelNs: number;
}

const PARAMETER_BYTES = 256;
const SAMPLE_BYTES = 32;
const TABLE_BYTES = TABLE_SIZE * 32;
const GROUP_BYTES = 56;
const LINK_BYTES = 12;
export const ROW_BYTES = 640;
const SCRATCH_ROWS = 5;
const HAS_DIFFERENCES = 128;

export function buildKernelProgram(genome: Genome, request: PaintRequest, address: number): KernelProgram {
  const plane = createPlane(genome.coordinates, request);
  const origin = findOrigin(plane, request);
  const network = planKernelNetwork(genome, request.view.phase, origin, { forKernel: true });
  const differences = planDifferences(genome.coloring, request);
  const samples = differences ?? planKernelSamples(genome.coloring, request);
  const linkCount = network.groups.reduce((sum, { links }) => sum + links.length / 3, 0);

  const samplesAt = address + PARAMETER_BYTES;
  const coordinatesAt = samplesAt + samples.dx.length * SAMPLE_BYTES;
  const tableAt = alignedTo(32, coordinatesAt + network.coordinates.length * 8);
  const cellsAt = tableAt + (genome.coloring.kind === 'palette' ? TABLE_BYTES : 0);
  const groupsAt = cellsAt + samples.cells.length * 4;
  const groupsEnd = groupsAt + network.groups.length * GROUP_BYTES + linkCount * LINK_BYTES;
  const scratchAt = alignedTo(64, groupsEnd);
  const rowsAt = scratchAt + SCRATCH_ROWS * ROW_BYTES;
  const rowAddress = (row: number) => rowsAt + row * ROW_BYTES;

  const buffer = new ArrayBuffer(groupsEnd - address);
  // Little-endian, as WebAssembly is and every machine that browsers run on.
  const words = new Int32Array(buffer);
  const singles = new Float32Array(buffer);
  const setInt = (at: number, value: number) => {
    words[(at - address) / 4] = value;
  };
  const setFloat = (at: number, value: number) => {
    singles[(at - address) / 4] = value;
  };

  const ints = [
    request.region.xPx,
    request.region.yPx,
    request.region.widthPx,
    samples.dx.length,
    samples.shownCount,
    samples.tilePixels,
    samplesAt,
    coordinatesAt,
    coordinatesAt + network.coordinates.length * 8,
    groupsAt,
    groupsEnd,
    ...[0, 1, 2].map((o) =>
      network.outputs[o] === undefined || network.outputs[o] < 0 ? 0 : rowAddress(network.outputs[o]),
    ),
    rowAddress(network.xRow),
    rowAddress(network.yRow),
    ['none', 'repeat', 'mirror'].indexOf(plane.tiling),
    network.areExponents ? 5 : ['palette', 'rgb', 'oklch', 'hsv', 'ink'].indexOf(genome.coloring.kind),
    genome.coloring.kind === 'palette' && genome.coloring.position === 'sine' ? 1 : 0,
    flagsOf(genome.coloring, samples) + (differences === null ? 0 : HAS_DIFFERENCES),
    tableAt,
    genome.coloring.kind === 'palette' ? genome.coloring.finish.steps : 0,
    samples.cells.length === 0 ? 0 : cellsAt - request.region.xPx * 4,
    samples.cells.length === 0 ? 0 : cellsAt + samples.cellRowsAt * 4 - request.region.yPx * 4,
    request.dither ? 1 : 0,
    scratchAt,
  ];
  for (const [i, value] of ints.entries()) setInt(address + i * 4, value);
  const floats = [
    request.size.widthPx / 2,
    request.size.heightPx / 2,
    plane.xx,
    plane.xy,
    plane.yx,
    plane.yy,
    origin.x,
    origin.y,
    origin.radius,
    origin.xRoot,
    origin.yRoot,
    plane.tilePeriod,
    ...coloringFloats(genome.coloring, request),
    samples.shownCount === 0 ? 0 : 1 / samples.shownCount,
    origin.foldX,
    origin.foldY,
  ];
  for (const [i, value] of floats.entries()) setFloat(address + 128 + i * 4, value);

  writeSamples(samples, plane, samplesAt, setInt, setFloat);
  network.coordinates.forEach(({ term, row }, i) => {
    setInt(coordinatesAt + i * 8, coordinateTermCodes[term]);
    setInt(coordinatesAt + i * 8 + 4, rowAddress(row));
  });
  if (genome.coloring.kind === 'palette') {
    const table = paletteTable(genome.coloring.palette);
    const entries = new Float32Array(buffer, tableAt - address, TABLE_SIZE * 8);
    for (let i = 0; i < TABLE_SIZE; i++) {
      for (let k = 0; k < 3; k++) {
        entries[i * 8 + k] = table[i * 3 + k]!;
        entries[i * 8 + 4 + k] = (table[i * 3 + 3 + k] ?? table[i * 3 + k]!) - table[i * 3 + k]!;
      }
    }
  }
  for (const [i, cell] of samples.cells.entries()) setInt(cellsAt + i * 4, cell);
  writeGroups(network.groups, groupsAt, rowAddress, setInt, setFloat);

  return {
    bytes: new Uint8Array(buffer),
    byteCount: rowsAt + network.rowCount * ROW_BYTES - address,
    tilePixels: samples.tilePixels,
    pixelNs: samples.dx.length * (linkCount * 0.06 + network.groups.length * 0.7 + 15) + 15,
  };
}

type Setter = (at: number, value: number) => void;

function writeSamples(
  samples: KernelSamples,
  plane: Plane,
  at: number,
  setInt: Setter,
  setFloat: Setter,
): void {
  samples.dx.forEach((dx, s) => {
    const dy = samples.dy[s]!;
    const from = at + s * SAMPLE_BYTES;
    setFloat(from, plane.xx * dx + plane.xy * dy);
    setFloat(from + 4, plane.yx * dx + plane.yy * dy);
    setFloat(from + 8, samples.slopeX[s]!);
    setFloat(from + 12, samples.slopeY[s]!);
    setInt(from + 16, samples.cellX[s]!);
    setInt(from + 20, samples.cellY[s]!);
  });
}

function writeGroups(
  groups: readonly KernelGroup[],
  at: number,
  rowAddress: (row: number) => number,
  setInt: Setter,
  setFloat: Setter,
): void {
  let to = at;
  for (const { neurons, limits, links } of groups) {
    const [first, second = null] = neurons;
    const end = to + GROUP_BYTES + (links.length / 3) * LINK_BYTES;
    setInt(to, end);
    setInt(to + 4, rowAddress(first.row));
    setInt(to + 8, second === null ? 0 : rowAddress(second.row));
    setInt(to + 12, limits);
    setInt(to + 16, first.activation);
    setFloat(to + 24, first.bias);
    setFloat(to + 32, first.low);
    setFloat(to + 36, first.high);
    setInt(to + 48, maskOf(first));
    if (second !== null) {
      setInt(to + 20, second.activation);
      setFloat(to + 28, second.bias);
      setFloat(to + 40, second.low);
      setFloat(to + 44, second.high);
      setInt(to + 52, maskOf(second));
    }
    for (let i = 0; i < links.length; i += 3) {
      const link = to + GROUP_BYTES + (i / 3) * LINK_BYTES;
      setInt(link, rowAddress(links[i]!));
      setFloat(link + 4, links[i + 1]!);
      setFloat(link + 8, links[i + 2]!);
    }
    to = end;
  }
}

/** All bits of a float, or all but its sign. */
const maskOf = ({ isAbsolute }: KernelNeuron) => (isAbsolute ? 0x7fffffff : -1);

function flagsOf(coloring: Coloring, { shownCount }: KernelSamples): number {
  const isDecoded = coloring.kind === 'palette' || coloring.kind === 'oklch' || shownCount > 1;
  if (coloring.kind !== 'palette') return isDecoded ? 64 : 0;
  const { shade, chroma, finish } = coloring;
  const flags = [
    shade > 0 || finish.relief > 0,
    finish.relief > 0,
    chroma > 0,
    finish.grain > 0,
    finish.lines > 0,
    shade > 0,
    isDecoded,
  ];
  return flags.reduce((sum, isOn, bit) => sum + (isOn ? 2 ** bit : 0), 0);
}

/** From GAIN to ROUNDING. */
function coloringFloats(coloring: Coloring, { size, view }: PaintRequest): readonly number[] {
  const isLinear = coloring.kind === 'palette' || coloring.kind === 'oklch';
  const rounding = isLinear ? 0.5 : 0;
  if (coloring.kind !== 'palette') return [0, 0, 0, 0, 0, 0, 0, 0, rounding];
  const { position, gain, shade, chroma, finish } = coloring;
  const shortPx = Math.min(size.widthPx, size.heightPx);
  return [
    // As the kernel's sine and tanh take it: in half turns, in powers of two.
    position === 'sine' ? (1.6 * gain) / Math.PI : 2 * Math.LOG2E * gain,
    shade,
    chroma,
    finish.grain / 65535,
    finish.edge,
    finish.lines,
    (0.9 * shortPx) / 240 + 0.5,
    (0.35 * finish.relief * shortPx * view.zoom) / 2,
    rounding,
  ];
}

const alignedTo = (step: number, address: number) => Math.ceil(address / step) * step;
