// What the gallery knows of an artwork without reading it: enough to order, to find and to frame 10,000 of them.
import type { Coloring } from '#core/cppn/coloring.ts';
import type { View } from '#core/cppn/view.ts';
import type { Artwork, ArtworkId, Origin } from './records.ts';

export type FinishName = 'smooth' | 'relief' | 'grain' | 'cut paper' | 'lines';

/** Lightness, chroma, hue in OKLCH. */
type Tint = readonly [lightness: number, chroma: number, hue: number];

/** Derived from an artwork that hangs, and kept beside it by the store. */
export interface Card {
  readonly id: ArtworkId;
  readonly title: string;
  readonly note: string;
  readonly altText: string;
  /** The palette's name; '' for other colorings. */
  readonly palette: string;
  /** Never empty. */
  readonly finishes: readonly FinishName[];
  readonly made: Origin['kind'];
  /** Whom it comes from, as far as that is known here. */
  readonly parents: readonly ArtworkId[];
  readonly view: View;
  /** A quarter and three quarters along its palette: what is seen before the picture. null for other colorings. */
  readonly tints: readonly [Tint, Tint] | null;
  readonly hungSequence: number;
  readonly createdAtMs: number;
}

export function buildCard(artwork: Artwork): Card {
  const { id, title, note, altText, genome, origin, view, hungSequence, createdAtMs } = artwork;
  const { coloring } = genome;
  return {
    id,
    title,
    note,
    altText,
    palette: coloring.kind === 'palette' ? coloring.palette.name : '',
    finishes: finishesOf(coloring),
    made: origin.kind,
    parents: parentsOf(origin),
    view,
    tints: tintsOf(coloring),
    hungSequence,
    createdAtMs,
  };
}

/** The artworks it comes from: two or more it was bred from, or the one it was edited or trained from. */
export function parentsOf(origin: Origin): readonly ArtworkId[] {
  if (origin.kind === 'bred') return [...new Set(origin.parents)];
  const isOfArtwork = origin.kind === 'edited' || origin.kind === 'trained';
  return isOfArtwork && origin.from !== null ? [origin.from] : [];
}

/** Less of it cannot be told from none by eye. */
const seen = { relief: 0.2, grain: 0.1 } as const;

function finishesOf(coloring: Coloring): readonly FinishName[] {
  if (coloring.kind !== 'palette') return ['smooth'];
  const { relief, grain, steps, lines } = coloring.finish;
  const names: FinishName[] = [];
  if (steps > 0) names.push('cut paper');
  if (lines > 0) names.push('lines');
  if (relief >= seen.relief) names.push('relief');
  if (grain >= seen.grain) names.push('grain');
  return names.length === 0 ? ['smooth'] : names;
}

function tintsOf(coloring: Coloring): readonly [Tint, Tint] | null {
  if (coloring.kind !== 'palette') return null;
  const { stops } = coloring.palette;
  const tintNear = (position: number): Tint => {
    const stop = stops.reduce((best, other) =>
      Math.abs(other.position - position) < Math.abs(best.position - position) ? other : best,
    );
    return [stop.lightness, stop.chroma, stop.hue];
  };
  return [tintNear(0.3), tintNear(0.75)];
}
