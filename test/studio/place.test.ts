import { describe, expect, test } from 'vitest';
import { findLink, formatPlace, parsePlace } from '#studio/place.ts';
import { openStudio } from './open-studio.ts';
import { createDevice } from './tabs.ts';

describe('parsePlace', () => {
  test('reads what formatPlace writes', () => {
    for (const place of [
      { kind: 'explore' },
      { kind: 'gallery' },
      { kind: 'train', training: null },
      { kind: 'train', training: '0123456789abcdef' },
      { kind: 'gallery', list: { kind: 'five' } },
      { kind: 'gallery', list: { kind: 'trash' } },
      { kind: 'gallery', list: { kind: 'collection', name: 'Fruit & flesh / 50 % off #1 ü' } },
      { kind: 'gallery', list: { kind: 'search', text: 'from:half open rating:5' } },
      { kind: 'gallery', list: { kind: 'search', text: '' } },
      { kind: 'sketches', sketch: null },
      { kind: 'sketches', sketch: 'ten-lines' },
      { kind: 'art', artwork: '0123456789abcdef' },
    ] as const) {
      expect(parsePlace(formatPlace(place))).toEqual(place);
    }
  });

  test('takes an empty fragment for Explore and knows no other', () => {
    expect(parsePlace('')).toEqual({ kind: 'explore' });
    for (const fragment of [
      '#/nowhere',
      '#/art/../x',
      '#/art/0123456789ABCDEF',
      '#/gallery/',
      '#/train/x',
      '#/gallery/six',
      '#/gallery/q/%',
      '#/sketches/',
      '#/sketches/../x',
      '#/__proto__',
    ]) {
      expect(parsePlace(fragment)).toBeNull();
    }
  });
});

test('findLink finds a shared artwork in what was pasted', () => {
  expect(findLink('see https://palate.example/x/#/a/1eJx-_9 from me')).toBe('#/a/1eJx-_9');
  expect(findLink('#/art/0123456789abcdef')).toBeNull();
  expect(findLink('dark round red')).toBeNull();
});

describe('goToFragment', () => {
  test('shows Explore for an unknown one, and says so', async () => {
    const { studio } = await openStudio(createDevice());
    studio.actions.goToFragment('#/gallery');
    studio.actions.goToFragment('#/nowhere');
    expect(studio.place.peek()).toEqual({ kind: 'explore' });
    expect(studio.status.peek()?.text).toBe('That address leads nowhere here. This is Explore.');
    studio.dispose();
  });
});
