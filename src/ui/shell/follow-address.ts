import { effect } from '@preact/signals-core';
import { formatLink, formatPlace, type Place } from '#studio/place.ts';
import type { Studio } from '#studio/studio.ts';

/** A place, or a link on its way to one. */
interface Addressed {
  readonly place: Place;
  readonly link: string | null;
}

/** Keeps the address and the place the same, in both directions, until the returned function is called. */
export function followAddress({
  place,
  link,
  actions,
}: Pick<Studio, 'place' | 'link' | 'actions'>): () => void {
  const isHere = (fragment: string) =>
    location.hash === fragment || (fragment === '#/explore' && location.hash === '');
  const peek = () => fragmentOf({ place: place.peek(), link: link.peek() });
  const hear = () => {
    if (!isHere(peek())) actions.goToFragment(location.hash);
    // An address that leads nowhere shows Explore, and says so.
    const fragment = peek();
    if (!isHere(fragment)) history.replaceState(null, '', fragment);
  };
  hear();
  window.addEventListener('hashchange', hear);

  let last: Addressed = { place: place.peek(), link: link.peek() };
  const stop = effect(() => {
    const next = { place: place.value, link: link.value };
    const before = last;
    last = next;
    const fragment = fragmentOf(next);
    if (isHere(fragment)) return;
    const isSameSearch = isSearch(before.place) && isSearch(next.place);
    if (isSameSearch || (isEasel(before) && isEasel(next))) history.replaceState(history.state, '', fragment);
    // The easel was entered from where it now leads: the browser's own Back undoes the step.
    else if (isEasel(before) && history.state?.openedFrom === fragment) history.back();
    // A link that led nowhere.
    else if (before.place === next.place && next.link === null) history.replaceState(null, '', fragment);
    else history.pushState({ openedFrom: fragmentOf(before) }, '', fragment);
  });
  return () => {
    stop();
    window.removeEventListener('hashchange', hear);
  };
}

const fragmentOf = ({ place, link }: Addressed) => (link === null ? formatPlace(place) : formatLink(link));

/** Or on the way to it. */
const isEasel = ({ place, link }: Addressed) => link !== null || place.kind === 'art';

/** While one types, the address goes along; it is one step back to what was there before. */
const isSearch = (place: Place) => place.kind === 'gallery' && place.list?.kind === 'search';
