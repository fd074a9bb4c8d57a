// What is being opened on the easel, noted before it is painted and taken back when it is, or when the page is left or hidden:
// nothing is painted where nobody looks. A note that stays is of a picture that may have closed its tab.
import type { ArtworkId } from '#core/gallery/records.ts';
import { recall, remember } from './remembered.ts';

const name = 'opening';
let opening: ArtworkId | null = null;
let isNoted = false;

export function noteOpening(artwork: ArtworkId): void {
  opening = artwork;
  note();
  addEventListener('pagehide', noteOpened, { once: true });
  document.addEventListener('visibilitychange', note);
}

export function noteOpened(): void {
  opening = null;
  note();
  document.removeEventListener('visibilitychange', note);
}

/** Another tab's note is left alone. */
function note(): void {
  const noted = document.visibilityState === 'visible' ? opening : null;
  if (noted !== null || isNoted) remember(name, noted ?? '');
  isNoted = noted !== null;
}

/** Says so once: whoever asks for it again shall have it. */
export function hasClosedTab(artwork: ArtworkId): boolean {
  if (isNoted || recall(name) !== artwork) return false;
  remember(name, '');
  return true;
}
