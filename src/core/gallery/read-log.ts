import type { CountedGuess, SecondRating } from '#core/taste/counted-guess.ts';
import type { Examples } from '#core/taste/examples.ts';
import type { Statistics } from '#core/taste/measure-picture.ts';
import type { ArtworkId, Judgement, ProfileId, Stars, TileKind } from './records.ts';

/** What one profile's log says once what was withdrawn is left out, in the order it was said. */
export interface LogReading {
  /** The last rating of each artwork. */
  readonly ratings: readonly {
    readonly artwork: ArtworkId;
    readonly stars: Stars;
    readonly weight: number;
  }[];
  /** Picks of a wall, and below them what was not picked or sent away. */
  readonly picks: readonly {
    readonly rows: readonly { readonly artwork: ArtworkId; readonly share: number }[];
    readonly weight: number;
  }[];
  readonly guesses: readonly CountedGuess[];
  readonly secondRatings: readonly SecondRating[];
  /** Ratings, plus picks counted as half. */
  readonly judgementCount: number;
}

/** A rating given after seeing the guess says less about the person. */
const PEEKED_WEIGHT = 0.5;
/** A pick says which of a wall, not how good. */
const PICK_WEIGHT = 0.5;
const unfairTiles: ReadonlySet<TileKind> = new Set(['ranked', 'unsure', 'again']);

/** Reads the whole log, in order of `sequence`. Judgements of other profiles are passed over. */
export function readLog(judgements: readonly Judgement[], profile: ProfileId): LogReading {
  const withdrawn = new Set(
    judgements.flatMap(({ said }) => (said.kind === 'withdrawn' ? [said.judgement] : [])),
  );
  const ratings = new Map<ArtworkId, LogReading['ratings'][number]>();
  const picks: LogReading['picks'][number][] = [];
  const guesses: CountedGuess[] = [];
  const secondRatings: SecondRating[] = [];
  let refused: ArtworkId[] = [];

  for (const { id, profile: owner, said, guess, wasPeeked, tile } of judgements) {
    if (owner !== profile || withdrawn.has(id)) continue;
    switch (said.kind) {
      case 'stars': {
        const { artwork, stars } = said;
        const earlier = ratings.get(artwork);
        if (earlier !== undefined && tile === 'again') {
          secondRatings.push({ artwork, first: earlier.stars, again: stars });
        }
        // What it was told before it does not guess.
        if (earlier === undefined && guess !== null && !wasPeeked) {
          guesses.push({ artwork, guess, stars, isFair: !unfairTiles.has(tile) });
        }
        ratings.delete(artwork); // to its end: the order is that of the last word
        ratings.set(artwork, { artwork, stars, weight: wasPeeked ? PEEKED_WEIGHT : 1 });
        break;
      }
      case 'cleared':
        ratings.delete(said.artwork);
        break;
      case 'not-this':
        refused.push(said.artwork);
        break;
      case 'picked': {
        const pick = rowsOf(said.chosen, [...said.shown, ...refused]);
        if (pick !== null) picks.push({ rows: pick, weight: PICK_WEIGHT });
        refused = [];
        break;
      }
      case 'withdrawn':
        break;
      default:
        said satisfies never;
    }
  }
  return {
    ratings: [...ratings.values()],
    picks,
    guesses,
    secondRatings,
    judgementCount: ratings.size + picks.length / 2,
  };
}

/** null where there was nothing to choose from. */
function rowsOf(chosen: readonly ArtworkId[], shown: readonly ArtworkId[]) {
  const rest = [...new Set(shown)].filter((artwork) => !chosen.includes(artwork));
  if (chosen.length === 0 || rest.length === 0) return null;
  return [
    ...chosen.map((artwork) => ({ artwork, share: 1 / chosen.length })),
    ...rest.map((artwork) => ({ artwork, share: 0 })),
  ];
}

/** The artworks a reading speaks of, each once. */
export const artworksOf = ({ ratings, picks }: LogReading): ArtworkId[] => [
  ...new Set([
    ...ratings.map(({ artwork }) => artwork),
    ...picks.flatMap(({ rows }) => rows.map(({ artwork }) => artwork)),
  ]),
];

/** What a critic learns from; artworks whose statistics are not known, such as deleted ones, are left out. */
export function examplesOf(
  { ratings, picks }: LogReading,
  statisticsOf: (artwork: ArtworkId) => Statistics | undefined,
): Examples {
  const measured = <T extends { readonly artwork: ArtworkId }>(row: T) => {
    const statistics = statisticsOf(row.artwork);
    return statistics === undefined ? [] : [{ ...row, statistics }];
  };
  return {
    ratings: ratings.flatMap(measured),
    picks: picks.flatMap(({ rows, weight }) => {
      const known = rows.flatMap(measured);
      const share = known.reduce((sum, row) => sum + row.share, 0);
      if (share === 0 || known.every((row) => row.share > 0)) return [];
      return [{ rows: known.map((row) => ({ ...row, share: row.share / share })), weight }];
    }),
  };
}
