// Whether the family tree stands beside the rows: always where it is wide, until it is closed where it is not, never on a phone.
import { signal } from '@preact/signals';
import { layout } from '../layout.ts';
import { recall, remember } from '../remembered.ts';

const name = 'family';
const isOpen = signal(recall(name) !== 'closed');

export const hasFamilyPanel = () => layout.value === 'wide' || (layout.value === 'medium' && isOpen.value);

export function showFamily(isShown: boolean): void {
  isOpen.value = isShown;
  remember(name, isShown ? 'open' : 'closed');
}
