import type { Coloring } from '#core/cppn/coloring.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { describeNetwork } from '#core/gallery/describe-network.ts';
import type { InspectArguments } from './inspect-arguments.ts';
import { type OpenedArtwork, openArtwork } from './open-artwork.ts';
import { plainText } from './plain-text.ts';

/** Says what a file holds. Resolves to what went wrong, in one sentence, or to null. */
export async function inspectFile(
  { file, isJson }: InspectArguments,
  say: (line: string) => void,
): Promise<string | null> {
  const opened = await openArtwork(file);
  if (opened.kind === 'refused') return opened.sentence;
  if (isJson) say(JSON.stringify(factsOf(opened), null, 2));
  else for (const line of describe(opened)) say(line);
  return null;
}

type Opened = Extract<OpenedArtwork, { readonly kind: 'artwork' }>;

/** The keys stay: programs read them. */
function factsOf({ artwork, picture, warnings }: Opened) {
  const { id, title, altText, genome, view } = artwork;
  return {
    id,
    title,
    altText,
    picture,
    network: networkFacts(genome),
    coordinates: genome.coordinates,
    coloring: genome.coloring,
    loop: { seconds: genome.loop.seconds, amplitude: genome.loop.amplitude },
    view,
    warnings,
  };
}

function networkFacts({ layers, coordinates }: Genome) {
  const weights = layers.flatMap(({ kernel }) => kernel);
  const activations: Record<string, number> = {};
  for (const name of layers.flatMap((layer) => layer.activations)) {
    activations[name] = (activations[name] ?? 0) + 1;
  }
  return {
    inputs: coordinates.inputs,
    /** Neurons in each layer; the last are the outputs. */
    layers: layers.map(({ neurons }) => neurons.length),
    weightCount: weights.length,
    /** Weights that are not 0. */
    linkCount: weights.filter((weight) => weight !== 0).length,
    activations,
  };
}

function describe({ artwork, picture, warnings }: Opened): string[] {
  const { id, title, altText, genome, view } = artwork;
  const { layers, weightCount, linkCount, activations } = networkFacts(genome);
  const mix = Object.entries(activations)
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`);
  const { seconds, amplitude } = genome.loop;
  const rows = [
    ['id', id],
    ['file', picture === null ? 'a document alone' : `PNG, ${picture.widthPx} x ${picture.heightPx} px`],
    ['layers', `${layers.join(', ')} neurons; ${weightCount} weights, ${linkCount} of them links`],
    ['neurons', mix.join(', ')],
    ['color', describeColoring(genome.coloring)],
    [
      'view',
      `center ${view.center.map(short).join(', ')}; zoom ${short(view.zoom)}; turned ${short((view.rotation * 180) / Math.PI)} degrees; phase ${short(view.phase)}`,
    ],
    ['loop', amplitude === 0 ? 'none' : `${short(seconds)} s, amplitude ${short(amplitude)}`],
    ...warnings.map((warning) => ['note', plainText(warning)]),
  ];
  return [
    title === '' ? 'Without a title' : plainText(title),
    ...(altText === '' ? [] : [plainText(altText)]),
    describeNetwork(genome),
    '',
    ...rows.map(([name = '', words]) => `${name.padEnd(8)} ${words}`),
  ];
}

function describeColoring(coloring: Coloring): string {
  if (coloring.kind !== 'palette') return coloring.kind;
  const finish = Object.entries(coloring.finish)
    .filter(([, amount]) => amount > 0)
    .map(([name, amount]) => `${name} ${short(amount)}`);
  const name = plainText(coloring.palette.name);
  return `palette ${name}, ${coloring.palette.stops.length} stops${finish.length === 0 ? '' : `; ${finish.join(', ')}`}`;
}

const short = (value: number) => String(Number(value.toPrecision(4)));
