// Sketches: which artwork they draw with, and what leaves of them: stills that carry their recipe, and loops.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Pixels, Size } from '#core/cppn/pixels.ts';
import { artworkToJson } from '#core/formats/artwork-json.ts';
import type { SketchRecipe } from '#core/formats/sketch-recipe.ts';
import type { Artwork, ArtworkId } from '#core/gallery/records.ts';
import type { VideoRequest } from '#platform/export/export-video.ts';
import { fileNameFor } from '#platform/export/file-name.ts';
import type { Acting } from './acting.ts';
import { isArtwork } from './changes.ts';
import { go } from './navigating.ts';
import type { Session } from './session.ts';
import type { SketchStill } from './studio.ts';

export type SketchWork =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly words: string; readonly progress: number };

export interface Sketching {
  /** null until one is found, and while there is none at all. */
  readonly artwork: ReadonlySignal<Artwork | null>;
  /** What could be drawn with: the newest of the gallery, then the wall. */
  readonly choices: ReadonlySignal<readonly Artwork[]>;
  readonly work: ReadonlySignal<SketchWork>;
  /** Reads the choices; draws with `wanted` if it is still there, else with what was chosen before, else with the first. */
  readonly open: (wanted: ArtworkId | null) => Promise<void>;
  readonly drawWith: (artwork: ArtworkId) => void;
  /** Takes a still up: draws with its artwork, or, where its sketch is not among these, opens that. */
  readonly reopen: (still: SketchStill, hasSketch: boolean) => void;
  /** The address names one that is not here; the first is shown. */
  readonly sayUnknown: () => void;
  readonly saveStill: (draw: () => Promise<Pixels>, recipe: SketchRecipe) => Promise<void>;
  readonly saveLoop: (
    video: Omit<VideoRequest, 'signal' | 'onProgress'>,
    recipe: SketchRecipe,
  ) => Promise<void>;
  readonly cancel: () => void;
}

const choiceCount = 60;

export function createSketching(session: Session, { atOnce }: Acting): Sketching {
  const { keeping, notices, options, shown } = session;
  const chosen = signal<Artwork | null>(null);
  // A picture of a fresh wall gets its words a little later.
  const artwork = computed(() => {
    const tile = shown.wall.value?.tiles.find((one) => one.artwork.id === chosen.value?.id);
    return tile?.artwork ?? chosen.value;
  });
  const choices = signal<readonly Artwork[]>([]);
  const work = signal<SketchWork>({ kind: 'idle' });
  let running: AbortController | null = null;

  async function open(wanted: ArtworkId | null) {
    const page = await keeping
      .store()
      .page('artwork', { order: 'hung', direction: 'descending', limit: choiceCount });
    const hung = page.items.filter(isArtwork).filter(({ isHung }) => isHung);
    const tiles = (shown.wall.peek()?.tiles ?? []).map((tile) => tile.artwork);
    const known = new Map([...hung, ...tiles].map((one) => [one.id, one]));
    const found = wanted === null ? undefined : (known.get(wanted) ?? (await keeping.get('artwork', wanted)));
    choices.value = [...known.values()];
    if (isArtwork(found)) chosen.value = found;
    else chosen.value ??= choices.value[0] ?? null;
  }

  /** One thing at a time leaves. */
  async function leave(words: string, make: (signal: AbortSignal) => Promise<void>) {
    if (running !== null) return;
    const controller = new AbortController();
    running = controller;
    work.value = { kind: 'working', words, progress: 0 };
    try {
      await make(AbortSignal.any([controller.signal, session.end.signal]));
    } catch (error) {
      if (controller.signal.aborted || session.end.signal.aborted) return;
      if (!(error instanceof Error)) throw error;
      notices.say('That did not come out. The sketch is as it was. Try a smaller window. (K-1)');
    } finally {
      running = null;
      work.value = { kind: 'idle' };
    }
  }

  return {
    artwork,
    choices,
    work,
    open: (wanted) => atOnce(() => open(wanted)),
    drawWith(id) {
      const found = choices.peek().find((one) => one.id === id);
      if (found !== undefined) chosen.value = found;
    },
    sayUnknown: () =>
      notices.say('There is no sketch of that name here. This is the first.', { isOfHere: true }),
    reopen({ artwork, recipe }, hasSketch) {
      shown.still.value = null;
      if (hasSketch) {
        chosen.value = artwork;
        choices.value = [artwork, ...choices.peek().filter(({ id }) => id !== artwork.id)];
        notices.say(`${recipe.title} as it was saved, with ${artwork.title}.`, {
          about: 'still',
          isOfHere: true,
        });
      } else {
        notices.say(`The sketch ${recipe.title} is not here. This is its artwork.`, { about: 'still' });
        go(session, { kind: 'art', artwork: artwork.id });
      }
    },
    saveStill: (draw, recipe) =>
      leave('Drawing the still', async (signal) => {
        const drawn = artwork.peek()!;
        const pixels = await draw();
        signal.throwIfAborted();
        const [{ packStrip }, { createBlobTarget }, { writePng }] = await Promise.all([
          import('#core/formats/packed-strip.ts'),
          import('#platform/export/file-target.ts'),
          import('#platform/export/write-png.ts'),
        ]);
        const size: Size = { widthPx: pixels.widthPx, heightPx: pixels.heightPx };
        const strips = (async function* () {
          yield packStrip(pixels);
        })();
        const fileName = fileNameFor(`${recipe.title} ${drawn.title}`, recipe.seed, size);
        const target = createBlobTarget('image/png', (file) => options.saveFile(file, fileName));
        await writePng({ size, strips, text: recipeToJson(drawn, recipe) }, target, { signal });
        notices.say(`Saved as ${fileName}. Drop it back in and everything reopens.`);
      }),
    saveLoop: (video, recipe) =>
      leave('Drawing the loop', async (signal) => {
        const { exportVideo } = await import('#platform/export/export-video.ts');
        const onProgress = (progress: number) => {
          if (!signal.aborted) work.value = { kind: 'working', words: 'Drawing the loop', progress };
        };
        const made = await exportVideo({ ...video, onProgress, signal });
        if (made === null) {
          notices.say('This browser cannot write videos. The still works.');
          return;
        }
        const name = fileNameFor(`${recipe.title} ${artwork.peek()!.title}`, recipe.seed, video.size);
        const fileName = name.replace(/png$/, made.extension);
        options.saveFile(made.file, fileName);
        notices.say(`Saved as ${fileName}.`);
      }),
    cancel: () => running?.abort(new DOMException('The drawing was cancelled.', 'AbortError')),
  };
}

/** The artwork's document, with how the sketch was set beside it: whoever drops the picture has the artwork back. */
export function recipeToJson(artwork: Artwork, recipe: SketchRecipe): string {
  const document: unknown = JSON.parse(artworkToJson(artwork, artwork.view));
  return JSON.stringify({ ...(document as object), sketch: recipe });
}
