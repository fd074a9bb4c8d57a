import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Artwork } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import { layout } from '../layout.ts';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture } from '../pictures/picture.tsx';
import { useSize } from '../pictures/use-size.ts';

interface AskedPictureProps {
  readonly artwork: Artwork;
  readonly rank: number;
  readonly isPaused: boolean;
  /** The discs beneath. */
  readonly children: ComponentChildren;
}

/** A picture to be rated: it opens at a press, and takes the keys 1 to 5 while it or its discs have the focus. */
export function AskedPicture({ artwork, rank, isPaused, children }: AskedPictureProps) {
  const { studio } = useUi();
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLButtonElement>(null);
  const { widthPx } = useSize(`asked ${rank}`, frame, layout.value).value;
  const takeKeys = () => studio.actions.focus(artwork.id);
  useEffect(() => {
    // Another picture came where the focus is.
    if (box.current!.contains(document.activeElement)) takeKeys();
  }, [artwork.id]);
  return (
    <div class="asked" ref={box} onFocusCapture={takeKeys}>
      <button
        type="button"
        class="asked-picture"
        ref={frame}
        data-artwork={artwork.id}
        aria-label={`Open ${artwork.title}. ${artwork.altText}`}
        style={{ backgroundImage: gradientImage(gradientOf(artwork.genome)) }}
        onClick={() => studio.actions.go({ kind: 'art', artwork: artwork.id })}
      >
        <Picture artwork={artwork} widthPx={widthPx} heightPx={widthPx} rank={rank} isWanted={!isPaused} />
      </button>
      {children}
    </div>
  );
}
