// Everything the app can do, without a DOM: signals to read, actions to call. `createStudio` (create-studio.ts) makes one.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Genome } from '#core/cppn/genome.ts';
import type { Palette } from '#core/cppn/palette.ts';
import type { PaintRequest } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import type { Changed } from '#core/evolution/step.ts';
import type { SketchRecipe } from '#core/formats/sketch-recipe.ts';
import type { Card } from '#core/gallery/card.ts';
import type { Artwork, ArtworkId, Stars, TileKind, Wall, WallId } from '#core/gallery/records.ts';
import type { Entry } from '#platform/export/read-entries.ts';
import type { Backend } from '#platform/render/backends.ts';
import type { PaintingReport } from '#platform/render/renderer.ts';
import type { Room } from '#platform/storage/room.ts';
import type { Comparison } from './comparing.ts';
import type { CriticView } from './critic-view.ts';
import type { Editing } from './editing.ts';
import type { ExportPart, ExportState, ExportWish, VideoWish } from './export-state.ts';
import type { GalleryPart } from './gallery/gallery-part.ts';
import type { Place } from './place.ts';
import type { Portraits } from './portraits.ts';
import type { Sketching } from './sketching.ts';
import type { TrainingDoor } from './training-room.ts';

export interface Studio {
  /**
   * 'opening' until the store answered; 'damaged' when the second copy knows of more than the store holds; 'outdated' when
   * a newer version has been here: nothing is read or written, the alert says what to do.
   */
  readonly state: ReadonlySignal<StudioState>;
  readonly place: ReadonlySignal<Place>;
  /** What an address carries of a shared artwork, while it is read, and when it can be asked for again; else null. */
  readonly link: ReadonlySignal<string | null>;
  /** Where the easel was opened from. */
  readonly placeBehind: ReadonlySignal<Place>;
  /** The artwork that keys act on: the focused tile, the selected option, or the one on the easel. */
  readonly focused: ReadonlySignal<ArtworkId | null>;
  /** Ratings of everything shown, by artwork; absent: not rated. */
  readonly stars: ReadonlySignal<ReadonlyMap<ArtworkId, Stars>>;

  readonly explore: {
    /** null until there is one. Tiles in reading order. */
    readonly wall: ReadonlySignal<ShownWall | null>;
    /** Newest first. */
    readonly strip: ReadonlySignal<readonly Wall[]>;
    readonly parents: ReadonlySignal<readonly Artwork[]>;
    readonly dials: ReadonlySignal<Dials>;
    /** null while idle; progress in [0, 1]. */
    readonly breeding: ReadonlySignal<{ readonly progress: number } | null>;
    /** Whether B would do something, and why not. */
    readonly whyNotBreed: ReadonlySignal<string | null>;
    /** How many pictures were looked at, when it is time to say so; else null. */
    readonly tired: ReadonlySignal<number | null>;
    /** Tiles that a new one is being made for. */
    readonly swapping: ReadonlySignal<ReadonlySet<ArtworkId>>;
  };
  readonly gallery: {
    /** What is shown of it, in order; empty until it was read. */
    readonly items: ReadonlySignal<readonly Card[]>;
    /** All that hangs. */
    readonly count: ReadonlySignal<number>;
    readonly order: ReadonlySignal<'newest' | 'rating'>;
    readonly selected: ReadonlySignal<ReadonlySet<ArtworkId>>;
  };
  /** What arranges the gallery and changes its artworks, many at once: comes with it. null when it does not, which is said. */
  readonly loadGallery: () => Promise<GalleryPart | null>;
  /** null until it is awake: it wakes by the first judgement, or when asked. */
  readonly critic: ReadonlySignal<CriticView | null>;
  readonly easel: ReadonlySignal<EaselState | null>;
  /** What keys ask the easel's views for: each is here while it can be done. */
  readonly easelActs: Map<EaselAct, () => void>;
  /** What changes artworks on the easel: comes with it. null when it does not, which is said. */
  readonly loadEditing: () => Promise<Editing | null>;
  /** What sketches draw with, and what leaves of them: comes with their place. null when it does not, which is said. */
  readonly loadSketching: () => Promise<Sketching | null>;
  /** What keys do to the sketch that is shown; set by its view, null without one. */
  readonly sketchActs: { value: SketchActs | null };
  readonly exporting: ReadonlySignal<ExportState | null>;
  /** What was read so far, one line a file. */
  readonly importing: ReadonlySignal<readonly ImportedFile[] | null>;
  /** A still that was opened, until the place of sketches has taken it up. */
  readonly still: ReadonlySignal<SketchStill | null>;
  /** How many of the files are read; null when none is being read. */
  readonly reading: ReadonlySignal<{ readonly done: number; readonly total: number } | null>;
  readonly training: TrainingDoor;
  readonly history: {
    readonly undo: ReadonlySignal<string | null>;
    readonly redo: ReadonlySignal<string | null>;
    /** How many acts can be undone. */
    readonly steps: ReadonlySignal<number>;
  };
  /** The polite line: one message at a time. */
  readonly status: ReadonlySignal<StatusLine | null>;
  /** What stays until solved: saving failed, this tab is out of date, kept in memory only. */
  readonly alert: ReadonlySignal<Alert | null>;
  /** A sheet of the shell, over whatever is there. */
  readonly sheet: ReadonlySignal<SheetName | null>;
  /** The save state in words, at the right of the bar. */
  readonly saving: ReadonlySignal<string>;

  readonly actions: Actions;
  readonly portraits: Portraits;
  /** Paints for a view; the receiver closes the bitmap. An abort rejects with the signal's reason. */
  readonly paint: (genome: Genome, request: PaintRequest, signal?: AbortSignal) => Promise<ImageBitmap>;
  readonly dispose: () => void;
}

/** A row of the table of commands each. */
export interface SketchActs {
  readonly playOrPause: () => void;
  readonly still: () => void;
  readonly loop: () => void;
  readonly fullScreen: () => void;
  readonly newSeed: () => void;
}

export type StudioState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'outdated' }
  /** The store lost what the witness remembers. `copied` artworks can be brought back. */
  | { readonly kind: 'damaged'; readonly copied: number; readonly isRestoring: boolean };

/** `find` is the command palette, `menu` what a narrow bar has no room for. */
export type SheetName = 'find' | 'keys' | 'settings' | 'menu' | 'collect' | 'space' | 'machine' | 'compare';

/** What takes room on this device. */
export interface Space {
  /** As the browser tells it; null where it does not. */
  readonly total: { readonly usedBytes: number; readonly limitBytes: number } | null;
  readonly rows: readonly SpaceRow[];
}

export interface SpaceRow {
  readonly words: string;
  readonly bytes: number;
  /** null for what stays. */
  readonly letGo: { readonly label: string; readonly run: () => Promise<void> } | null;
}

export interface ShownWall {
  readonly wall: Wall;
  /** Those of the wall that are still there: a deleted artwork leaves its place. */
  readonly tiles: readonly { readonly artwork: Artwork; readonly tile: TileKind }[];
}

export interface Dials {
  readonly distance: number;
  readonly wildCount: number;
  readonly changed: Changed;
}

export type EaselAct = 'play' | 'mute' | 'fine-tune' | 'full-screen';

export interface EaselState {
  readonly artwork: Artwork;
  /** The one it was opened with: an edit makes another, and the easel stays. */
  readonly opened: ArtworkId;
  /** One sentence: `Fourth generation, from two parents. Six layers of ten neurons.` */
  readonly provenance: string;
  /** False for one that is only looked at: nothing of it is stored. */
  readonly isStored: boolean;
}

/** A sketch's picture that came back: its artwork, and how it was set. */
export interface SketchStill {
  readonly artwork: Artwork;
  readonly recipe: SketchRecipe;
}

export type ImportedFile =
  | {
      readonly kind: 'fine';
      readonly fileName: string;
      readonly artwork: Artwork;
      /** What the preview must say: weights limited, an artwork already here. */
      readonly warnings: readonly string[];
      /** It hangs here, or was dropped twice: to keep it again would double it. */
      readonly isHere: boolean;
      readonly sketch: SketchRecipe | null;
    }
  | {
      readonly kind: 'refused';
      readonly fileName: string;
      /** For whoever looks into it; the person reads the sentence. */
      readonly code: string;
      readonly sentence: string;
      /** One that carries no network may still be learned from. */
      readonly picture: File | null;
    };

export interface StatusLine {
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
  /** For how long it stays. */
  readonly milliseconds: number;
  /** It comes back after what is said meanwhile, until it is closed. */
  readonly isPatient: boolean;
}

export interface Alert {
  readonly text: string;
  /** Red is for loss of work only. */
  readonly isLoss: boolean;
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
}

export interface Actions {
  readonly go: (place: Place) => void;
  /** From a location fragment; an unknown one shows Explore with a status line, a shared artwork opens on the easel. */
  readonly goToFragment: (fragment: string) => void;
  readonly goBack: () => void;
  readonly focus: (artwork: ArtworkId | null) => void;

  readonly togglePick: (artwork: ArtworkId) => Promise<void>;
  readonly clearPicks: () => Promise<void>;
  readonly breed: () => Promise<void>;
  /** Makes one artwork the only parent and breeds a wall from it. */
  readonly breedFrom: (artwork: ArtworkId) => Promise<void>;
  readonly newSeeds: () => Promise<void>;
  /** A wall of the seeds whose pictures come nearest to a few words, such as dark, round and red. */
  readonly askForWall: (words: readonly string[]) => Promise<void>;
  /** The wall that is shown, once more in another palette. */
  readonly recolorWall: (palette: Palette) => Promise<void>;
  readonly notThis: (artwork: ArtworkId) => Promise<void>;
  readonly goToWall: (wall: WallId) => Promise<void>;
  readonly olderWall: () => Promise<void>;
  readonly newerWall: () => Promise<void>;
  readonly setDials: (dials: Partial<Dials>) => Promise<void>;
  /** The artworks of any remembered wall, for its contact sheet. */
  readonly readWall: (wall: Wall) => Promise<readonly Artwork[]>;

  /** The same value again clears. */
  readonly rate: (artwork: ArtworkId, stars: Stars) => Promise<void>;
  /** Of a picture that is asked again: the same value stands. */
  readonly rateAgain: (artwork: ArtworkId, stars: Stars) => Promise<void>;
  readonly clearRating: (artwork: ArtworkId) => Promise<void>;
  readonly keep: (artwork: ArtworkId) => Promise<void>;
  readonly rename: (artwork: ArtworkId, title: string) => Promise<void>;
  readonly saveView: (artwork: ArtworkId, view: View) => Promise<void>;

  readonly wakeCritic: () => void;
  /** See `CriticView`: these wake it first. */
  readonly showGuess: (artwork: ArtworkId) => void;
  readonly showWhy: (artwork: ArtworkId) => void;

  readonly toggleSelected: (artwork: ArtworkId) => void;
  /** Into the trash. */
  readonly deleteArtworks: (artworks: readonly ArtworkId[]) => Promise<void>;

  /**
   * Says when the device is nearly full, and once, unless `wasAsked`, that the browser may clear what is kept. Whether the
   * latter was said.
   */
  readonly checkRoom: (room: Room, wasAsked: boolean) => Promise<boolean>;
  /** null when it does not work out, which is said; so are the next two. */
  readonly measureSpace: (room: Room) => Promise<Space | null>;
  /** Who paints on this machine, and why. */
  readonly describePainters: () => Promise<PaintingReport | null>;
  /** Who shall paint the screen; null: the fastest. */
  readonly forcePainter: (backend: Backend | null) => void;
  /** Two to four artworks, those that are still here. null on abort as well. */
  readonly compare: (artworks: readonly ArtworkId[], signal: AbortSignal) => Promise<Comparison | null>;
  readonly openSheet: (name: SheetName) => void;
  readonly closeSheet: () => void;

  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;

  /** `part`: what the sheet shows first; a picture unless told. */
  readonly openExport: (artwork: ArtworkId, view: View, part?: ExportPart) => void;
  /** Writes a PNG; `carriesNetwork` puts the artwork inside. To be called from a click: it may ask where the file shall go. */
  readonly exportPng: (wish: ExportWish) => Promise<void>;
  readonly exportVideo: (wish: VideoWish) => Promise<void>;
  readonly exportJson: () => Promise<void>;
  readonly cancelExport: () => void;
  readonly closeExport: () => void;

  readonly openFiles: (files: readonly File[]) => Promise<void>;
  /** The same for folders among them, however deep. */
  readonly openEntries: (entries: readonly Entry[]) => Promise<void>;
  readonly keepImported: () => Promise<void>;
  /** Goes to Train, to copy a picture that carries no network. */
  readonly learnFrom: (picture: File) => Promise<void>;
  /** Opens the first on the easel without storing it. */
  readonly lookAtImported: () => void;
  readonly closeImport: () => void;

  readonly restoreCopy: () => Promise<void>;
  /** Leaves the second copy where it is and begins with nothing. */
  readonly startEmpty: () => Promise<void>;
  /** A sentence in the polite line. */
  readonly say: (sentence: string) => void;
  readonly dismissStatus: () => void;
  /** Brings the code that the first wall did without. */
  readonly loadRest: () => void;
}
