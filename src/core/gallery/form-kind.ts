import type { Genome } from '#core/cppn/genome.ts';
import type { PictureForm } from './describe-form.ts';
import type { Blob } from './measure-blob.ts';

/** What a person would say the picture shows, if asked for one word. */
export type FormKind = 'round' | 'band' | 'mirrored' | 'several' | 'layers' | 'lines' | 'folds' | 'tangle';

/** Several forms are two to four; `count` is 1 for every other kind. */
export interface NamedForm {
  readonly kind: FormKind;
  readonly count: number;
}

/** Share of edges above which nobody would say folds, or count forms. */
const TANGLED = 0.55;

export function nameForm({ blobs, mirrorCorrelation, edgeShare }: PictureForm, genome: Genome): NamedForm {
  // A busy mirror image is that before all else, however round its middle.
  if (isMirroredByItsInputs(genome) && edgeShare > 0.3) return { kind: 'mirrored', count: 1 };
  const [first, second] = blobs;
  const one = (kind: FormKind): NamedForm => ({ kind, count: 1 });
  if (first !== undefined) {
    const isAlone = second === undefined || second.salience < 0.6 * first.salience;
    if (isAlone && isRound(first)) return one('round');
    if (isAlone && isBand(first)) return one('band');
  }
  if (mirrorCorrelation > 0.9 || isMirroredByItsInputs(genome)) return one('mirrored');
  const forms = blobs.filter(isForm);
  if (forms.length >= 2 && forms.length <= 4 && edgeShare < TANGLED)
    return { kind: 'several', count: forms.length };
  const { coloring } = genome;
  if (coloring.kind === 'palette' && coloring.finish.steps > 0) return one('layers');
  if (coloring.kind === 'palette' && coloring.finish.lines > 0) return one('lines');
  return one(edgeShare < TANGLED ? 'folds' : 'tangle');
}

/** One that the picture's border cuts must be the rounder for it. */
const isRound = ({ circularity, elongation, borderShare }: Blob) =>
  circularity > 0.58 + 0.6 * Math.max(0, borderShare - 0.15) && elongation < 2.2 && borderShare < 0.4;

const isBand = ({ elongation, isSpanning }: Blob) => elongation > 3 || (isSpanning && elongation > 2.2);

/** Whole enough to be counted: not a fleck, not a strip, not a piece of ground; a round one may be cut by the border. */
const isForm = ({ share, circularity, elongation, borderShare, isSpanning }: Blob) =>
  share >= 0.03 &&
  circularity > 0.4 &&
  elongation < 3 &&
  borderShare < (circularity > 0.8 ? 0.45 : 0.3) &&
  !isSpanning;

/** Relief lights the two halves from one side, so that lightness alone would miss it. */
const isMirroredByItsInputs = ({ coordinates: { inputs } }: Genome) =>
  inputs.includes('x-mirrored') && !inputs.includes('x');
