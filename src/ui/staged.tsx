// The app's first drawing is a few short tasks instead of a long one, so that whoever types or clicks meanwhile is heard.
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

const reached = signal(Number.POSITIVE_INFINITY);

/** Draws `children` from that stage of the first drawing on, and at once ever after. */
export function Staged({ at, children }: { at: number; children: ComponentChildren }): ComponentChildren {
  return reached.value >= at ? children : null;
}

/** Resolves when everything up to `lastStage` is drawn, each stage in a task of its own. */
export async function drawInStages(draw: () => void, lastStage: number): Promise<void> {
  reached.value = 0;
  draw();
  for (let stage = 1; stage <= lastStage; stage++) {
    await nextTask();
    reached.value = stage;
  }
  await nextTask();
  reached.value = Number.POSITIVE_INFINITY;
}

/** No timer: those of a tab in the background fire once a second. */
const nextTask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
