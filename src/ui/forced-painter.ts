import { type Backend, backends } from '#platform/render/backends.ts';
import { recall } from './remembered.ts';

export interface ForcedPainter {
  /** What shall paint the screen; null: the fastest. */
  readonly backend: Backend | null;
  /** Why the address is not followed, in a sentence; null when it is, or asks for nothing. */
  readonly refusal: string | null;
}

export const readForcedPainter = (): ForcedPainter =>
  choosePainter(new URLSearchParams(location.search).get('painter'), recall('painter'));

/** `?painter=` in the address goes before the setting of that name. */
export function choosePainter(asked: string | null, remembered: string | null): ForcedPainter {
  const isUnknown = asked !== null && asked !== 'fastest' && find(asked) === null;
  return {
    backend: find(isUnknown ? remembered : (asked ?? remembered)),
    refusal: isUnknown ? describeNames() : null,
  };
}

function describeNames(): string {
  const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(backends);
  return `There is no painter of that name. The address can ask for ${names}.`;
}

const find = (name: string | null) => backends.find((backend) => backend === name) ?? null;
