import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hasClosedTab, noteOpened, noteOpening } from '#ui/opening-artwork.ts';

const key = 'palate.ui.opening';
let stored: Map<string, string>;
let page: EventTarget & { visibilityState: DocumentVisibilityState };

beforeEach(() => {
  stored = new Map();
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  });
});

afterEach(() => {
  noteOpened();
  vi.unstubAllGlobals();
});

function show(visibilityState: DocumentVisibilityState): void {
  page.visibilityState = visibilityState;
  page.dispatchEvent(new Event('visibilitychange'));
}

test('an artwork is noted while it is opened, until it is painted', () => {
  noteOpening('moon');
  expect(stored.get(key)).toBe('moon');
  noteOpened();
  expect(stored.get(key)).toBe('');
});

test('what was noted by a tab that is gone is asked once', () => {
  stored.set(key, 'moon');
  expect(hasClosedTab('sun')).toBe(false);
  expect(hasClosedTab('moon')).toBe(true);
  expect(hasClosedTab('moon')).toBe(false);
});

test('nothing is noted while the page is hidden: nothing is painted there', () => {
  stored.set(key, 'of another tab');
  page.visibilityState = 'hidden';
  noteOpening('moon');
  expect(stored.get(key)).toBe('of another tab');
  show('visible');
  expect(stored.get(key)).toBe('moon');
  show('hidden');
  expect(stored.get(key)).toBe('');
  noteOpened();
  show('visible');
  expect(stored.get(key)).toBe('');
});
