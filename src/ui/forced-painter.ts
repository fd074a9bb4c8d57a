import { type Backend, backends } from '#platform/render/backends.ts';
import { recall } from './remembered.ts';

/** What shall paint the screen: `?painter=` in the address before the setting of that name; null: the fastest. */
export function readForcedPainter(): Backend | null {
  const named = new URLSearchParams(location.search).get('painter') ?? recall('painter');
  return backends.find((backend) => backend === named) ?? null;
}
