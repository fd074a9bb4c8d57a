import { measureFirstLoad } from '../browser/measure-first-load.ts';
import { serveBuild } from '../browser/serve-build.ts';
import type { Figure } from './figure.ts';
import { measureFirstWall } from './first-wall.ts';
import { measureGallery } from './gallery.ts';
import { measureSteps, measureWalls } from './walls.ts';

/** What the main job is held to: the first wall in a browser, and what evolution puts on walls. */
export async function measureStudio(report: (text: string) => void): Promise<readonly Figure[]> {
  report('Building the studio and opening it in ten fresh browsers ...');
  const build = await serveBuild();
  const figures: Figure[] = [];
  try {
    figures.push(...(await measureFirstWall(build.url)));
    const { beforeWall, workers } = measureFirstLoad(build.folder);
    figures.push({ name: 'first load', value: beforeWall.gzipBytes / 1000, unit: 'kB' });
    figures.push({ name: 'first load workers', value: workers.gzipBytes / 1000, unit: 'kB' });
  } finally {
    await build.close();
  }
  report('Filling a gallery with 10,000 artworks and walking through it ...');
  figures.push(...(await measureGallery()));
  report('Breeding 1,000 tiles and judging them again ...');
  figures.push(...measureWalls({ tileCount: 1000 }));
  report('Measuring steps ...');
  figures.push(measureSteps({ distances: [0.04, 0.1], childCount: 300 }));
  return figures;
}
