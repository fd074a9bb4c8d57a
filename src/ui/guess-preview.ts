// When the critic shows its guesses: the one place that knows.
import { signal } from '@preact/signals';
import type { GuessPreview } from '#studio/critic-view.ts';
import { recall, remember } from './remembered.ts';

const name = 'guess-preview';

export const guessPreviews: readonly { readonly value: GuessPreview; readonly words: string }[] = [
  { value: 'on-rest', words: 'When I rest on a picture' },
  { value: 'after-rating', words: 'Only after I rate' },
  { value: 'never', words: 'Never' },
];

const stored = recall(name);

export const guessPreview = signal<GuessPreview>(
  guessPreviews.find(({ value }) => value === stored)?.value ?? 'on-rest',
);

export function setGuessPreview(value: GuessPreview): void {
  guessPreview.value = value;
  remember(name, value);
}
