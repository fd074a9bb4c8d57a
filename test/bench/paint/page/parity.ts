// How far the screen's bytes are from the definition's.
import { code as plainCode } from 'virtual:kernel-plain';
import { code as relaxedCode } from 'virtual:kernel-relaxed';
import type { Genome } from '#core/cppn/genome.ts';
import { houseSeeds } from '#core/cppn/house-seeds.ts';
import { paintTiles } from '#core/cppn/paint-tiles.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { openKernel } from '#platform/render/kernel.ts';
import { denseNet, genomeOfDense, genomeOfSparse, sparseNet } from '../workloads.ts';
import { paintWith, requestOf } from './stopwatch.ts';

const SIDE = 256;

/** Shares of bytes in percent, of the worse of the two builds: the yardsticks' networks and every house seed. */
export function measureParity(): { readonly byOne: number; readonly byMore: number } {
  const genomes: Genome[] = [
    ...[1, 2, 3, 4].map((seed) => genomeOfDense(denseNet(seed))),
    genomeOfDense(denseNet(7, { choices: ['tanh'] })),
    genomeOfDense(denseNet(7, { choices: ['relu'] })),
    genomeOfSparse(sparseNet(3)),
    ...houseSeeds.map(({ recipe, seed }) => sampleGenome(recipe, seed)),
  ];
  const request = requestOf(SIDE, SIDE, { dither: true });
  const kernels = [openKernel(plainCode), openKernel(relaxedCode)];
  const byOne = kernels.map(() => 0);
  const byMore = kernels.map(() => 0);
  let count = 0;
  for (const genome of genomes) {
    const wanted = paintWith(paintTiles, genome, request);
    kernels.forEach((paint, k) => {
      const got = paintWith(paint, genome, request);
      for (let i = 0; i < wanted.length; i++) {
        const apart = Math.abs(wanted[i]! - got[i]!);
        if (apart === 1) byOne[k]!++;
        if (apart > 1) byMore[k]!++;
      }
    });
    count += (wanted.length / 4) * 3;
  }
  return { byOne: (100 * Math.max(...byOne)) / count, byMore: (100 * Math.max(...byMore)) / count };
}
