import type { Size } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import type { PngForm } from '#core/formats/png-form.ts';
import type { Artwork } from '#core/gallery/records.ts';

export interface ExportWish {
  readonly form: PngForm;
  readonly carriesNetwork: boolean;
}

export interface ExportState {
  readonly artwork: Artwork;
  readonly view: View;
  /** Why a picture of this size cannot be written here, in a sentence; null when it can. */
  readonly refuseSize: (size: Size) => string | null;
  readonly work:
    | { readonly kind: 'choosing' }
    /** `timeLeft` in words; null while it is too early to say. */
    | { readonly kind: 'painting'; readonly progress: number; readonly timeLeft: string | null }
    | { readonly kind: 'done'; readonly fileName: string }
    | { readonly kind: 'failed'; readonly sentence: string };
}
