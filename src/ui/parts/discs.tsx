import type { Stars } from '#core/gallery/records.ts';

export const allStars = [1, 2, 3, 4, 5] as const;

/** Five discs, `stars` of them filled. For the pointer only: the words are in the name of what they lie on. */
export function Discs({ stars, onRate }: { stars: Stars | undefined; onRate?: (stars: Stars) => void }) {
  return (
    <span class={onRate === undefined ? 'discs' : 'discs ratable'} aria-hidden="true">
      {allStars.map((value) => {
        const disc = <span class={value <= (stars ?? 0) ? 'disc filled' : 'disc'} />;
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
    </span>
  );
}
