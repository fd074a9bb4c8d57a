import type { Size } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import type { PngForm } from '#core/formats/png-form.ts';
import type { Artwork } from '#core/gallery/records.ts';

/** As what an artwork leaves. */
export type ExportPart = 'picture' | 'print' | 'video' | 'link' | 'code';

export interface ExportWish {
  readonly form: PngForm;
  readonly carriesNetwork: boolean;
}

/** The loop, square. */
export interface VideoWish {
  readonly sidePx: number;
  readonly framesPerSecond: number;
  /** How often it goes round. */
  readonly turns: number;
}

export type SharedLink =
  /** A location fragment, as in `#/a/1eJx...`. */
  | { readonly kind: 'link'; readonly fragment: string }
  | { readonly kind: 'too-long'; readonly length: number };

export interface ExportState {
  readonly artwork: Artwork;
  readonly view: View;
  /** What was asked for first. */
  readonly part: ExportPart;
  /** Why a picture of this size cannot be written here, in a sentence; null when it can. */
  readonly refuseSize: (size: Size) => string | null;
  /** What is worth knowing of one that takes long, before it starts; null when it does not, or cannot be told. */
  readonly describeWork: (form: PngForm, signal: AbortSignal) => Promise<string | null>;
  readonly makeLink: () => SharedLink;
  readonly work:
    | { readonly kind: 'choosing' }
    /** `timeLeft` in words; null while it is too early to say. */
    | { readonly kind: 'painting'; readonly progress: number; readonly timeLeft: string | null }
    | { readonly kind: 'done'; readonly fileName: string }
    /** Nothing is left of it. */
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'failed'; readonly sentence: string };
}
