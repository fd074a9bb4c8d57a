// The width of the page, as the three layouts of the design.
import { signal } from '@preact/signals';

export type Layout = 'narrow' | 'medium' | 'wide';

const narrow = matchMedia('(width < 720px)');
const wide = matchMedia('(width >= 1200px)');
const read = (): Layout => (narrow.matches ? 'narrow' : wide.matches ? 'wide' : 'medium');

export const layout = signal<Layout>(read());
for (const query of [narrow, wide]) query.addEventListener('change', () => (layout.value = read()));

const readDensity = () => Math.min(2, Math.max(1, window.devicePixelRatio || 1));
const shownDensity = signal(readDensity());
function watchDensity() {
  shownDensity.value = readDensity();
  const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  query.addEventListener('change', watchDensity, { once: true });
}
watchDensity();

/** Device pixels a CSS pixel, capped at 2; whatever is drawn by it is drawn anew on another screen. */
export const density = () => shownDensity.value;

export const isMotionReduced = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
