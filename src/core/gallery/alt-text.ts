import type { Genome } from '#core/cppn/genome.ts';
import type { NamedColor } from './color-clusters.ts';
import type { PictureForm } from './describe-form.ts';
import { describeNetwork } from './describe-network.ts';
import { type FormKind, type NamedForm, nameForm } from './form-kind.ts';
import { capitalized, numberWord } from './number-words.ts';

/** `A round form, a little left of centre, soft edges, pink on dark plum.` */
export function altTextFor(form: PictureForm, genome: Genome): string {
  const named = nameForm(form, genome);
  const parts = [
    formWords(named),
    placeWords(form, named.kind),
    edgeWords(form, genome),
    colorWords(form, named.kind),
    ...extraWords(form, named.kind, genome),
  ];
  return capitalized(`${parts.join(', ')}.`);
}

/** The same, with what drew it: `... Six layers of ten neurons, mostly tanh; drawn from x, y and radius.` */
export const longAltTextFor = (form: PictureForm, genome: Genome) =>
  `${altTextFor(form, genome)} ${describeNetwork(genome)}`;

function formWords({ kind, count }: NamedForm): string {
  switch (kind) {
    case 'round':
      return 'a round form';
    case 'band':
      return 'a band';
    case 'mirrored':
      return 'a mirrored form';
    case 'several':
      return `${numberWord(count)} forms`;
    case 'layers':
      return 'layers';
    case 'lines':
      return 'fine lines';
    case 'folds':
      return 'folds';
    case 'tangle':
      return 'a tangle';
    default:
      return kind satisfies never;
  }
}

/** Kinds that have a place of their own; the others fill the picture. */
const isOneThing: Record<FormKind, boolean> = {
  round: true,
  band: true,
  mirrored: true,
  several: false,
  layers: false,
  lines: false,
  folds: false,
  tangle: false,
};

function placeWords({ blobs, weight }: PictureForm, kind: FormKind): string {
  if (!isOneThing[kind]) return spreadWords(weight);
  const [x, y] = (kind === 'mirrored' ? undefined : blobs[0]?.center) ?? weight;
  // In ninths of the picture from its middle.
  const across = Math.round(x * 4.5);
  const down = Math.round(y * 4.5);
  const distance = Math.max(Math.abs(across), Math.abs(down));
  if (distance === 0) return 'in the centre';
  // A direction counts unless the other is more than twice as strong.
  const side = 2 * Math.abs(across) < Math.abs(down) || across === 0 ? '' : across < 0 ? 'left' : 'right';
  const height = 2 * Math.abs(down) < Math.abs(across) || down === 0 ? '' : down < 0 ? 'above' : 'below';
  if (distance >= 3) {
    const row = height === 'above' ? 'top' : height === 'below' ? 'bottom' : '';
    return `at the ${[row, side].filter((word) => word !== '').join(' ')}`;
  }
  const direction =
    height === ''
      ? `${side} of centre`
      : side === ''
        ? `${height} centre`
        : `${height} centre to the ${side}`;
  return distance === 1 ? `a little ${direction}` : direction;
}

/** Where the weight of something lies that is everywhere: its centroid moves little. */
function spreadWords([x, y]: readonly [number, number]): string {
  const limit = 0.1;
  const side = x < -limit ? 'left' : x > limit ? 'right' : '';
  const height = y < -limit ? 'upper' : y > limit ? 'lower' : '';
  if (side === '' && height === '') return 'all over';
  if (side === '') return `heaviest at the ${height === 'upper' ? 'top' : 'bottom'}`;
  return `heaviest at the ${[height, side].filter((word) => word !== '').join(' ')}`;
}

/** Cut paper is never soft, however little its steps differ. */
function edgeWords({ edgeShare }: PictureForm, { coloring }: Genome): string {
  const isCut = coloring.kind === 'palette' && coloring.finish.steps > 0;
  if (edgeShare < 0.15 && !isCut) return 'soft edges';
  return edgeShare < 0.45 ? 'clear edges' : 'busy edges';
}

/** Form on ground where there is a form, else what differs most on what covers most. */
function colorWords(form: PictureForm, kind: FormKind): string {
  const [figure, ground] = figureAndGround(form, kind);
  return ground === undefined ? `all ${figure.name}` : `${figure.name} on ${ground.name}`;
}

/** Two shades of one color say less than the next color does: what is told counts by its share and its distance. */
function figureAndGround(
  { blobs, colors }: PictureForm,
  kind: FormKind,
): [NamedColor, NamedColor | undefined] {
  const [largest] = colors;
  if (largest === undefined) throw new RangeError('A picture has at least one color, got none.');
  const isFigure = kind === 'round' || kind === 'band';
  const first = isFigure ? colors.reduce((a, b) => (b.shareOfMask > a.shareOfMask ? b : a)) : largest;
  const blobShare = isFigure ? (blobs[0]?.share ?? 0) : 0;
  let second: NamedColor | undefined;
  let most = 0;
  for (const color of colors) {
    const shareBeside = color.share - color.shareOfMask * blobShare;
    const tells = shareBeside * Math.min(0.3, colorDistance(color, first));
    if (color !== first && shareBeside >= 0.05 && tells > most) {
      second = color;
      most = tells;
    }
  }
  return isFigure || second === undefined ? [first, second] : [second, first];
}

function extraWords(form: PictureForm, kind: FormKind, { coloring }: Genome): string[] {
  const extra: string[] = [];
  const accent = accentOf(form, kind);
  if (accent !== undefined)
    extra.push(accent.share < 0.12 ? `a touch of ${accent.name}` : `with ${accent.name}`);
  if (coloring.kind === 'palette' && coloring.finish.lines > 0 && kind !== 'lines') extra.push('fine lines');
  if (coloring.kind === 'palette' && coloring.finish.steps > 0 && kind !== 'layers') extra.push('in layers');
  if (form.lightnessDeviation < 0.1) extra.push('low contrast');
  if (form.lightnessDeviation > 0.28) extra.push('strong contrast');
  return extra;
}

/** A color that catches the eye beside the two named. */
function accentOf(form: PictureForm, kind: FormKind): NamedColor | undefined {
  const named = figureAndGround(form, kind);
  const accents = form.colors.filter(
    (color) =>
      color.share >= 0.03 &&
      chromaOf(color) > 0.07 &&
      named.every((other) => other === undefined || hueDistance(color, other) > 0.08),
  );
  return accents.sort((a, b) => chromaOf(b) - chromaOf(a))[0];
}

const chromaOf = ({ lab: [, a, b] }: NamedColor) => Math.sqrt(a * a + b * b);

/** Distance in the a-b plane: 0.08 is from brown to orange, or from pink to violet. */
const hueDistance = ({ lab: [, a1, b1] }: NamedColor, { lab: [, a2, b2] }: NamedColor) =>
  Math.sqrt((a1 - a2) * (a1 - a2) + (b1 - b2) * (b1 - b2));

function colorDistance(one: NamedColor, other: NamedColor): number {
  const lightness = one.lab[0] - other.lab[0];
  const hue = hueDistance(one, other);
  return Math.sqrt(lightness * lightness + hue * hue);
}
