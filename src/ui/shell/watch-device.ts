// What the device does to the studio: the network goes, room runs out.
import { effect } from '@preact/signals';
import { createRoom } from '#platform/storage/room.ts';
import type { Studio } from '#studio/studio.ts';
import { recall, remember } from '../remembered.ts';
import { barWord } from './bar-word.ts';
import { announcement } from './status-line.tsx';

const askedName = 'asked-to-last';
const everyMs = 5 * 60_000;
const afterSaveMs = 3000;

let isWatching = false;

/** For as long as the page lives; once. */
export function watchDevice(studio: Studio): void {
  if (isWatching) return;
  isWatching = true;
  let wasOffline = false;
  const tellOffline = () => {
    if (wasOffline) return;
    wasOffline = true;
    barWord.value = 'Offline. Everything still works.';
    announcement.value = barWord.value;
  };
  addEventListener('offline', tellOffline);
  addEventListener('online', () => (barWord.value = null));
  if (!navigator.onLine) tellOffline();

  const room = createRoom();
  const check = async () => {
    if (studio.state.peek().kind !== 'ready') return;
    const isSaid = await studio.actions.checkRoom(room, recall(askedName) !== null);
    if (isSaid) remember(askedName, '1');
  };
  void check();
  setInterval(() => void check(), everyMs);
  // A rating or a keep that was just told as saved may be the tenth, or one that hardly found room.
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    if (studio.stars.value.size + studio.gallery.count.value === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => void check(), afterSaveMs);
  });
}
