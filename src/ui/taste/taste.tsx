import { useEffect } from 'preact/hooks';
import type { TasteBoard } from '#studio/critic-view.ts';
import { useUi } from '../context.ts';
import { Curve } from './curve.tsx';
import { Duet } from './duet.tsx';
import { Given } from './given.tsx';
import { Rates } from './rates.tsx';
import { OnceMore, WorthRating } from './worth-rating.tsx';
import './taste.css';
import './duet.css';
import './curve.css';
import './rates.css';
import './first-rings.css';
import './worth-rating.css';
import './given.css';
import './taste-narrow.css';

/** What the critic knows, and how well. */
export function Taste({ isCovered, isPaused }: { isCovered: boolean; isPaused: boolean }) {
  const { studio } = useUi();
  useEffect(studio.actions.wakeCritic, []);
  const board = studio.critic.value?.board.value ?? null;
  return (
    <div
      class={board?.given.length === 0 ? 'taste fresh' : 'taste'}
      inert={isCovered}
      aria-busy={board === null}
    >
      {board === null ? <h1 class="sr-only">Taste</h1> : <Board board={board} isPaused={isPaused} />}
    </div>
  );
}

function Board({ board, isPaused }: { board: TasteBoard; isPaused: boolean }) {
  const { duet, curve, rates, errors, worth, again, given } = board;
  return (
    <>
      <div class="taste-main">
        <header class="taste-head">
          <h1>{board.headline}</h1>
          {board.below !== '' && <p class="taste-below">{board.below}</p>}
          <p class="taste-kept">{describeSource(board.ratingCount)}</p>
        </header>
        {duet.length > 0 && <Duet columns={duet} isPaused={isPaused} />}
        <WorthRating worth={worth} isPaused={isPaused} />
        <div class="taste-row">
          {curve.length > 1 && <Curve points={curve} />}
          {again !== null && <OnceMore artwork={again} isPaused={isPaused} />}
        </div>
      </div>
      {given.length > 0 && (
        <div class="taste-side">
          <Given rows={given} isPaused={isPaused} />
          {rates.length > 0 && errors !== null && <Rates rates={rates} errors={errors} />}
        </div>
      )}
    </>
  );
}

const describeSource = (ratingCount: number) =>
  ratingCount === 0
    ? 'Nothing leaves this device.'
    : `Learned here, from ${ratingCount === 1 ? 'one rating' : `${ratingCount} ratings`}. Nothing leaves this device.`;
