import type { Coloring } from '#core/cppn/coloring.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { canMorph } from '#core/evolution/morph-genomes.ts';
import { describeLayers } from './describe-network.ts';
import { capitalized, numberWord } from './number-words.ts';

/** In what the genes of two artworks differ, a sentence each; empty when they paint the same picture. */
export function describeDifference(a: Genome, b: Genome): readonly string[] {
  return [
    ...(canMorph(a, b) ? describeNumbers(a, b) : describeShapes(a, b)),
    ...describeColors(a.coloring, b.coloring),
    ...describePlaces(a, b),
    ...(isAlike(a.loop, b.loop) ? [] : ['They move differently.']),
  ];
}

/** How far apart two pictures are, as breeding sees it. `distance` as of `pictureDistance`. */
export function describeDistance(distance: number): string {
  const number = distance.toFixed(2).replace(/^0/, '');
  if (distance < 0.005) return 'No distance: the same picture.';
  if (distance < 0.04) return `Picture distance ${number}: hardly to be told apart.`;
  if (distance < 0.12) return `Picture distance ${number}, as between sisters.`;
  if (distance < 0.22) return `Picture distance ${number}, as between cousins.`;
  return `Picture distance ${number}, as between strangers.`;
}

function describeShapes(a: Genome, b: Genome): string[] {
  const [layersA, layersB] = [describeLayers(a), describeLayers(b)];
  if (layersA !== layersB)
    return [`${layersA} against ${layersB.charAt(0).toLowerCase()}${layersB.slice(1)}.`];
  if (!isAlike(a.coordinates.inputs, b.coordinates.inputs)) return ['They see other coordinates.'];
  return ['Their networks are built differently.'];
}

function describeNumbers(a: Genome, b: Genome): string[] {
  const weights = countUnlike(a, b, ({ kernel, biases }) => [...kernel, ...biases]);
  const bends = countUnlike(a, b, ({ activations }) => activations);
  const sentences: string[] = [];
  if (weights.unlike > 0) sentences.push(describeShare(weights));
  if (bends.unlike > 0) {
    const neurons =
      bends.unlike === 1 ? 'One neuron bends' : `${capitalized(numberWord(bends.unlike))} neurons bend`;
    sentences.push(`${neurons} differently.`);
  }
  return sentences;
}

function describeShare({ unlike, all }: Unlike): string {
  const share = unlike / all;
  if (share > 0.97) return 'All weights differ.';
  if (share > 0.6) return `${capitalized(numberWord(Math.round(share * 10)))} weights in ten differ.`;
  if (share > 0.08) return `One weight in ${numberWord(Math.max(2, Math.round(1 / share)))} differs.`;
  return unlike === 1
    ? 'One weight differs.'
    : `${capitalized(numberWord(unlike))} of ${all} weights differ.`;
}

interface Unlike {
  readonly unlike: number;
  readonly all: number;
}

function countUnlike(
  a: Genome,
  b: Genome,
  list: (genes: Genome['layers'][number]) => readonly (number | string)[],
): Unlike {
  const [ofA, ofB] = [a.layers.flatMap(list), b.layers.flatMap(list)];
  return { unlike: ofA.filter((value, i) => value !== ofB[i]).length, all: ofA.length };
}

function describeColors(a: Coloring, b: Coloring): string[] {
  if (a.kind !== b.kind) return ['Their colours come about differently.'];
  if (a.kind !== 'palette' || b.kind !== 'palette') return [];
  const sentences: string[] = [];
  if (a.palette.name !== b.palette.name) sentences.push(`${a.palette.name} against ${b.palette.name}.`);
  else if (!isAlike(a.palette.stops, b.palette.stops))
    sentences.push(`Both ${a.palette.name}, its colours moved.`);
  const finish = finishWords
    .filter(({ name }) => a.finish[name] !== b.finish[name])
    .map(({ words, name, less }) => `${b.finish[name] > a.finish[name] ? 'more' : less} ${words}`);
  if (finish.length > 0) sentences.push(`The second has ${finish.join(', ')}.`);
  if (a.gain !== b.gain || a.position !== b.position || a.shade !== b.shade || a.chroma !== b.chroma)
    sentences.push('The palette lies on the form differently.');
  return sentences;
}

const finishWords = [
  { name: 'relief', words: 'relief', less: 'less' },
  { name: 'grain', words: 'grain', less: 'less' },
  { name: 'steps', words: 'steps of cut paper', less: 'fewer' },
  { name: 'lines', words: 'lines', less: 'fewer' },
] as const;

function describePlaces({ coordinates: a }: Genome, { coordinates: b }: Genome): string[] {
  const { inputs: _, ...restA } = a;
  const { inputs: __, ...restB } = b;
  return isAlike(restA, restB) ? [] : ['They look at another part of the plane.'];
}

const isAlike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
