// How large pictures hang. Smaller than they come would be more of them than a page may hold.
import { signal } from '@preact/signals';
import { recall, remember } from '../remembered.ts';

const name = 'gallery-scale';
const scales = [1, 1.35, 1.8, 2.4] as const;

const read = () => scales.find((scale) => String(scale) === recall(name)) ?? 1;

export const pictureScale = signal<(typeof scales)[number]>(read());

/** `+`, `-` and Backspace; whether it was one of them. */
export function scaleByKey(key: string): boolean {
  const steps: Record<string, number> = { '+': 1, '=': 1, '-': -1, _: -1, Backspace: -scales.length };
  const step = steps[key];
  if (step === undefined) return false;
  const at = Math.max(0, Math.min(scales.length - 1, scales.indexOf(pictureScale.peek()) + step));
  pictureScale.value = scales[at]!;
  remember(name, String(scales[at]));
  return true;
}
