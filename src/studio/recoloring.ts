// The wall that is shown, once more in another palette: each tile is a new artwork, edited from the old one.
import type { Palette } from '#core/cppn/palette.ts';
import type { Artwork, Wall } from '#core/gallery/records.ts';
import { withNumeral } from '#core/gallery/title.ts';
import { hashName } from '#core/math/random.ts';
import { change } from './changes.ts';
import { buildDeskChange } from './exploring.ts';
import type { Forgetting } from './forgetting.ts';
import type { History } from './history.ts';
import type { Prints } from './prints.ts';
import type { Session } from './session.ts';

export interface RecoloringParts {
  readonly session: Session;
  readonly history: History;
  readonly prints: Prints;
  readonly forgetting: Forgetting;
}

/** One act. Pictures that are not painted by a palette stay as they are. */
export async function recolorWall(parts: RecoloringParts, palette: Palette): Promise<void> {
  const { session, history, prints, forgetting } = parts;
  const { options, shown, notices, end } = session;
  const old = shown.wall.peek();
  if (old === null) return;
  const seed = options.nextSeed();
  const titles = new Set<string>();
  const tiles = await Promise.all(
    old.tiles.map(async ({ artwork, tile }, index) => {
      const { coloring } = artwork.genome;
      if (coloring.kind !== 'palette') return { artwork, tile, isNew: false };
      const genome = { ...artwork.genome, coloring: { ...coloring, palette } };
      const words = await options.workers.run('describe', genome, { signal: end.signal });
      const id = hashName(seed, index);
      prints.add(id, words.print);
      const title = withNumeral(words.title, titles);
      titles.add(title);
      const recolored: Artwork = {
        ...artwork,
        id,
        title,
        altText: words.altText,
        note: '',
        genome,
        origin: { kind: 'edited', from: artwork.id },
        isHung: false,
        hungSequence: 0,
        createdAtMs: options.now(),
        sequence: 0,
      };
      return { artwork: recolored, tile, isNew: true };
    }),
  );
  await session.enqueue(async () => {
    const act = await history.act(async () => {
      const wall: Wall = {
        id: hashName(seed),
        schema: 1,
        number: Math.max(0, ...shown.walls.peek().map(({ number }) => number)) + 1,
        from: old.wall.id,
        tiles: tiles.map(({ artwork, tile }) => ({ artwork: artwork.id, tile })),
        picks: [],
        createdAtMs: options.now(),
        sequence: 0,
      };
      const desk = await buildDeskChange(session, { wall: wall.id });
      return {
        label: `Palette ${palette.name}`,
        changes: [change('wall', wall.id, null, wall), ...(desk ?? [])],
        along: [
          ...tiles.flatMap(({ artwork, isNew }) =>
            isNew ? [change('artwork', artwork.id, null, artwork)] : [],
          ),
          ...(await forgetting.plan(old.wall)),
        ],
      };
    });
    if (act !== null)
      notices.say(`The same forms in ${palette.name}. Wall ${old.wall.number} is kept.`, { isOfHere: true });
  });
}
