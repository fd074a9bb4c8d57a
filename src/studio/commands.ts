// Everything the keyboard can ask for, in one table: keys, the shortcut sheet and the palette are its rows.
import { parentsOf } from '#core/gallery/card.ts';
import type { ArtworkId, Stars } from '#core/gallery/records.ts';
import type { EaselAct, SheetName, SketchActs, Studio } from './studio.ts';

export interface Command {
  readonly id: string;
  readonly words: string;
  /** As `nameKey` writes it: `b`, `Shift+z`, `Mod+k`, `Escape`; empty for a row without one. The person may have chosen another. */
  readonly key: string;
  readonly group:
    | 'Pictures'
    | 'Walls'
    | 'Easel'
    | 'History'
    | 'Gallery'
    | 'Train'
    | 'Sketches'
    | 'Everywhere';
  /** A second key for another row: not listed again. */
  readonly isAlias?: boolean;
  /** Works while something is typed, too. */
  readonly isInFields?: boolean;
  readonly isEnabled: (studio: Studio) => boolean;
  /** Said when it is asked for and not enabled: what has to be there first. Absent: it is of no use here at all. */
  readonly needs?: (studio: Studio) => string;
  readonly run: (studio: Studio) => void;
}

/** A key that is typed: a letter, digit or sign by itself, or with Shift (WCAG 2.1.4). */
export const isTyped = (key: string) => /^(Shift\+)?[^ ]$/u.test(key);

/** Arrows, zoom and the canvas are the views' own. */
export const commands: readonly Command[] = [
  {
    id: 'pick',
    words: 'Pick, or select in the gallery',
    key: 'Space',
    group: 'Pictures',
    isEnabled: (studio) => !isOnEasel(studio) && targetOf(studio) !== null,
    run: (studio) => {
      const target = targetOf(studio)!;
      if (studio.place.peek().kind === 'gallery') studio.actions.toggleSelected(target);
      else void studio.actions.togglePick(target);
    },
  },
  {
    id: 'open',
    words: 'Take to the easel',
    key: 'Enter',
    group: 'Pictures',
    isEnabled: (studio) => !isOnEasel(studio) && targetOf(studio) !== null,
    run: (studio) => studio.actions.go({ kind: 'art', artwork: targetOf(studio)! }),
  },
  {
    id: 'close',
    words: 'Close, go back, or clear the picks',
    key: 'Escape',
    group: 'Pictures',
    isEnabled: (studio) => closeOf(studio) !== null,
    run: (studio) => closeOf(studio)?.(),
  },
  ...([1, 2, 3, 4, 5] as const).map(rateWith),
  {
    id: 'rate-0',
    words: 'Clear the rating',
    key: '0',
    group: 'Pictures',
    isEnabled: (studio) => studio.stars.peek().has(targetOf(studio) ?? ''),
    run: (studio) => void studio.actions.clearRating(targetOf(studio)!),
  },
  {
    id: 'keep',
    words: 'Keep',
    key: 's',
    group: 'Pictures',
    isEnabled: (studio) => targetOf(studio) !== null,
    run: (studio) => void studio.actions.keep(targetOf(studio)!),
  },
  {
    id: 'not-this',
    words: 'Not this',
    key: 'x',
    group: 'Pictures',
    isEnabled: (studio) => tileOf(studio) !== null,
    run: (studio) => void studio.actions.notThis(tileOf(studio)!),
  },
  {
    id: 'guess',
    words: 'Show the guess',
    key: 'g',
    group: 'Pictures',
    isEnabled: (studio) => targetOf(studio) !== null,
    run: (studio) => studio.actions.showGuess(targetOf(studio)!),
  },
  {
    id: 'why',
    words: 'Why that guess',
    key: 'w',
    group: 'Pictures',
    isEnabled: (studio) => targetOf(studio) !== null,
    run: (studio) => studio.actions.showWhy(targetOf(studio)!),
  },
  {
    id: 'export',
    words: 'Export',
    key: 'e',
    group: 'Pictures',
    isEnabled: (studio) => artworkOf(studio) !== null && studio.exporting.peek() === null,
    needs: () => 'Export needs a picture: open or choose one first.',
    run: (studio) => {
      const { id, view } = artworkOf(studio)!;
      studio.actions.openExport(id, view);
    },
  },
  {
    id: 'breed',
    words: 'Breed 15 more',
    key: 'b',
    group: 'Walls',
    // On the wall it waits for a pick that was just made, and says so when there is none.
    isEnabled: (studio) =>
      studio.explore.breeding.peek() === null && (isExploring(studio) || targetOf(studio) !== null),
    run: (studio) => {
      if (studio.place.peek().kind === 'explore') void studio.actions.breed();
      else void studio.actions.breedFrom(targetOf(studio)!);
    },
  },
  {
    id: 'new-seeds',
    words: 'New seeds',
    key: 'n',
    group: 'Walls',
    isEnabled: (studio) => studio.place.peek().kind === 'explore' && studio.explore.breeding.peek() === null,
    run: (studio) => void studio.actions.newSeeds(),
  },
  {
    id: 'older',
    words: 'Older wall, or the artwork before',
    key: '[',
    group: 'Walls',
    isEnabled: (studio) => (isOnEasel(studio) ? neighbourOf(studio, -1) !== null : isExploring(studio)),
    run: (studio) => step(studio, -1),
  },
  {
    id: 'newer',
    words: 'Newer wall, or the next artwork',
    key: ']',
    group: 'Walls',
    isEnabled: (studio) => (isOnEasel(studio) ? neighbourOf(studio, 1) !== null : isExploring(studio)),
    run: (studio) => step(studio, 1),
  },
  easelAct('play', 'Play or pause the loop', 'Space'),
  easelAct('fine-tune', 'Fine-tune', 't'),
  easelAct('mute', 'Mute a neuron', 'm'),
  easelAct('full-screen', 'Full screen', 'f'),
  ...undoWith('z', false),
  ...undoWith('Mod+z', true),
  {
    id: 'delete',
    words: 'Delete',
    key: 'Delete',
    group: 'Gallery',
    isEnabled: (studio) => studio.place.peek().kind === 'gallery' && chosenIn(studio).length > 0,
    run: (studio) => {
      const chosen = chosenIn(studio);
      if (!isInTrash(studio)) void studio.actions.deleteArtworks(chosen);
      else void studio.loadGallery().then((gallery) => gallery?.letGo(chosen));
    },
  },
  {
    ...opening('collect', 'Add to a collection', 'a'),
    group: 'Gallery',
    isEnabled: (studio) => !isInTrash(studio) && collectableIn(studio).length > 0,
    needs: (studio) =>
      isInTrash(studio)
        ? 'What lies in the trash is in no collection: bring it back first.'
        : 'A collection needs a picture: open or choose one first.',
  },
  {
    ...opening('compare', 'Compare', 'c'),
    group: 'Pictures',
    isEnabled: (studio) => comparableIn(studio).length > 0,
    needs: (studio) => `Compare needs two to four pictures${howToCompare(studio)}`,
  },
  {
    id: 'search',
    words: 'Search the gallery',
    key: '/',
    group: 'Gallery',
    isEnabled: () => true,
    run: (studio) => studio.actions.go({ kind: 'gallery', list: { kind: 'search', text: '' } }),
  },
  {
    id: 'train-toggle',
    words: 'Start or pause the training',
    key: 'p',
    group: 'Train',
    isEnabled: (studio) => studio.place.peek().kind === 'train' && studio.training.room.peek() !== null,
    run: (studio) => studio.training.room.peek()?.actions.toggle(),
  },
  sketchWith('sketch-play', 'Play or pause the sketch', 'Space', 'playOrPause'),
  sketchWith('sketch-still', 'Save a still of the sketch', 's', 'still'),
  sketchWith('sketch-loop', 'Save the loop of the sketch', 'l', 'loop'),
  sketchWith('sketch-screen', 'Full screen', 'f', 'fullScreen'),
  sketchWith('sketch-seed', 'New seed for the sketch', 'n', 'newSeed'),
  { ...opening('find', 'Search or do anything', 'Mod+k'), isInFields: true },
  opening('keys', 'Keys', '?'),
  opening('settings', 'Settings', ''),
  opening('space', 'What takes space', ''),
  opening('machine', 'About this machine', ''),
];

function easelAct(id: EaselAct, words: string, key: string): Command {
  return {
    id,
    words,
    key,
    group: 'Easel',
    isEnabled: (studio) => isOnEasel(studio) && studio.easelActs.has(id),
    run: (studio) => studio.easelActs.get(id)?.(),
  };
}

function rateWith(stars: Stars): Command {
  return {
    id: `rate-${stars}`,
    words: `Rate ${stars} of 5`,
    key: `${stars}`,
    group: 'Pictures',
    isEnabled: (studio) => targetOf(studio) !== null,
    run: (studio) => void studio.actions.rate(targetOf(studio)!, stars),
  };
}

function sketchWith(id: string, words: string, key: string, act: keyof SketchActs): Command {
  return {
    id,
    words,
    key,
    group: 'Sketches',
    isEnabled: (studio) => studio.sketchActs.value !== null && studio.place.peek().kind === 'sketches',
    run: (studio) => studio.sketchActs.value?.[act](),
  };
}

function opening(sheet: SheetName, words: string, key: string): Command {
  return {
    id: sheet,
    words,
    key,
    group: 'Everywhere',
    isEnabled: () => true,
    run: (studio) => studio.actions.openSheet(sheet),
  };
}

function undoWith(key: string, isAlias: boolean): Command[] {
  const ending = isAlias ? '-mod' : '';
  return [
    {
      id: `undo${ending}`,
      words: 'Undo',
      key,
      group: 'History',
      isAlias,
      isEnabled: (studio) => studio.history.undo.peek() !== null,
      run: (studio) => void studio.actions.undo(),
    },
    {
      id: `redo${ending}`,
      words: 'Redo',
      key: isAlias ? 'Mod+Shift+z' : 'Shift+z',
      group: 'History',
      isAlias,
      isEnabled: (studio) => studio.history.redo.peek() !== null,
      run: (studio) => void studio.actions.redo(),
    },
  ];
}

const isOnEasel = (studio: Studio) => studio.place.peek().kind === 'art';
const isExploring = (studio: Studio) => studio.place.peek().kind === 'explore';

function targetOf(studio: Studio): ArtworkId | null {
  const place = studio.place.peek();
  return place.kind === 'art' ? place.artwork : studio.focused.peek();
}

/** The focused tile of the wall, if the wall is what is seen. */
function tileOf(studio: Studio): ArtworkId | null {
  const target = studio.focused.peek();
  const tiles = studio.explore.wall.peek()?.tiles ?? [];
  return isExploring(studio) && tiles.some(({ artwork }) => artwork.id === target) ? target : null;
}

function artworkOf(studio: Studio) {
  const target = targetOf(studio);
  const easel = studio.easel.peek()?.artwork;
  if (easel !== undefined && easel.id === target) return easel;
  return listBehind(studio).find(({ id }) => id === target) ?? null;
}

function listBehind(studio: Studio) {
  const place = isOnEasel(studio) ? studio.placeBehind.peek() : studio.place.peek();
  if (place.kind === 'gallery') return studio.gallery.items.peek();
  return (studio.explore.wall.peek()?.tiles ?? []).map(({ artwork }) => artwork);
}

function neighbourOf(studio: Studio, by: -1 | 1): ArtworkId | null {
  const list = listBehind(studio);
  const here = list.findIndex(({ id }) => id === targetOf(studio));
  return here < 0 ? null : (list[here + by]?.id ?? null);
}

function step(studio: Studio, by: -1 | 1) {
  if (isOnEasel(studio)) studio.actions.go({ kind: 'art', artwork: neighbourOf(studio, by)! });
  else void (by < 0 ? studio.actions.olderWall() : studio.actions.newerWall());
}

const isInTrash = (studio: Studio) => {
  const place = studio.place.peek();
  return place.kind === 'gallery' && place.list?.kind === 'trash';
};

/** What goes into a collection: the artwork on the easel, the selected ones, or the focused one. */
export function collectableIn(studio: Studio): readonly ArtworkId[] {
  if (studio.place.peek().kind === 'gallery') return chosenIn(studio);
  const target = targetOf(studio);
  return target === null ? [] : [target];
}

/** Two to four: what is selected or picked; of one artwork, it and what it comes from. Else none. */
export function comparableIn(studio: Studio): readonly ArtworkId[] {
  const ids = comparedIn(studio);
  return ids.length > 1 && ids.length <= 4 ? ids : [];
}

function howToCompare(studio: Studio): string {
  switch (studio.place.peek().kind) {
    case 'art':
      return ', and this one has no parents. Pick some on the wall or in the gallery.';
    case 'gallery':
      return isInTrash(studio)
        ? ', and none from the trash.'
        : ': select them with Space, Ctrl or Cmd and a click, or a long press.';
    case 'explore':
      return ': pick them with Space or a click.';
    default:
      return ': pick some on the wall or in the gallery.';
  }
}

function comparedIn(studio: Studio): readonly ArtworkId[] {
  switch (studio.place.peek().kind) {
    case 'art': {
      const artwork = studio.easel.peek()?.artwork;
      return artwork === undefined ? [] : [artwork.id, ...parentsOf(artwork.origin).slice(0, 3)];
    }
    case 'gallery': {
      const selected = [...studio.gallery.selected.peek()];
      if (isInTrash(studio)) return [];
      if (selected.length > 1) return selected;
      const one = selected[0] ?? studio.focused.peek();
      const card = studio.gallery.items.peek().find(({ id }) => id === one);
      return card === undefined ? [] : [card.id, ...card.parents.slice(0, 3)];
    }
    case 'explore':
      return studio.explore.parents.peek().map(({ id }) => id);
    default:
      return [];
  }
}

function chosenIn(studio: Studio): readonly ArtworkId[] {
  const selected = [...studio.gallery.selected.peek()];
  const focused = studio.focused.peek();
  return selected.length > 0 || focused === null ? selected : [focused];
}

/** What Escape closes first; null when nothing is open. */
function closeOf({ actions, ...studio }: Studio): (() => void) | null {
  if (studio.exporting.peek() !== null) return actions.closeExport;
  if (studio.importing.peek() !== null) return actions.closeImport;
  const place = studio.place.peek().kind;
  if (place === 'art') return actions.goBack;
  if (place === 'explore')
    return studio.explore.parents.peek().length > 0 ? () => void actions.clearPicks() : null;
  const selected = studio.gallery.selected.peek();
  if (selected.size > 0) return () => selected.forEach((id) => void actions.toggleSelected(id));
  const here = studio.place.peek();
  return here.kind === 'gallery' && here.list?.kind === 'search'
    ? () => actions.go({ kind: 'gallery' })
    : null;
}
