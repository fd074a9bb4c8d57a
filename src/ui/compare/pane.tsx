import { type Signal, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Genome } from '#core/cppn/genome.ts';
import type { Size } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import { useUi } from '../context.ts';
import { panByKey, zoomByKey } from '../easel/easel-keys.ts';
import { createEaselPainter, type EaselPainter } from '../easel/easel-painter.ts';
import { useHand } from '../easel/use-hand.ts';
import { density } from '../layout.ts';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';

interface PaneProps {
  readonly label: string;
  readonly genome: Genome;
  /** Of all panes: the hand on one moves them together. */
  readonly view: Signal<View>;
}

/** One picture of several, as on the easel. */
export function Pane({ label, genome, view }: PaneProps) {
  const { studio } = useUi();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const painter = useRef<EaselPainter | null>(null);
  const passCount = useSignal(0);
  const size = useSignal<Size>({ widthPx: 0, heightPx: 0 });
  const scale = density();

  useLayoutEffect(() => {
    const canvas = canvasRef.current!;
    const made = createEaselPainter({
      canvas,
      genome,
      view: view.peek(),
      paint: studio.paint,
      onPass: (pass) => (passCount.value = pass),
      // What cannot be painted keeps its gradient; the wall and the easel say so.
      onFailure: () => undefined,
    });
    painter.current = made;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      size.value = { widthPx: width, heightPx: height };
    });
    observer.observe(canvas);
    const stop = view.subscribe((next) => made.setView(next));
    return () => {
      observer.disconnect();
      stop();
      made.dispose();
    };
  }, []);
  useLayoutEffect(() => {
    const { widthPx, heightPx } = size.value;
    if (widthPx === 0) return;
    painter.current!.setSize({
      widthPx: Math.round(widthPx * scale),
      heightPx: Math.round(heightPx * scale),
    });
  }, [size.value, scale]);
  useLayoutEffect(() => painter.current?.setGenome(genome), [genome]);
  useHand(canvasRef, {
    view: () => view.peek(),
    onMove: (next) => (view.value = next),
    onFirstMove: () => undefined,
  });

  return (
    <canvas
      ref={canvasRef}
      class="compare-pane"
      tabIndex={0}
      role="img"
      aria-label={label}
      data-sharpness={passCount.value >= 4 ? 'sharp' : passCount.value >= 1 ? 'coarse' : 'gradient'}
      style={{ backgroundImage: gradientImage(gradientOf(genome)) }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const shortPx = Math.min(canvasRef.current!.clientWidth, canvasRef.current!.clientHeight);
        const next = panByKey(event, view.peek(), shortPx) ?? zoomByKey(event, view.peek(), shortPx);
        if (next === null) return;
        event.preventDefault();
        view.value = next;
      }}
    />
  );
}
