import { useEffect } from 'preact/hooks';
import type { TasteBoard } from '#studio/critic-view.ts';
import { useUi } from '../context.ts';
import { Curve } from './curve.tsx';
import { Duet } from './duet.tsx';
import { FirstPictures } from './first-pictures.tsx';
import { Rates } from './rates.tsx';
import './taste.css';

/** What the critic knows, and how well. */
export function Taste({ isCovered, isPaused }: { isCovered: boolean; isPaused: boolean }) {
  const { studio } = useUi();
  useEffect(studio.actions.wakeCritic, []);
  const board = studio.critic.value?.board.value ?? null;
  return (
    <div class="taste" inert={isCovered} aria-busy={board === null}>
      {board === null ? <h1 class="sr-only">Taste</h1> : <Board board={board} isPaused={isPaused} />}
    </div>
  );
}

function Board({ board, isPaused }: { board: TasteBoard; isPaused: boolean }) {
  const { duet, curve, rates, errors, first } = board;
  return (
    <>
      <div class="taste-main">
        <header class="taste-head">
          <h1>{board.headline}</h1>
          {board.below !== '' && <p class="taste-below">{board.below}</p>}
          <p class="taste-kept">{describeSource(board.ratingCount)}</p>
        </header>
        {first.length > 0 && <FirstPictures artworks={first} isPaused={isPaused} />}
        {duet.length > 0 && <Duet columns={duet} isPaused={isPaused} />}
        {curve.length > 1 && <Curve points={curve} />}
      </div>
      {rates.length > 0 && errors !== null && (
        <div class="taste-side">
          <Rates rates={rates} errors={errors} />
        </div>
      )}
    </>
  );
}

const describeSource = (ratingCount: number) =>
  ratingCount === 0
    ? 'Nothing leaves this device.'
    : `Learned here, from ${ratingCount === 1 ? 'one rating' : `${ratingCount} ratings`}. Nothing leaves this device.`;
