// The kernel beside the clear reference, the machine's own peak and two peers, one core each.
import { code as plainCode } from 'virtual:kernel-plain';
import { code as relaxedCode } from 'virtual:kernel-relaxed';
import { openKernel } from '#platform/render/kernel.ts';
import { createOnnxPainter } from '../../peers/onnx-paint.js';
import { createTensorFlowPainter } from '../../peers/tfjs-paint.js';
import {
  type DenseNet,
  denseNet,
  genomeOfDense,
  genomeOfSparse,
  paintDenseReference,
  paintSparseReference,
  sparseNet,
} from '../workloads.ts';
import { paintWith, requestOf, timeInTurns } from './stopwatch.ts';

const SIDE = 512;
const GRID_COUNT = 24;
const GRID_SIDE = 160;
const ROUNDS = 9;

export interface PainterMeasures {
  /** Milliseconds of each round, by work. */
  readonly times: Readonly<Record<string, readonly number[]>>;
  /** Multiply-adds of one painting, by network. */
  readonly macs: Readonly<Record<string, number>>;
  /** The largest difference of a peer's outputs from the reference's bytes, in levels. */
  readonly peerLevels: number;
}

/** The program of peak.ts, how many of its rounds are one run, and their multiply-adds. */
export interface PeakProgram {
  readonly code: readonly number[];
  readonly rounds: number;
  readonly macs: number;
}

export async function openPeak({ code, rounds }: PeakProgram): Promise<() => void> {
  const { instance } = await WebAssembly.instantiate(Uint8Array.from(code));
  const run = instance.exports.run as (rounds: number) => number;
  return () => void run(rounds);
}

export async function measurePainters(peak: PeakProgram): Promise<PainterMeasures> {
  const relaxed = openKernel(relaxedCode);
  const plain = openKernel(plainCode);
  const request = requestOf(SIDE);
  const nets = {
    mix: denseNet(7),
    tanh: denseNet(7, { choices: ['tanh'] }),
    relu: denseNet(7, { choices: ['relu'] }),
    identity: denseNet(7, { choices: ['identity'] }),
    wide: denseNet(7, { width: 32 }),
  };
  const sparse = sparseNet(3);
  const sparseGenome = genomeOfSparse(sparse);
  const genomes = Object.fromEntries(Object.entries(nets).map(([name, net]) => [name, genomeOfDense(net)]));
  const grid = Array.from({ length: GRID_COUNT }, (_, i) => denseNet(100 + i));

  const tanhPeers = await createPeers(nets.tanh, 'tanh');
  const reluPeers = await createPeers(nets.relu, 'relu');
  const wanted = paintDenseReference(nets.tanh, SIDE, SIDE);
  const peerLevels = Math.max(
    levelsApart(wanted, await tanhPeers.tensorFlow()),
    levelsApart(wanted, await tanhPeers.onnx()),
    levelsApart(paintDenseReference(nets.relu, SIDE, SIDE), await reluPeers.tensorFlow()),
  );

  // As a worker keeps it.
  const pixels = new Uint8ClampedArray(SIDE * SIDE * 4);
  const gridPixels = new Uint8ClampedArray(GRID_SIDE * GRID_SIDE * 4);
  const works: Record<string, () => unknown> = {
    peak: await openPeak(peak),
    'mix relaxed': () => paintWith(relaxed, genomes.mix!, request, pixels),
    'mix plain': () => paintWith(plain, genomes.mix!, request, pixels),
    'sparse relaxed': () => paintWith(relaxed, sparseGenome, request, pixels),
    'identity relaxed': () => paintWith(relaxed, genomes.identity!, request, pixels),
    'wide relaxed': () => paintWith(relaxed, genomes.wide!, request, pixels),
    'tanh relaxed': () => paintWith(relaxed, genomes.tanh!, request, pixels),
    'tanh tensorflow': tanhPeers.tensorFlow,
    'tanh onnx': tanhPeers.onnx,
    'relu relaxed': () => paintWith(relaxed, genomes.relu!, request, pixels),
    'relu tensorflow': reluPeers.tensorFlow,
    // From fresh networks, as breeding gives them: building the genome's program is part of it.
    'grid relaxed': () => {
      for (const net of grid) paintWith(relaxed, genomeOfDense(net), requestOf(GRID_SIDE), gridPixels);
    },
  };
  const references: Record<string, () => unknown> = {
    'mix relaxed': works['mix relaxed']!,
    'mix plain': works['mix plain']!,
    'mix reference': () => paintDenseReference(nets.mix, SIDE, SIDE),
    'sparse relaxed': works['sparse relaxed']!,
    'sparse reference': () => paintSparseReference(sparse, SIDE, SIDE),
    'grid relaxed': works['grid relaxed']!,
    'grid reference': () => {
      for (const net of grid) paintDenseReference(net, GRID_SIDE, GRID_SIDE);
    },
  };
  const { 'mix relaxed': _, 'mix plain': __, 'sparse relaxed': ___, 'grid relaxed': ____, ...fast } = works;
  const times = { ...(await timeInTurns(ROUNDS, fast)), ...(await timeInTurns(5, references)) };
  const macs = Object.fromEntries(Object.entries(nets).map(([name, net]) => [name, macsOf(net)]));
  return { times, macs, peerLevels };
}

const macsOf = ({ layers }: DenseNet) =>
  SIDE * SIDE * layers.reduce((sum, { inputs, units }) => sum + inputs * units, 0);

async function createPeers(net: DenseNet, activation: 'tanh' | 'relu') {
  const coordinates = new Float32Array(SIDE * SIDE * 4);
  for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
    const x = ((pixel % SIDE) + 0.5 - SIDE / 2) * (2 / SIDE);
    const y = (Math.floor(pixel / SIDE) + 0.5 - SIDE / 2) * (2 / SIDE);
    coordinates.set([x, y, Math.sqrt(x * x + y * y), 1], pixel * 4);
  }
  const layers = net.layers.map(({ inputs, units, kernel, biases }) => ({
    inputCount: inputs,
    units,
    kernel,
    biases,
  }));
  const network = { layers, activation, coordinates };
  const tensorFlow = await createTensorFlowPainter(network);
  const onnx = await createOnnxPainter(network);
  return {
    tensorFlow: () => pack(tensorFlow()),
    onnx: async () => pack(await onnx()),
  };
}

/** To RGBA bytes, as the kernel's work ends too. */
function pack(outputs: Float32Array): Uint8ClampedArray {
  const data = new Uint8ClampedArray((outputs.length / 3) * 4);
  for (let pixel = 0; pixel < outputs.length / 3; pixel++) {
    for (let channel = 0; channel < 3; channel++)
      data[pixel * 4 + channel] = outputs[pixel * 3 + channel]! * 255;
    data[pixel * 4 + 3] = 255;
  }
  return data;
}

const levelsApart = (wanted: Uint8ClampedArray, got: Uint8ClampedArray) =>
  wanted.reduce((most, value, i) => Math.max(most, Math.abs(value - got[i]!)), 0);
