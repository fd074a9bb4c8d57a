import { capNow } from '../shell/caps.ts';

/** The key that does it now, for the eye; nothing when it has none. */
export function KeyCap({ own }: { own: string }) {
  const cap = capNow(own);
  return cap === undefined ? null : (
    <span class="key" aria-hidden="true">
      {cap}
    </span>
  );
}
