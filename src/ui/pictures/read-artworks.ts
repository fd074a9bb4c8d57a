// Artworks known by their cards only are read when they come into view, those of one turn together.
import type { Card } from '#core/gallery/card.ts';
import type { Artwork } from '#core/gallery/records.ts';
import type { Studio } from '#studio/studio.ts';

export interface ArtworkReader {
  /** What was read lately. */
  readonly peek: (card: Card) => Artwork | undefined;
  /** undefined: it is gone, or could not be read. */
  readonly read: (card: Card) => Promise<Artwork | undefined>;
}

/** A card changes with its artwork, so that what was read for one never grows old. */
const heldCount = 240;

const readers = new WeakMap<Studio, ArtworkReader>();

/** One for each studio. */
export function readerOf(studio: Studio): ArtworkReader {
  const known = readers.get(studio);
  if (known !== undefined) return known;
  const made = createArtworkReader(studio);
  readers.set(studio, made);
  return made;
}

function createArtworkReader(studio: Studio): ArtworkReader {
  const held = new Map<Card, Artwork>(); // the longest unused first
  let asked = new Map<Card, Promise<Artwork | undefined>>();
  let reading: Promise<ReadonlyMap<Card, Artwork | undefined>> | null = null;

  async function readAsked(): Promise<ReadonlyMap<Card, Artwork | undefined>> {
    await Promise.resolve();
    const cards = [...asked.keys()];
    asked = new Map();
    reading = null;
    const gallery = await studio.loadGallery();
    const artworks = (await gallery?.readArtworks(cards.map(({ id }) => id))) ?? [];
    for (const [index, card] of cards.entries()) {
      const artwork = artworks[index];
      if (artwork !== undefined) held.set(card, artwork);
    }
    for (const [card] of held) {
      if (held.size <= heldCount) break;
      held.delete(card);
    }
    return new Map(cards.map((card, index) => [card, artworks[index]]));
  }

  return {
    peek(card) {
      const artwork = held.get(card);
      if (artwork === undefined) return undefined;
      held.delete(card);
      held.set(card, artwork);
      return artwork;
    },
    read(card) {
      const before = asked.get(card);
      if (before !== undefined) return before;
      // Taken before the batch leaves: `readAsked` looks at `asked` a turn later.
      reading ??= readAsked();
      const answer = reading.then((artworks) => artworks.get(card));
      asked.set(card, answer);
      return answer;
    },
  };
}
