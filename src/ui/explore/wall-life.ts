// What the wall does beyond hanging: one picture at a time moves, and a swipe goes to another generation.
import type { Artwork } from '#core/gallery/records.ts';
import type { Studio } from '#studio/studio.ts';
import { layout } from '../layout.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { recall, remember } from '../remembered.ts';
import { mayMove } from '../settings.ts';
import { isCalmLoop, playLoop } from './play-loop.ts';
import { readSwipe } from './read-swipe.ts';

const restMs = 400;
const invitationMs = 5000;
const invitedName = 'has-moved';

export interface WallParts {
  readonly grid: HTMLElement;
  readonly studio: Studio;
  readonly pictures: Pictures;
}

/** Until `signal` is aborted. */
export function bringToLife({ grid, studio, pictures }: WallParts, signal: AbortSignal): void {
  let playing: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const artworkOf = (tile: HTMLElement): Artwork | undefined =>
    studio.explore.wall.peek()?.tiles.find(({ artwork }) => artwork.id === tile.dataset.artwork)?.artwork;
  const stop = () => {
    clearTimeout(timer);
    playing?.abort(new DOMException('The picture rests.', 'AbortError'));
    playing = null;
  };
  const play = (tile: HTMLElement, times: number) => {
    stop();
    const artwork = artworkOf(tile);
    const isFree = studio.explore.breeding.peek() === null && studio.place.peek().kind === 'explore';
    if (artwork === undefined || !isFree || !mayMove() || !isCalmLoop(artwork.genome)) return;
    if (tile.dataset.sharpness !== 'sharp' || document.hidden) return;
    playing = new AbortController();
    void playLoop(tile, artwork, { pictures, times, signal: playing.signal });
  };
  const playSoon = (event: Event) => {
    stop();
    const tile = tileOf(event.target);
    if (tile !== null) timer = setTimeout(() => play(tile, Number.POSITIVE_INFINITY), restMs);
  };

  const hear = (name: string, listener: (event: Event) => void) =>
    grid.addEventListener(name, listener, { signal, passive: true });
  hear('pointerover', (event) => {
    const { pointerType, target, relatedTarget } = event as PointerEvent;
    if (pointerType === 'mouse' && tileOf(target) !== tileOf(relatedTarget)) playSoon(event);
  });
  hear('pointerleave', stop);
  hear('focusin', (event) => {
    if (tileOf(event.target)?.matches(':focus-visible')) playSoon(event);
  });
  hear('focusout', stop);
  document.addEventListener('visibilitychange', stop, { signal });
  signal.addEventListener('abort', stop);

  grid.dataset.hearsSwipes = '';
  signal.addEventListener('abort', () => delete grid.dataset.hearsSwipes);
  readSwipe(grid, signal, (direction) => {
    if (layout.peek() !== 'narrow') return;
    void (direction === 'left' ? studio.actions.newerWall() : studio.actions.olderWall());
  });

  if (recall(invitedName) === null) invite();

  /** Once in this browser: the tile nearest the centre goes round its loop, and rests. */
  function invite(): void {
    timer = setTimeout(
      () => {
        if (!mayMove() || document.hidden || playing !== null) return;
        const tile = nearestToCenter(grid);
        if (tile === null) return;
        remember(invitedName, '1');
        play(tile, 1);
      },
      Math.max(0, invitationMs - performance.now()),
    );
  }
}

const tileOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[role=gridcell]') : null;

function nearestToCenter(grid: HTMLElement): HTMLElement | null {
  const distance = (tile: HTMLElement) => {
    const { left, top, width, height } = tile.getBoundingClientRect();
    return Math.hypot(left + width / 2 - innerWidth / 2, top + height / 2 - innerHeight / 2);
  };
  const tiles = [...grid.querySelectorAll<HTMLElement>('[role=gridcell]')];
  return tiles.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
