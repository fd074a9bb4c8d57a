// What the critic adds to the places: its rings, and the words that go with them.
import { useEffect } from 'preact/hooks';
import type { CriticView, Ring } from '#studio/critic-view.ts';
import { useUi } from '../context.ts';
import { remember } from '../remembered.ts';
import { guessPreview } from '../settings.ts';
import { announcement } from '../shell/status-line.tsx';
import './marks.css';
import { isDialogOpen } from '../dialog-open.ts';
import { watchForRest } from './rest-to-guess.ts';
import { WhyNote } from './why-note.tsx';

/** Round a disc: it lies in it. */
export function RingMark({ ring: { isHunch, isFresh } }: { ring: Ring }) {
  const kind = isHunch ? 'ring hunch' : 'ring';
  return (
    <svg class={isFresh ? `${kind} fresh` : kind} aria-hidden="true">
      <circle cx="50%" cy="50%" pathLength="1" />
    </svg>
  );
}

/** Nothing to see of it but the reasons: it waits for the pointer to rest, and says what appears. */
export function Marks({ critic }: { critic: CriticView }) {
  const { studio } = useUi();
  const preview = guessPreview.chosen.value;
  useEffect(() => critic.setPreview(preview), [preview]);
  useEffect(() => {
    return watchForRest((artwork) => {
      // An open sheet is what the person looks at.
      if (!isDialogOpen()) critic.peek(artwork, 'rested');
    });
  }, [critic]);

  const gauge = critic.gauge.value;
  useEffect(() => remember('gauge', gauge === null ? 'asleep' : `${gauge}`), [gauge]);

  const fresh = [...critic.rings.value].find(([, { isFresh }]) => isFresh);
  const said = fresh === undefined ? '' : `${fresh[0]} ${fresh[1].sentence}`;
  useEffect(() => {
    if (fresh !== undefined) announcement.value = fresh[1].sentence;
  }, [said]);

  const why = critic.why.value;
  const focused = studio.focused.value;
  useEffect(() => {
    if (why !== null && focused !== why.artwork) critic.hideWhy();
  }, [focused]);
  return why === null ? null : <WhyNote key={why.artwork} why={why} onClose={critic.hideWhy} />;
}
