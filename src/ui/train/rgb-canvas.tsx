import { useLayoutEffect, useRef } from 'preact/hooks';

interface RgbCanvasProps {
  readonly widthPx: number;
  readonly heightPx: number;
  /** [pixelCount, 3] or, for light alone, [pixelCount]. */
  readonly bytes: Uint8Array;
  readonly label?: string;
  readonly class?: string;
}

/** Pixels as they are, stretched to whatever room there is. Without a label it is decoration. */
export function RgbCanvas({ widthPx, heightPx, bytes, label, ...rest }: RgbCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const pixelCount = widthPx * heightPx;
    const channels = bytes.length / pixelCount;
    const image = new ImageData(widthPx, heightPx);
    for (let pixel = 0; pixel < pixelCount; pixel++) {
      for (let channel = 0; channel < 3; channel++) {
        // Light is warm white, as ink is.
        const warmth = channels === 1 ? [1, 0.985, 0.93][channel]! : 1;
        image.data[4 * pixel + channel] = warmth * bytes[channels === 1 ? pixel : 3 * pixel + channel]!;
      }
      image.data[4 * pixel + 3] = 255;
    }
    canvas.current!.getContext('2d')!.putImageData(image, 0, 0);
  }, [bytes, widthPx, heightPx]);
  return (
    <canvas
      ref={canvas}
      class={rest.class}
      width={widthPx}
      height={heightPx}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? 'true' : undefined}
    />
  );
}
