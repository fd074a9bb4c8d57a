// Places and sheets that the first wall does without: loaded once it hangs, or when first asked for.
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Studio } from '#studio/studio.ts';
import { idle } from './idle.ts';

export interface Late<P> {
  readonly View: ComponentType<P>;
  /** Begins to load; once is enough. Resolves when it is there, or did not come. */
  readonly load: () => Promise<void>;
}

export function createLate<P extends object>(fetchView: () => Promise<ComponentType<P>>): Late<P> {
  const state = signal<{ readonly Loaded: ComponentType<P> } | 'waiting' | 'failed'>('waiting');
  let loading: Promise<void> | null = null;
  const load = () =>
    (loading ??= fetchView().then(
      (Loaded) => {
        state.value = { Loaded };
      },
      () => {
        state.value = 'failed';
        loading = null;
      },
    ));
  const View = (props: P) => {
    if (state.value === 'waiting') void load();
    if (state.value === 'failed') return <NotLoaded />;
    if (typeof state.value === 'string') return null;
    const { Loaded } = state.value;
    return <Loaded {...props} />;
  };
  return { View, load };
}

export const NotLoaded = () => <p class="not-loaded">This part did not load. Reload to go on.</p>;

export const gallery = createLate(async () => (await import('./gallery/gallery.tsx')).Gallery);
export const taste = createLate(async () => (await import('./taste/taste.tsx')).Taste);
export const train = createLate(async () => (await import('./train/train.tsx')).Train);
export const marks = createLate(async () => (await import('./taste/marks.tsx')).Marks);
export const ring = createLate(async () => (await import('./taste/marks.tsx')).RingMark);
export const easelCanvas = createLate(async () => (await import('./easel/easel.tsx')).EaselCanvas);
export const easelSide = createLate(async () => (await import('./easel/easel.tsx')).EaselSide);
export const sketches = createLate(async () => (await import('./sketches/sketches.tsx')).Sketches);
export const exportSheet = createLate(async () => (await import('./sheets/file-sheets.tsx')).ExportSheet);
export const moreSheet = createLate(async () => (await import('./explore/wall-sheets.tsx')).MoreSheet);
export const tileSheet = createLate(async () => (await import('./explore/wall-sheets.tsx')).TileSheet);
export const wallsSheet = createLate(async () => (await import('./explore/wall-sheets.tsx')).WallsSheet);
export const importSheet = createLate(async () => (await import('./sheets/file-sheets.tsx')).ImportSheet);

export const shellSheet = createLate(async () => (await import('./shell/shell-sheet.tsx')).ShellSheet);
export const damaged = createLate(async () => (await import('./shell/damaged.tsx')).Damaged);
export const outdated = createLate(async () => (await import('./shell/damaged.tsx')).Outdated);

/** All of them, and what the studio did without, one by one when the browser has time: together they would hold the page up. */
export async function loadLate(studio: Studio): Promise<void> {
  const watch = () =>
    import('./shell/watch-device.ts').then(
      ({ watchDevice }) => watchDevice(studio),
      () => undefined, // it only tells what the device does
    );
  const { loadRest, wakeCritic } = studio.actions;
  const views = [easelCanvas, easelSide, gallery, moreSheet, tileSheet, wallsSheet, exportSheet, importSheet];
  const loads = [...views, shellSheet, damaged, outdated].map(({ load }) => load);
  // What the person does first comes first; and whatever it is, it loads its own part at once.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  for (const load of [loadRest, wakeCritic, watch, ...loads]) {
    await idle();
    await load();
  }
}
