// A hidden page may be closed without a word, and on battery it should not work unseen.
import type { TrainingRoom } from '#studio/training-room.ts';

const unseenMs = 60_000;

interface Battery {
  readonly charging: boolean;
}

const followed = new WeakSet<TrainingRoom>();

/** For as long as the page lives: training goes on while the person is elsewhere in it. */
export function saveWhenHidden(room: TrainingRoom): void {
  if (followed.has(room)) return;
  followed.add(room);
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (!document.hidden) return;
    void room.actions.keep();
    timer = setTimeout(() => void pauseOnBattery(room), unseenMs);
  });
  window.addEventListener('pagehide', () => void room.actions.keep());
}

async function pauseOnBattery(room: TrainingRoom): Promise<void> {
  const battery = await readBattery();
  if (battery === null || battery.charging || !document.hidden) return;
  room.actions.pauseToSave('Paused while nobody was looking, to spare the battery.');
}

/** null where a browser does not tell. */
async function readBattery(): Promise<Battery | null> {
  const { getBattery } = navigator as { getBattery?: () => Promise<Battery> };
  try {
    return getBattery === undefined ? null : await getBattery.call(navigator);
  } catch {
    return null;
  }
}
