import { batch, computed, effect, untracked } from '@preact/signals-core';
import type { ArtworkId } from '#core/gallery/records.ts';
import { formatPlace, type Place, parsePlace } from './place.ts';
import type { Session } from './session.ts';

/** The easel lies over the place it was opened from; what it shows has the focus, there and on the way back. */
export function go({ shown }: Session, place: Place): void {
  const here = shown.place.peek();
  batch(() => {
    // Whoever goes elsewhere is not fetched away by what was asked for before.
    shown.link.value = null;
    if (formatPlace(here) === formatPlace(place)) return;
    if (place.kind === 'art') {
      if (here.kind !== 'art') shown.placeBehind.value = here;
      shown.focused.value = place.artwork;
    } else if (here.kind !== 'art' || shown.placeBehind.peek().kind !== place.kind) {
      shown.focused.value = null;
    }
    shown.place.value = place;
  });
}

export function goToFragment(session: Session, fragment: string): void {
  let place = parsePlace(fragment);
  if (place === null) session.notices.say('That address leads nowhere here. This is Explore.');
  if (place?.kind === 'art' && hasClosedTab(session, place.artwork)) place = null;
  go(session, place ?? { kind: 'explore' });
}

/** Whether the tab may have closed for that artwork, which is then said: no address shall lead to it by itself. */
export function hasClosedTab({ options, notices }: Session, artwork: ArtworkId): boolean {
  if (!options.hasClosedTab?.(artwork)) return false;
  notices.say('That picture may have closed this tab, so it was not opened by itself again.');
  return true;
}

export function goBack(session: Session): void {
  if (session.shown.place.peek().kind === 'art') go(session, session.shown.placeBehind.peek());
}

/** What was said of a place, or of a wall, goes when another is shown. Until the returned function is called. */
export function clearLeftNotices({ notices, shown }: Session): () => void {
  const wall = computed(() => shown.wall.value?.wall.id);
  return effect(() => {
    void [shown.place.value, wall.value];
    untracked(notices.leave);
  });
}

export function focus({ shown }: Session, artwork: ArtworkId | null): void {
  shown.focused.value = artwork;
}
