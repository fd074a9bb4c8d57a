import { useRef } from 'preact/hooks';
import type { ArtworkId, Stars } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import * as late from '../late.tsx';
import { allStars } from './discs.tsx';
import './rating-discs.css';

interface RatingDiscsProps {
  readonly artworkId: ArtworkId;
  readonly isBig?: boolean;
  /** Asked again: what was said before is not shown. */
  readonly onAgain?: (stars: Stars) => void;
}

/** A radio group whose arrows only move the focus: every choice is a judgement, so it takes Space, Enter or a press. */
export function RatingDiscs({ artworkId, isBig = false, onAgain }: RatingDiscsProps) {
  const { studio } = useUi();
  const group = useRef<HTMLDivElement>(null);
  const stars = onAgain ? undefined : studio.stars.value.get(artworkId);
  const ring = onAgain ? undefined : studio.critic.value?.rings.value.get(artworkId);
  const rate = onAgain ?? ((value: Stars) => void studio.actions.rate(artworkId, value));
  const tabStop = stars ?? 1;
  return (
    <div
      class={isBig ? 'rating-discs big' : 'rating-discs'}
      role="radiogroup"
      aria-label="Your rating"
      ref={group}
      onKeyDown={(event) => {
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        const discs = [...group.current!.querySelectorAll<HTMLElement>('[role=radio]')];
        const at = discs.indexOf(document.activeElement as HTMLElement);
        discs[(at + step + discs.length) % discs.length]?.focus();
      }}
    >
      {allStars.map((value) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio button would judge on every arrow
        <button
          type="button"
          key={value}
          class="rating-disc"
          role="radio"
          aria-checked={value === stars}
          aria-label={`${value} of 5`}
          tabIndex={value === tabStop ? 0 : -1}
          onClick={() => rate(value)}
        >
          <span class={value <= (stars ?? 0) ? 'disc filled' : 'disc'}>
            {ring?.stars === value && <late.ring.View ring={ring} />}
          </span>
        </button>
      ))}
    </div>
  );
}
