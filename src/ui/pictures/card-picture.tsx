import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Card } from '#core/gallery/card.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import { gradientImage } from './gradient.ts';
import { Picture, type Sharpness } from './picture.tsx';
import { readerOf } from './read-artworks.ts';

interface CardPictureProps {
  readonly card: Card;
  /** CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Distance from the center, [0, 999]: the nearest are painted first. */
  readonly rank: number;
  /** False: what is there stays, nothing more is read or painted. */
  readonly isWanted?: boolean;
  readonly onSharpness?: (sharpness: Sharpness) => void;
}

/** The picture of an artwork that is known by its card: it is read first. */
export function CardPicture({ card, isWanted = true, ...rest }: CardPictureProps) {
  const { studio } = useUi();
  const reader = readerOf(studio);
  const read = useSignal<{ readonly card: Card; readonly artwork: Artwork } | null>(null);
  // An older state of the same artwork is shown until the newer is read.
  const isSame = read.value?.card.id === card.id;
  const artwork = reader.peek(card) ?? (isSame ? read.value?.artwork : undefined);
  const isMissing = isWanted && reader.peek(card) === undefined;

  useEffect(() => {
    if (!isMissing) return undefined;
    let isGone = false;
    void reader.read(card).then((next) => {
      if (!isGone && next !== undefined) read.value = { card, artwork: next };
    });
    return () => {
      isGone = true;
    };
  }, [card, isMissing]);

  return artwork === undefined ? null : <Picture artwork={artwork} isWanted={isWanted} {...rest} />;
}

/** What lies under the picture until it is there; undefined for colorings without a palette. */
export function tintImage({ tints }: Card): string | undefined {
  if (tints === null) return undefined;
  const [from, to] = tints.map(
    ([lightness, chroma, hue]) => `oklch(${lightness.toFixed(3)} ${chroma.toFixed(3)} ${hue.toFixed(1)})`,
  );
  return gradientImage([from!, to!]);
}
