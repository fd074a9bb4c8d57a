// What the parts of the studio share: what is shown, what is kept, and one queue in which acts take their turn.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Card } from '#core/gallery/card.ts';
import type { Artwork, ArtworkId, Desk, Stars, Wall } from '#core/gallery/records.ts';
import type { Seed } from '#core/math/random.ts';
import type { Exporter } from '#platform/export/exporter.ts';
import type { Renderer } from '#platform/render/renderer.ts';
import type { OpenedStore } from '#platform/storage/store.ts';
import type { Workers } from '#platform/workers/jobs.ts';
import type { CriticAtWork } from './critic.ts';
import type { ExportState } from './export-state.ts';
import { createKeeping, type Keeping } from './keeping.ts';
import { createNotices, type Notices } from './notices.ts';
import type { Place } from './place.ts';
import type { EaselState, ImportedFile, SheetName, ShownWall, SketchStill, StudioState } from './studio.ts';

export interface StudioOptions {
  readonly open: () => Promise<OpenedStore>;
  readonly workers: Workers;
  readonly renderer: Renderer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly nextSeed: () => Seed;
  /** A hint: the first wall is then chosen while the store opens. */
  readonly isFirstVisit?: boolean;
  /** Whether earlier walls are seen on the left; absent: always. */
  readonly hasStrip?: () => boolean;
  /** Whether a tab may have closed for that artwork; asked when an address leads to it. */
  readonly hasClosedTab?: (artwork: ArtworkId) => boolean;
  readonly loadExporter: () => Promise<Exporter>;
  /** Hands a file to the person. */
  readonly saveFile: (file: Blob, fileName: string) => void;
}

/** What the views see, writable here. */
export interface Shown {
  readonly state: Signal<StudioState>;
  readonly place: Signal<Place>;
  readonly link: Signal<string | null>;
  readonly placeBehind: Signal<Place>;
  readonly focused: Signal<ArtworkId | null>;
  readonly stars: Signal<ReadonlyMap<ArtworkId, Stars>>;
  readonly wall: Signal<ShownWall | null>;
  /** Newest first. */
  readonly walls: Signal<readonly Wall[]>;
  readonly desk: Signal<Desk | null>;
  /** How much was judged, a pick counted as half; exact below 9. */
  readonly judgedCount: Signal<number>;
  /** null until it is awake. */
  readonly critic: Signal<CriticAtWork | null>;
  readonly breeding: Signal<{ readonly progress: number } | null>;
  readonly swapping: Signal<ReadonlySet<ArtworkId>>;
  readonly galleryItems: Signal<readonly Card[]>;
  readonly galleryCount: Signal<number>;
  readonly galleryOrder: Signal<'newest' | 'rating'>;
  readonly selected: Signal<ReadonlySet<ArtworkId>>;
  readonly easel: Signal<EaselState | null>;
  readonly exporting: Signal<ExportState | null>;
  readonly importing: Signal<readonly ImportedFile[] | null>;
  readonly still: Signal<SketchStill | null>;
  readonly reading: Signal<{ readonly done: number; readonly total: number } | null>;
  readonly sheet: Signal<SheetName | null>;
}

export interface Session {
  readonly options: StudioOptions;
  readonly shown: Shown;
  readonly keeping: Keeping;
  readonly notices: Notices;
  /** Artworks that are only looked at: nothing of them is stored. */
  readonly lookedAt: Map<ArtworkId, Artwork>;
  /** The place without the easel over it. */
  readonly surface: ReadonlySignal<Place>;
  /** Runs when everything queued before has ended. */
  readonly enqueue: <T>(task: () => Promise<T>) => Promise<T>;
  /** Aborted when the studio is disposed. */
  readonly end: AbortController;
}

export function createSession(options: StudioOptions): Session {
  const explore: Place = { kind: 'explore' };
  const shown: Shown = {
    state: signal<StudioState>({ kind: 'opening' }),
    place: signal<Place>(explore),
    link: signal<string | null>(null),
    placeBehind: signal<Place>(explore),
    focused: signal<ArtworkId | null>(null),
    stars: signal<ReadonlyMap<ArtworkId, Stars>>(new Map()),
    wall: signal<ShownWall | null>(null),
    walls: signal<readonly Wall[]>([]),
    desk: signal<Desk | null>(null),
    judgedCount: signal(0),
    critic: signal<CriticAtWork | null>(null),
    breeding: signal<{ readonly progress: number } | null>(null),
    swapping: signal<ReadonlySet<ArtworkId>>(new Set()),
    galleryItems: signal<readonly Card[]>([]),
    galleryCount: signal(0),
    galleryOrder: signal<'newest' | 'rating'>('newest'),
    selected: signal<ReadonlySet<ArtworkId>>(new Set()),
    easel: signal<EaselState | null>(null),
    exporting: signal<ExportState | null>(null),
    importing: signal<readonly ImportedFile[] | null>(null),
    still: signal<SketchStill | null>(null),
    reading: signal<{ readonly done: number; readonly total: number } | null>(null),
    sheet: signal<SheetName | null>(null),
  };

  let last: Promise<unknown> = Promise.resolve();
  return {
    options,
    shown,
    keeping: createKeeping(),
    notices: createNotices(),
    lookedAt: new Map(),
    surface: computed(() => (shown.place.value.kind === 'art' ? shown.placeBehind.value : shown.place.value)),
    enqueue(task) {
      const result = last.then(task);
      last = result.catch(() => {}); // whoever asked for it hears of it
      return result;
    },
    end: new AbortController(),
  };
}
