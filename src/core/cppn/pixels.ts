import type { View } from './view.ts';

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Region extends Size {
  readonly xPx: number;
  readonly yPx: number;
}

/** RGBA, 8 bits each, rows from the top. */
export interface Pixels extends Size {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** A picture of `size`, of which `region` is wanted; streaming and tiles are regions. */
export interface PaintRequest {
  readonly size: Size;
  readonly region: Region;
  readonly view: View;
  /** Supersampling per side. */
  readonly samples: 1 | 2 | 3 | 4;
  /** One cell of grain a pixel, or 240 across the short side. */
  readonly grain: 'pixel' | 'print';
  readonly dither: boolean;
}

export const wholeRegion = ({ widthPx, heightPx }: Size): Region => ({ xPx: 0, yPx: 0, widthPx, heightPx });
