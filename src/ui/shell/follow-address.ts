import { effect } from '@preact/signals-core';
import { formatPlace, type Place } from '#studio/place.ts';
import type { Studio } from '#studio/studio.ts';

/** Keeps the address and the place the same, in both directions, until the returned function is called. */
export function followAddress({ place, actions }: Studio): () => void {
  const isHere = (fragment: string) =>
    location.hash === fragment || (fragment === '#/explore' && location.hash === '');
  const hear = () => {
    if (!isHere(formatPlace(place.peek()))) actions.goToFragment(location.hash);
    // An address that leads nowhere shows Explore, and says so.
    const fragment = formatPlace(place.peek());
    if (!isHere(fragment)) history.replaceState(null, '', fragment);
  };
  hear();
  window.addEventListener('hashchange', hear);

  let last = place.peek();
  const stop = effect(() => {
    const next = place.value;
    const before = last;
    last = next;
    const fragment = formatPlace(next);
    if (isHere(fragment)) return;
    const isSameSearch = isSearch(before) && isSearch(next);
    if (isSameSearch || (before.kind === 'art' && next.kind === 'art'))
      history.replaceState(history.state, '', fragment);
    // The easel was entered from where it now leads: the browser's own Back undoes the step.
    else if (before.kind === 'art' && history.state?.openedFrom === fragment) history.back();
    else history.pushState({ openedFrom: formatPlace(before) }, '', fragment);
  });
  return () => {
    stop();
    window.removeEventListener('hashchange', hear);
  };
}

/** While one types, the address goes along; it is one step back to what was there before. */
const isSearch = (place: Place) => place.kind === 'gallery' && place.list?.kind === 'search';
