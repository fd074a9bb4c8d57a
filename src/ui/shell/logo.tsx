import { useRef } from 'preact/hooks';

interface LogoProps {
  /** Distance of the ring from the disc, [0, 5]; null while the critic knows nothing: dashed, at full distance. */
  readonly offset: number | null;
}

/** The gauge: disc is you, ring is the critic. When it has learned, the ring goes round the disc once. */
export function Logo({ offset }: LogoProps) {
  const before = useRef(offset);
  const hasLearned = useRef(false);
  if (before.current !== offset) hasLearned.current = true;
  before.current = offset;
  return (
    <svg class="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <circle cx={16 - (offset ?? 5) / 2 - 1.5} cy="16" r="6.6" fill="var(--you)" />
      <circle
        key={offset}
        class={hasLearned.current ? 'learned' : undefined}
        cx={16 + (offset ?? 5) / 2 - 1.5}
        cy="16"
        r="9.6"
        fill="none"
        stroke="var(--critic)"
        stroke-width="1.7"
        stroke-dasharray={offset === null ? '2.9 3.13' : undefined}
      />
    </svg>
  );
}
