// What is being opened on the easel, noted before it is painted and taken back when it is, or when the page is left: a note that
// stays is of a picture that may have closed its tab.
import type { ArtworkId } from '#core/gallery/records.ts';
import { recall, remember } from './remembered.ts';

const name = 'opening';
let isNoted = false;

export function noteOpening(artwork: ArtworkId): void {
  isNoted = true;
  remember(name, artwork);
  addEventListener('pagehide', noteOpened, { once: true });
}

export function noteOpened(): void {
  if (!isNoted) return;
  isNoted = false;
  remember(name, '');
}

/** Says so once: whoever asks for it again shall have it. */
export function hasClosedTab(artwork: ArtworkId): boolean {
  if (isNoted || recall(name) !== artwork) return false;
  remember(name, '');
  return true;
}
