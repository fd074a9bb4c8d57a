// Everything the command palette can offer now.
import { housePalettes } from '#core/cppn/house-palettes.ts';
import type { Card } from '#core/gallery/card.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { titleOfFile } from '#platform/sketch/parse-sketch.ts';
import { type Command, commands } from '#studio/commands.ts';
import type { FindRow } from '#studio/find-rows.ts';
import { formatPlace } from '#studio/place.ts';
import type { Studio } from '#studio/studio.ts';
import { controls, letters, motion, theme } from '../settings.ts';
import { places } from '../shell/header.tsx';
import { keyFor } from '../shell/keys.ts';
import { sketchNames } from '../sketches/sketch-list.ts';
import { chooseTheme } from '../theme.ts';

/** Acts that can be done now or say what they need, then places, settings, and the artworks that are at hand. */
export function listRows(studio: Studio): FindRow[] {
  return [
    ...listActs(studio),
    ...listPlaces(studio),
    ...listSketches(studio),
    ...listSettings(),
    ...listArtworks(studio),
    ...listPalettes(studio),
  ];
}

/** What the hand does without thinking would only be in the way. */
const unlisted = /^(rate-|pick$|close$)/;

const listActs = (studio: Studio): FindRow[] =>
  commands
    .filter((row) => row.isAlias !== true && row.id !== 'find')
    .flatMap((row): FindRow[] => {
      const act = { id: row.id, kind: 'act', words: wordsHere(row, studio), key: keyFor(row) } as const;
      if (row.isEnabled(studio)) {
        const run = () => {
          if (row.isEnabled(studio)) row.run(studio);
        };
        return [{ ...act, detail: '', isUnlisted: unlisted.test(row.id), run }];
      }
      const needs = row.needs?.(studio);
      return needs === undefined
        ? []
        : [{ ...act, detail: needs, needs, run: () => studio.actions.say(needs) }];
    });

/** The keys' sheet says what a key does everywhere; here it is known where. */
function wordsHere({ id, words }: Command, studio: Studio): string {
  const { kind } = studio.place.peek();
  if (id === 'older') return kind === 'art' ? 'The artwork before' : 'Older wall';
  if (id === 'newer') return kind === 'art' ? 'The next artwork' : 'Newer wall';
  if (id === 'pick') return kind === 'gallery' ? 'Select' : 'Pick';
  return words;
}

const listPlaces = ({ actions }: Studio): FindRow[] =>
  places.map(({ place, words }) => ({
    id: `go ${formatPlace(place)}`,
    kind: 'place',
    words,
    detail: 'Go there',
    key: '',
    run: () => actions.go(place),
  }));

const listSketches = ({ actions }: Studio): FindRow[] =>
  sketchNames.map((name) => ({
    id: `sketch ${name}`,
    kind: 'sketch',
    words: titleOfFile(name),
    also: 'sketch',
    detail: 'Sketch',
    key: '',
    isUnlisted: true,
    run: () => actions.go({ kind: 'sketches', sketch: name }),
  }));

function listSettings(): FindRow[] {
  const row = (id: string, words: string, run: () => void): FindRow => ({
    id,
    kind: 'setting',
    words,
    detail: 'Setting',
    key: '',
    run,
  });
  const themes = { system: 'Theme: as the system', dark: 'Theme: dark', light: 'Theme: light' } as const;
  const isStill = motion.chosen.peek() === 'still';
  const isPlain = controls.chosen.peek() === 'plain';
  const isOff = letters.chosen.peek() === 'off';
  return [
    ...theme.options
      .filter((option) => option !== theme.chosen.peek())
      .map((option) => row(`theme ${option}`, themes[option], () => chooseTheme(option))),
    row('motion', isStill ? 'Let pictures move' : 'Keep pictures still', () =>
      motion.choose(isStill ? 'moving' : 'still'),
    ),
    row('controls', isPlain ? 'Fine-tune in the pane' : 'Plain controls', () =>
      controls.choose(isPlain ? 'pane' : 'plain'),
    ),
    row('letters', isOff ? 'Single letters are keys again' : 'Single letters are no keys', () =>
      letters.choose(isOff ? 'on' : 'off'),
    ),
  ];
}

function listArtworks(studio: Studio): FindRow[] {
  const wall = studio.explore.wall.peek();
  const hung = studio.gallery.items.peek();
  const seen = new Set(hung.map(({ id }) => id));
  const onWall = (wall?.tiles ?? []).map(({ artwork }) => artwork).filter(({ id }) => !seen.has(id));
  const row = ({ id, title, altText }: Artwork | Card, detail: string): FindRow => ({
    id: `art ${id}`,
    kind: 'artwork',
    words: title,
    also: altText,
    detail,
    key: '',
    run: () => studio.actions.go({ kind: 'art', artwork: id }),
  });
  return [
    ...hung.map((card) => ({ ...row(card, 'Gallery'), card })),
    ...onWall.map((artwork) => ({ ...row(artwork, `Generation ${wall!.wall.number}`), artwork })),
  ];
}

/** On the wall only: on the easel a palette has its own tab. */
function listPalettes(studio: Studio): FindRow[] {
  if (studio.place.peek().kind !== 'explore') return [];
  return housePalettes.map((palette) => ({
    id: `palette ${palette.name}`,
    kind: 'palette',
    words: `Use palette ${palette.name}`,
    detail: 'This wall',
    key: '',
    palette,
    run: () => void studio.actions.recolorWall(palette),
  }));
}
