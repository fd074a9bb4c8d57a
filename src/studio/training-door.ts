import { computed, signal } from '@preact/signals-core';
import type { Acting } from './acting.ts';
import { go } from './navigating.ts';
import type { Session } from './session.ts';
import type { TrainingDoor, TrainingRoom } from './training-room.ts';

/** All of training that is there before anybody asks for it. */
export function createTrainingDoor(session: Session, acting: Acting): TrainingDoor {
  const room = signal<TrainingRoom | null>(null);
  let opening: Promise<TrainingRoom> | null = null;

  async function load(): Promise<TrainingRoom> {
    try {
      const { createTraining } = await import('./training.ts');
      room.value ??= createTraining(session, acting);
      return room.value;
    } catch (error) {
      opening = null; // asked again, it is fetched again
      throw error;
    }
  }
  const open = () => (opening ??= load());

  return {
    room,
    words: computed(() => room.value?.words.value ?? null),
    open,
    async useFile(file) {
      go(session, { kind: 'train', training: null });
      await (await open()).actions.copyFile(file);
    },
  };
}
