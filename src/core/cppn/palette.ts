/** A palette's stop in OKLCH. */
export interface PaletteStop {
  /** [0, 1], rising from the first stop's 0 to the last one's 1. */
  readonly position: number;
  /** [0, 1] */
  readonly lightness: number;
  /** [0, 0.4]; painting limits it to 98.5 % of what sRGB can show. */
  readonly chroma: number;
  /** Degrees, [0, 360). */
  readonly hue: number;
}

export interface Palette {
  /** The house palette it comes from, or a name of the person's own. */
  readonly name: string;
  /** 2 to 12 */
  readonly stops: readonly PaletteStop[];
}
