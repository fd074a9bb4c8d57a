// The easel: one artwork over the place it was opened from.
import { effect, untracked } from '@preact/signals-core';
import { describeProvenance } from '#core/gallery/provenance.ts';
import type { Artwork, ArtworkId, RecordChange } from '#core/gallery/records.ts';
import type { Acting } from './acting.ts';
import { isArtwork } from './changes.ts';
import { findDepth } from './lineage.ts';
import { goBack } from './navigating.ts';
import { undoMs } from './notices.ts';
import { isSame } from './rebase.ts';
import type { Session } from './session.ts';
import type { Projection, Viewer } from './showing.ts';

export interface Easel extends Viewer {
  /** Follows the place from now on. */
  readonly start: (
    acting: Acting,
    projection: Projection,
    bringBack: (artwork: Artwork) => void,
  ) => () => void;
}

export function createEasel(session: Session): Easel {
  const { keeping, lookedAt, notices, shown } = session;
  let bring: (artwork: Artwork) => void = () => {};

  async function open(id: ArtworkId, projection: Projection) {
    const record = await keeping.get('artwork', id);
    const artwork = isArtwork(record) ? record : (lookedAt.get(id) ?? null);
    if (artwork === null) {
      notices.say(record === undefined ? 'That artwork is not here.' : 'That artwork was deleted.');
      if (isOn(id)) goBack(session);
      return;
    }
    await projection.readStars([id]);
    await put(artwork, isArtwork(record));
  }

  async function put(artwork: Artwork, isStored: boolean) {
    const provenance = describeProvenance(artwork, await findDepth(keeping, artwork));
    // Whoever left meanwhile is not called back.
    if (isOn(artwork.id)) shown.easel.value = { artwork, opened: artwork.id, provenance, isStored };
  }

  function isOn(id: ArtworkId) {
    const place = shown.place.peek();
    return place.kind === 'art' && place.artwork === id;
  }

  return {
    start({ atOnce }, projection, bringBack) {
      bring = bringBack;
      return effect(() => {
        const place = shown.place.value;
        const isReady = shown.state.value.kind === 'ready';
        untracked(() => {
          const current = shown.easel.peek()?.artwork.id;
          if (place.kind !== 'art' || current !== place.artwork) shown.easel.value = null;
          if (place.kind === 'art' && isReady && current !== place.artwork) {
            void atOnce(() => open(place.artwork, projection));
          }
        });
      });
    },

    async hear(changes, from) {
      const state = shown.easel.peek();
      const after = state && findAfter(changes, state.artwork.id);
      if (state === null || after === undefined) return;
      if (isArtwork(after)) {
        const isNews = from === 'elsewhere' && isNewer(after, state.artwork);
        shown.easel.value = { ...state, artwork: after, isStored: true };
        if (isNews) notices.say('Changed in another tab. Showing the newer.');
      } else if (from === 'here') {
        goBack(session);
      } else {
        notices.say('Deleted in another tab.', {
          milliseconds: undoMs,
          action: { label: 'Bring it back', run: () => bring(state.artwork) },
        });
      }
    },
  };
}

function findAfter(changes: readonly RecordChange[], id: ArtworkId) {
  for (const one of changes) if (one.record === 'artwork' && one.id === id) return one.after;
  return undefined;
}

const isNewer = (after: Artwork, shown: Artwork) =>
  after.title !== shown.title || after.altText !== shown.altText || !isSame(after.view, shown.view);
