import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Artwork, ArtworkId } from '#core/gallery/records.ts';
import type { ShownWall } from '#studio/studio.ts';
import { useUi } from '../context.ts';
import * as late from '../late.tsx';
import { isMotionReduced, type Layout, layout } from '../layout.ts';
import type { Sharpness } from '../pictures/picture.tsx';
import { useSize } from '../pictures/use-size.ts';
import { announcement } from '../shell/status-line.tsx';
import { Staged } from '../staged.tsx';
import type { FlyFrom } from './fly-to-strip.ts';
import { moveInGrid } from './grid-moves.ts';
import { Tile } from './tile.tsx';

const columnCounts: Record<Layout, number> = { narrow: 2, medium: 4, wide: 5 };

/** The fifteen tiles: a grid of one tab stop. `isPaused`: it paints nothing now. */
export function Wall({ shown, isPaused }: { shown: ShownWall; isPaused: boolean }) {
  const { studio, pictures } = useUi();
  const { wall, tiles } = shown;
  const columnCount = columnCounts[layout.value];
  const rowCount = Math.ceil(tiles.length / columnCount);
  const grid = useRef<HTMLDivElement>(null);
  const firstTile = useRef<HTMLElement>(null);
  const focusIndex = useSignal(0);
  const held = useSignal<ArtworkId | null>(null);
  const sharp = useRef(new Set<ArtworkId>());
  const isReady = useSignal(false);

  useLayoutEffect(() => {
    firstTile.current = grid.current!.querySelector('[role=gridcell]');
  }, []);
  const size = useSize('tile', firstTile, layout.value);

  const previous = useRef<ShownWall>(shown);
  useLayoutEffect(() => {
    const before = previous.current;
    previous.current = shown;
    if (before.wall.id !== wall.id && wall.number > before.wall.number && !isMotionReduced())
      fly(before, { grid: grid.current!, tile: size.peek(), columnCount, cache: pictures.cache });
  }, [wall.id]);

  const countSharp = () => {
    isReady.value = tiles.every(({ artwork }) => sharp.current.has(artwork.id));
  };
  useLayoutEffect(countSharp, [tiles]);
  useEffect(() => {
    announcement.value = isReady.value ? `Wall ${wall.number}: ${tiles.length} pictures ready` : '';
    if (isReady.value) void late.loadLate(studio);
  }, [isReady.value, wall.id]);
  const isAlive = isReady.value && !isPaused;
  useEffect(() => {
    if (!isAlive) return undefined;
    const ended = new AbortController();
    const parts = { grid: grid.current!, studio, pictures };
    // Another ornament, for later: without it the wall only hangs.
    const begin = () =>
      import('./wall-life.ts').then(
        ({ bringToLife }) => ended.signal.aborted || bringToLife(parts, ended.signal),
        () => undefined,
      );
    const timer = setTimeout(() => void begin(), 2000);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [isAlive]);

  const onSharpness = ({ id }: Artwork, next: Sharpness) => {
    if (next === 'sharp') sharp.current.add(id);
    else sharp.current.delete(id);
    countSharp();
  };
  const focusTile = (index: number) => {
    const cells = grid.current!.querySelectorAll<HTMLElement>('[role=gridcell]');
    cells[index]?.focus();
  };
  const tabStop = Math.min(focusIndex.value, tiles.length - 1);

  // A cell that keeps the focus while another picture comes into it: no event tells of that.
  const focusable = tiles[tabStop]!.artwork.id;
  useLayoutEffect(() => {
    if (grid.current!.contains(document.activeElement)) studio.actions.focus(focusable);
  }, [focusable]);

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a table would fix its columns */}
      <div
        class="wall"
        id="wall"
        ref={grid}
        role="grid"
        aria-label={`Wall ${wall.number}`}
        aria-multiselectable="true"
        aria-rowcount={rowCount}
        aria-colcount={columnCount}
        aria-busy={!isReady.value}
        onKeyDown={(event) => {
          if (event.altKey || event.metaKey) return;
          const index = moveInGrid(event.key, focusIndex.peek(), {
            columnCount,
            count: tiles.length,
            isWhole: event.ctrlKey,
          });
          if (index === null) return;
          event.preventDefault();
          focusTile(index);
        }}
      >
        {Array.from({ length: rowCount }, (_, row) => (
          // biome-ignore lint/a11y/useSemanticElements: a table would fix its columns
          // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
          <div class="wall-row" role="row" aria-rowindex={row + 1} key={row}>
            <Staged at={Math.min(row + 1, 3)}>
              {tiles.slice(row * columnCount, (row + 1) * columnCount).map(({ artwork, tile }, column) => {
                const index = row * columnCount + column;
                return (
                  <Tile
                    key={column}
                    artwork={artwork}
                    tile={tile}
                    stars={studio.stars.value.get(artwork.id)}
                    pickNumber={wall.picks.indexOf(artwork.id) + 1}
                    columnIndex={column}
                    isTabStop={index === tabStop}
                    widthPx={size.value.widthPx}
                    heightPx={size.value.heightPx}
                    rank={distanceFromCenter(row, column, columnCount)}
                    isWanted={!isPaused}
                    onSharpness={onSharpness}
                    onFocus={() => {
                      focusIndex.value = index;
                      studio.actions.focus(artwork.id);
                    }}
                    onLongPress={() => (held.value = artwork.id)}
                  />
                );
              })}
            </Staged>
          </div>
        ))}
      </div>
      {held.value !== null && (
        <late.tileSheet.View artworkId={held.value} onClose={() => (held.value = null)} />
      )}
    </>
  );
}

/** An ornament: where its code does not come, the old wall is simply gone to the strip. */
const fly = (old: ShownWall, from: FlyFrom) =>
  void import('./fly-to-strip.ts').then(
    ({ flyToStrip }) => flyToStrip(old, from),
    () => undefined,
  );

/** In tiles, from the middle of the first three rows: what is on screen. */
const distanceFromCenter = (row: number, column: number, columnCount: number) =>
  Math.hypot(row - 1, column - (columnCount - 1) / 2);
