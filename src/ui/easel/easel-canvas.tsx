import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { buildNeuronGenome } from '#core/cppn/neuron-genome.ts';
import type { View } from '#core/cppn/view.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import { isDialogOpen } from '../dialog-open.ts';
import { density, layout } from '../layout.ts';
import { noteOpened, noteOpening } from '../opening-artwork.ts';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { useSize } from '../pictures/use-size.ts';
import { recall, remember } from '../remembered.ts';
import { places } from '../shell/header.tsx';
import { describeView, describeZoom } from './describe-view.ts';
import { panByKey, zoomByKey } from './easel-keys.ts';
import { createEaselPainter, type EaselPainter } from './easel-painter.ts';
import { growFrom, pixelsBehind } from './grow-from.ts';
import { LoopHud } from './loop-hud.tsx';
import { neuronAlone, showAlone } from './neuron-alone.ts';
import { nameNeuron } from './neuron-words.ts';
import { useEaselAct } from './use-easel-act.ts';
import { useEditing } from './use-editing.ts';
import { useHand } from './use-hand.ts';
import { ViewHud } from './view-hud.tsx';

const hintSeen = 'wandered';

interface EaselCanvasProps {
  readonly artwork: Artwork;
  /** Only then is there a view to keep. */
  readonly isStored: boolean;
  readonly view: Signal<View>;
}

/** The picture to the edges, under the hand. One visit for life: give it what was opened as key. */
export function EaselCanvas({ artwork, isStored, view }: EaselCanvasProps) {
  const { studio } = useUi();
  const area = useRef<HTMLDivElement>(null);
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const painter = useRef<EaselPainter | null>(null);
  const passCount = useSignal(0);
  const hasFailed = useSignal(false);
  const isHintShown = useSignal(recall(hintSeen) === null);
  const size = useSize('easel', area, null);
  const editing = useEditing();
  const genome = editing?.genome.value ?? artwork.genome;
  const alone = neuronAlone.value;
  const scale = density();

  useLayoutEffect(() => {
    const made = createEaselPainter({
      canvas: canvasRef.current!,
      genome: artwork.genome,
      view: view.peek(),
      paint: studio.paint,
      onPass: (pass) => {
        passCount.value = pass;
        if (pass > 0) noteOpened();
      },
      onFailure: () => {
        hasFailed.value = true;
        noteOpened();
      },
    });
    painter.current = made;
    noteOpening(artwork.id);
    const pixels = pixelsBehind(artwork.id);
    if (pixels !== null) {
      made.begin(pixels, artwork.view);
      growFrom(pixels, area.current!);
    }
    const stop = view.subscribe((next) => made.setView(next));
    return () => {
      stop();
      made.dispose();
      noteOpened();
      painter.current = null;
    };
  }, []);

  useLayoutEffect(() => {
    const { widthPx, heightPx } = size.value;
    if (widthPx === 0 || painter.current === null) return;
    painter.current.setSize({ widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) });
  }, [size.value, scale]);

  useLayoutEffect(() => {
    painter.current?.setGenome(alone === null ? genome : buildNeuronGenome(genome, alone));
  }, [genome, alone]);
  useEffect(() => showAlone(null), []);

  const hasFullScreen = document.fullscreenEnabled;
  useEaselAct('full-screen', hasFullScreen ? () => toggleFullScreen(area.current!) : null);

  const move = (next: View) => (view.value = next);
  const shortPx = () => Math.min(area.current!.clientWidth, area.current!.clientHeight);
  useHand(canvasRef, {
    view: () => view.peek(),
    onMove: move,
    onFirstMove: () => {
      if (!isHintShown.peek()) return;
      isHintShown.value = false;
      remember(hintSeen, '1');
    },
  });

  useEffect(() => canvasRef.current!.focus({ preventScroll: true }), []);
  // Whoever sees the picture may press: not a frame later.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof HTMLInputElement || isDialogOpen()) return;
      const next = zoomByKey(event, view.peek(), shortPx());
      if (next === null) return;
      event.preventDefault();
      move(next);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const backTo = places.find(({ place }) => place.kind === studio.placeBehind.value.kind)?.words;
  return (
    <div class="easel-area" ref={area} style={{ backgroundImage: gradientImage(gradientOf(artwork.genome)) }}>
      <canvas
        ref={canvasRef}
        class="easel-canvas"
        tabIndex={0}
        role="img"
        aria-label={alone === null ? artwork.altText || artwork.title : `${nameNeuron(genome, alone)}, alone`}
        aria-describedby="easel-position"
        data-artwork={artwork.id}
        data-passes={passCount.value}
        data-sharpness={passCount.value >= 4 ? 'sharp' : passCount.value >= 1 ? 'coarse' : 'gradient'}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const next = panByKey(event, view.peek(), shortPx());
          if (next === null) return;
          event.preventDefault();
          move(next);
        }}
      />
      <Hud>
        <button type="button" class="hud hud-back" onClick={studio.actions.goBack}>
          <span class="hud-long">Back to {backTo}</span>
          <span class="hud-short" aria-hidden="true">
            Back
          </span>
          <span class="key" aria-hidden="true">
            Esc
          </span>
        </button>
        {layout.value === 'narrow' && (
          <button
            type="button"
            class="hud hud-share"
            onClick={() => studio.actions.openExport(artwork.id, view.peek(), 'link')}
          >
            Share
          </button>
        )}
        <div class="hud hud-zoom">
          <span aria-hidden="true">{describeZoom(view.value.zoom)}</span>
          <span class="sr-only" id="easel-position">
            {describeView(view.value)}
          </span>
          {isHintShown.value && <span class="hud-hint">drag to wander, scroll to fall in</span>}
        </div>
        {isStored && <ViewHud artwork={artwork} view={view} />}
        <LoopHud genome={genome} view={view} editing={editing} />
      </Hud>
      {alone !== null && (
        <p class="hud hud-alone" aria-hidden="true">
          {nameNeuron(genome, alone)}, alone
        </p>
      )}
      {hasFailed.value && (
        <p class="tile-fault">This picture could not be painted. It is kept as it is. (P-12)</p>
      )}
    </div>
  );
}

/** Refused, it stays as it is. */
function toggleFullScreen(element: HTMLElement): void {
  const asked = document.fullscreenElement === null ? element.requestFullscreen() : document.exitFullscreen();
  asked.catch(() => undefined);
}

const hudRestMs = 3000;

/** Leaves after 3 s without movement, comes back with any movement or focus. */
function Hud({ children }: { children: ComponentChildren }) {
  const isResting = useSignal(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = () => {
      isResting.value = false;
      clearTimeout(timer);
      timer = setTimeout(() => (isResting.value = true), hudRestMs);
    };
    wake();
    const events = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;
    for (const name of events) window.addEventListener(name, wake, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const name of events) window.removeEventListener(name, wake);
    };
  }, []);
  return <div class={isResting.value ? 'huds resting' : 'huds'}>{children}</div>;
}
