// The reference painter: the readable definition of what a genome looks like. Every faster painter is held against it.
import { predict } from '#core/nn/predict.ts';
import { buildNetwork } from './build-network.ts';
import { createPixelColor } from './color-pixel.ts';
import { outputCounts } from './coloring.ts';
import { coordinateFunctions } from './coordinates.ts';
import type { Genome } from './genome.ts';
import type { PaintRequest, Pixels } from './pixels.ts';
import { createPlane, fold } from './plane.ts';
import { planSamples } from './sample-plan.ts';

/** Paints the request's region, pixel by pixel. Same genome and request: same bytes, in every engine. */
export function paintRegion(genome: Genome, request: PaintRequest): Pixels {
  const { region } = request;
  const network = buildNetwork(genome, request.view.phase);
  const plane = createPlane(genome.coordinates, request);
  const plan = planSamples(genome.coloring, request);
  const outputCount = outputCounts[genome.coloring.kind];
  const data = new Uint8ClampedArray(region.widthPx * region.heightPx * 4);
  const values = new Float64Array(plan.dx.length * outputCount);
  const colorPixel = createPixelColor(genome.coloring, request, {
    values,
    sampleStride: outputCount,
    outputStride: 1,
  });

  for (let row = 0; row < region.heightPx; row++) {
    for (let column = 0; column < region.widthPx; column++) {
      const xPx = region.xPx + column;
      const yPx = region.yPx + row;
      const inputs = plan.dx.flatMap((dx, s) => {
        const px = xPx + dx;
        const py = yPx + plan.dy[s]!;
        const x = fold(plane.xx * px + plane.xy * py + plane.x0, plane.tiling, plane.tilePeriod);
        const y = fold(plane.yx * px + plane.yy * py + plane.y0, plane.tiling, plane.tilePeriod);
        const radius = Math.sqrt(x * x + y * y);
        return genome.coordinates.inputs.map((name) => coordinateFunctions[name](x, y, radius));
      });
      values.set(predict(network, inputs));
      colorPixel(data, (row * region.widthPx + column) * 4, 0, xPx, yPx);
    }
  }
  return { widthPx: region.widthPx, heightPx: region.heightPx, data };
}
