import type { Size } from '#core/cppn/pixels.ts';
import { estimatePng, type PngEstimate, type PngTrial } from './estimate-png.ts';
import { exportPng, type PngExport } from './export-png.ts';
import { type NamedTarget, openTarget } from './open-target.ts';
import { goesStraightToDisk, readReach, refuseSize } from './reach.ts';

/** PNG files, as this browser writes them. */
export interface Exporter {
  /** Why a picture of this size cannot be written here, in a sentence; null when it can. */
  readonly refuseSize: (size: Size) => string | null;
  readonly goesStraightToDisk: (size: Size) => boolean;
  readonly estimatePng: (trial: PngTrial) => Promise<PngEstimate>;
  readonly openTarget: (fileName: string, size: Size) => Promise<NamedTarget | null>;
  readonly exportPng: (request: PngExport) => Promise<void>;
}

export function createExporter(): Exporter {
  const reach = readReach();
  return {
    refuseSize: (size) => refuseSize(size, reach),
    goesStraightToDisk: (size) => goesStraightToDisk(size, reach),
    estimatePng,
    openTarget: (fileName, size) => openTarget(fileName, size, reach),
    exportPng,
  };
}
