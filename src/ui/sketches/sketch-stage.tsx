import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { SketchRecipe } from '#core/formats/sketch-recipe.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { allControls } from '#platform/sketch/host-controls.ts';
import type { Sketching } from '#studio/sketching.ts';
import { useUi } from '../context.ts';
import { density } from '../layout.ts';
import { mayMove } from '../settings.ts';
import { createSketchActs } from './sketch-acts.ts';
import type { ListedSketch } from './sketch-list.ts';
import { createStage, type Scene, type Stage } from './stage.ts';
import { StageBar } from './stage-bar.tsx';
import { useStageSize } from './use-stage-size.ts';
import { valuesOf } from './values.ts';

interface SketchStageProps {
  readonly listed: ListedSketch;
  readonly artwork: Artwork;
  readonly sketching: Sketching;
  readonly isCovered: boolean;
  /** A still that came back, which stands where it was saved; else null. */
  readonly still: Pick<SketchRecipe, 'phase' | 'frames'> | null;
  readonly failure: Signal<string | null>;
  /** By p5's describe(). */
  readonly said: Signal<string | null>;
  readonly onDrawn: () => void;
}

/** The canvas to the edges, and what can be done with it. */
export function SketchStage({ listed, artwork, sketching, isCovered, ...rest }: SketchStageProps) {
  const { still, failure, said, onDrawn } = rest;
  const { studio } = useUi();
  const area = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const scene = useRef<Scene | null>(null);
  const isPlaying = useSignal(mayMove() && still === null);
  const isDrawn = useSignal(false);
  const size = useStageSize(area);
  const sketch = 'sketch' in listed ? listed.sketch : null;
  const controls = sketch === null ? {} : allControls(sketch);
  const values = valuesOf(listed.name, controls).value;
  const { width, height } = size.value;

  useLayoutEffect(() => {
    const made = createStage(
      canvas.current!,
      { density: density(), startPhase: still?.phase ?? 0, startFrames: still?.frames ?? 1 },
      {
        paint: studio.paint,
        onFailure: (sentence) => (failure.value = sentence),
        onDescribe: (text) => (said.value = text),
        onDrawn() {
          isDrawn.value = true;
          onDrawn();
        },
      },
    );
    stage.current = made;
    const acts = createSketchActs({
      studio,
      sketching,
      name: listed.name,
      title: listed.title,
      controls,
      isPlaying,
      area: area.current!,
      stage: made,
      scene: () => scene.current,
    });
    studio.sketchActs.value = acts;
    return () => {
      studio.sketchActs.value = null;
      sketching.cancel();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    if (sketch === null || width === 0 || height === 0) return;
    scene.current = { sketch, artwork, values, width, height };
    stage.current?.show(scene.current);
  }, [sketch, artwork, values, width, height]);

  useEffect(() => {
    stage.current?.setPlaying(isPlaying.value && !isCovered);
  }, [isPlaying.value, isCovered]);

  const hear = (event: PointerEvent) => {
    const box = canvas.current!.getBoundingClientRect();
    const isTouchLift = event.type === 'pointerup' && event.pointerType !== 'mouse';
    stage.current?.setPointer(
      event.type === 'pointerleave' || event.type === 'pointercancel' || isTouchLift
        ? null
        : { x: event.clientX - box.left, y: event.clientY - box.top, isDown: event.buttons > 0 },
    );
  };
  const usesPointer = typeof sketch === 'function' || sketch?.hint !== undefined;
  const description = said.value ?? listed.description;
  return (
    <div class="sketch-area" ref={area}>
      <div
        ref={canvas}
        class={usesPointer ? 'sketch-canvas felt' : 'sketch-canvas'}
        role="img"
        aria-label={`${listed.title}. ${description} Drawn with ${artwork.title || 'a picture'}. ${artwork.altText}`}
        aria-busy={!isDrawn.value}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: sketches may listen to keys while it has the focus
        tabIndex={0}
        onPointerMove={hear}
        onPointerDown={hear}
        onPointerUp={hear}
        onPointerLeave={hear}
        onPointerCancel={hear}
        onDblClick={() => typeof sketch !== 'function' && studio.sketchActs.value?.newSeed()}
        onKeyDown={(event) => {
          // A sketch that listens to keys has its letters to itself while its canvas has the focus.
          const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
          if (isPlain && event.key.length === 1 && stage.current?.hearsKeys()) event.preventDefault();
        }}
      />
      <StageBar
        sketching={sketching}
        hint={typeof sketch === 'function' ? null : (sketch?.hint ?? null)}
        whyNoLoop={
          sketch === null || values.$loop === undefined ? 'This sketch does not say when it repeats.' : null
        }
        isPlaying={isPlaying}
        canPlay={sketch !== null && (typeof sketch === 'function' || values.$loop !== undefined)}
      />
    </div>
  );
}
