// What is not saved: said until it is, with the ways out.
import { effect, untracked } from '@preact/signals-core';
import type { StoreFault } from '#platform/storage/store.ts';
import { outdatedAlert } from './acting.ts';
import { isArtwork } from './changes.ts';
import type { Session } from './session.ts';
import type { Alert } from './studio.ts';

/** Follows what is held until the returned function is called. */
export function showUnsaved(session: Session): () => void {
  const { keeping, notices } = session;

  /** One file an artwork: each opens again by itself. */
  async function exportHeld() {
    const [{ artworkToJson }, { fileNameFor }] = await Promise.all([
      import('#core/formats/artwork-json.ts'),
      import('#platform/export/file-name.ts'),
    ]);
    const artworks = keeping.held('artwork').filter(isArtwork);
    for (const artwork of artworks) {
      const file = new Blob([artworkToJson(artwork, artwork.view)], { type: 'application/json' });
      const name = fileNameFor(artwork.title, null, { widthPx: 1, heightPx: 1 });
      session.options.saveFile(file, name.replace(/-1\.png$/, '.json'));
    }
    if (artworks.length === 0) notices.say('No artwork is among what is held.');
  }

  async function tryAgain() {
    const saved = await session.enqueue(() => keeping.retry());
    const isAllSaved = keeping.unsaved.peek() === null;
    if (isAllSaved) notices.say('Saved. Nothing is held back any more.', { about: 'saving' });
    else if (saved.length === 0) notices.say('Still not saved.', { about: 'saving' });
  }

  return effect(() => {
    const unsaved = keeping.unsaved.value;
    const alert: Alert | null = unsaved && {
      text: `${words(unsaved.fault)} ${heldWords(unsaved.count)}`,
      isLoss: true,
      actions: [
        ...(unsaved.fault === 'outdated' ? [] : [{ label: 'Try again', run: () => void tryAgain() }]),
        { label: 'Export', run: () => void exportHeld() },
        ...(unsaved.fault === 'full' ? [whatTakesSpace(session)] : []),
      ],
    };
    untracked(() => notices.setAlert('unsaved', alert));
  });
}

/** The way to the sheet that tells it. */
export const whatTakesSpace = ({ shown }: Session) => ({
  label: 'What takes space',
  run: () => {
    shown.sheet.value = 'space';
  },
});

function words(fault: StoreFault): string {
  switch (fault) {
    case 'full':
      return 'Not saved: this device is full.';
    case 'outdated':
      return `Not saved. ${outdatedAlert.text}`;
    case 'closed':
      return 'Not saved: what this site keeps here was closed or cleared.';
    case 'unknown':
      return 'Not saved: this device did not take it.';
  }
}

const heldWords = (count: number) =>
  `${count === 1 ? '1 change is' : `${count} changes are`} held here. Export them or free space.`;
