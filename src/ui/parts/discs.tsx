import type { Stars } from '#core/gallery/records.ts';
import type { Ring } from '#studio/critic-view.ts';
import * as late from '../late.tsx';

export const allStars = [1, 2, 3, 4, 5] as const;

interface DiscsProps {
  readonly stars: Stars | undefined;
  /** The critic's. */
  readonly ring?: Ring | undefined;
  readonly onRate?: (stars: Stars) => void;
}

/** Five discs, `stars` of them filled. For the pointer only: the words are in the name of what they lie on. */
export function Discs({ stars, ring, onRate }: DiscsProps) {
  const kinds = [
    'discs',
    onRate !== undefined && 'ratable',
    stars === undefined && ring === undefined && 'blank',
  ];
  return (
    <span class={kinds.filter(Boolean).join(' ')} aria-hidden="true">
      {allStars.map((value) => {
        const disc = (
          <span class={value <= (stars ?? 0) ? 'disc filled' : 'disc'}>
            {ring?.stars === value && <late.ring.View ring={ring} />}
          </span>
        );
        if (onRate === undefined) return disc;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the keys 1 to 5 do the same
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys 1 to 5 do the same
          <span
            class="disc-hit"
            key={value}
            data-stars={value}
            onClick={(event) => {
              event.stopPropagation();
              onRate(value);
            }}
            onDblClick={(event) => event.stopPropagation()}
          >
            {disc}
          </span>
        );
      })}
      {ring?.words && <span class="ring-words">{ring.words}</span>}
    </span>
  );
}
