// The easel: one artwork over the place it was opened from.
import { effect, untracked } from '@preact/signals-core';
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
  /** How artworks came to be is told in words that the first wall does without. */
  readonly loadWords: () => Promise<unknown>;
  /** Follows the place from now on. */
  readonly start: (acting: Acting, projection: Projection, rescue: Rescue) => () => void;
}

/** What can be done when another tab changed or deleted what is shown. */
export interface Rescue {
  readonly bringBack: (artwork: Artwork) => Promise<unknown>;
  /** As it was here, beside what it is now. */
  readonly keepCopy: (mine: Artwork, theirs: Artwork) => Promise<unknown>;
}

export function createEasel(session: Session): Easel {
  const { keeping, lookedAt, notices, shown } = session;
  let rescue: Rescue | null = null;
  let loadingWords: ReturnType<typeof importWords> | null = null;

  /** null when they did not come: without them the label is shorter, and the next one asks again. */
  function loadWords() {
    loadingWords ??= importWords();
    return loadingWords.catch(() => {
      loadingWords = null;
      return null;
    });
  }

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
    const [words, depth] = await Promise.all([loadWords(), findDepth(keeping, artwork)]);
    const provenance = words?.describeProvenance(artwork, depth) ?? '';
    // Whoever left meanwhile is not called back.
    if (isOn(artwork.id)) shown.easel.value = { artwork, opened: artwork.id, provenance, isStored };
  }

  function isOn(id: ArtworkId) {
    const place = shown.place.peek();
    return place.kind === 'art' && place.artwork === id;
  }

  return {
    loadWords,
    start({ atOnce }, projection, given) {
      rescue = given;
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
        if (isNews)
          notices.say('Changed in another tab. Showing the newer.', {
            milliseconds: undoMs,
            action: {
              label: 'Keep mine as a copy',
              run: () => void rescue?.keepCopy(state.artwork, after),
            },
          });
      } else if (from === 'here') {
        goBack(session);
      } else {
        notices.say('Deleted in another tab.', {
          milliseconds: undoMs,
          action: { label: 'Bring it back', run: () => void rescue?.bringBack(state.artwork) },
        });
      }
    },
  };
}

const importWords = () => import('#core/gallery/provenance.ts');

function findAfter(changes: readonly RecordChange[], id: ArtworkId) {
  for (const one of changes) if (one.record === 'artwork' && one.id === id) return one.after;
  return undefined;
}

const isNewer = (after: Artwork, shown: Artwork) =>
  after.title !== shown.title || after.altText !== shown.altText || !isSame(after.view, shown.view);
