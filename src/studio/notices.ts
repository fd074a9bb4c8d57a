// What is said: the polite line, one message at a time, and the alert that stays until its cause is gone.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Alert, StatusLine } from './studio.ts';

/** Reasons for an alert, the gravest first: one is shown. */
const reasons = ['outdated', 'damaged', 'closed', 'unsaved', 'memory', 'room'] as const;

export type AlertReason = (typeof reasons)[number];

export interface SayOptions {
  readonly action?: StatusLine['action'];
  readonly milliseconds?: number;
  /** A message takes the place of one about the same thing, shown or waiting. Its own text unless told. */
  readonly about?: string;
  /** It makes way for whatever is said meanwhile, and comes back afterwards. */
  readonly isPatient?: boolean;
  /** It speaks of what is on screen, and goes with it. */
  readonly isOfHere?: boolean;
}

export interface Notices {
  readonly status: ReadonlySignal<StatusLine | null>;
  readonly alert: ReadonlySignal<Alert | null>;
  readonly say: (text: string, options?: SayOptions) => void;
  readonly dismissStatus: () => void;
  /** Something else is on screen: takes back what spoke of the last. */
  readonly leave: () => void;
  /** null: the cause is gone. */
  readonly setAlert: (reason: AlertReason, alert: Alert | null) => void;
}

export const ordinaryMs = 6000;
export const undoMs = 8000;

const waitingLimit = 3;

interface Entry {
  readonly about: string;
  readonly isOfHere: boolean;
  readonly line: StatusLine;
}

export function createNotices(): Notices {
  /** The first is shown; patient ones are the last. */
  const lines = signal<readonly Entry[]>([]);
  const alerts = signal<ReadonlyMap<AlertReason, Alert>>(new Map());

  return {
    status: computed(() => lines.value[0]?.line ?? null),
    alert: computed(() => {
      for (const reason of reasons) {
        const alert = alerts.value.get(reason);
        if (alert !== undefined) return alert;
      }
      return null;
    }),
    say(
      text,
      { action = null, milliseconds = ordinaryMs, about = text, isPatient = false, isOfHere = false } = {},
    ) {
      const entry = { about, isOfHere, line: { text, action, milliseconds, isPatient } };
      const place = lines.value.findIndex((other) => other.about === about);
      const next =
        place < 0
          ? [...lines.value, entry].toSorted((a, b) => Number(a.line.isPatient) - Number(b.line.isPatient))
          : lines.value.map((old, index) => (index === place ? entry : old));
      // The one on screen stays; of those that wait, the oldest makes room.
      lines.value = next.length > waitingLimit + 1 ? [next[0]!, ...next.slice(2)] : next;
    },
    dismissStatus() {
      lines.value = lines.value.slice(1);
    },
    leave() {
      if (lines.peek().some(({ isOfHere }) => isOfHere))
        lines.value = lines.peek().filter(({ isOfHere }) => !isOfHere);
    },
    setAlert(reason, alert) {
      const next = new Map(alerts.value);
      if (alert === null) next.delete(reason);
      else next.set(reason, alert);
      alerts.value = next;
    },
  };
}
