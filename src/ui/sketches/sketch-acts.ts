// What the buttons and the keys do to the sketch that is shown.
import type { Signal } from '@preact/signals';
import type { SketchRecipe } from '#core/formats/sketch-recipe.ts';
import type { Controls } from '#platform/sketch/controls.ts';
import { readHostValues, seedLimit } from '#platform/sketch/host-controls.ts';
import type { SketchRun } from '#platform/sketch/run-sketch.ts';
import type { Sketching } from '#studio/sketching.ts';
import type { SketchActs, Studio } from '#studio/studio.ts';
import { runApart, type Scene, type Stage, videoSize } from './stage.ts';
import { setValue } from './values.ts';

interface Shown {
  readonly studio: Studio;
  readonly sketching: Sketching;
  readonly name: string;
  readonly title: string;
  readonly controls: Controls;
  readonly isPlaying: Signal<boolean>;
  /** What goes full screen. */
  readonly area: HTMLElement;
  readonly stage: Stage;
  readonly scene: () => Scene | null;
}

/** Short sides, in pixels. */
const stillPx = 2160;
const loopPx = 1080;
const framesPerSecond = 30;

export function createSketchActs(shown: Shown): SketchActs {
  const { studio, sketching, name, title, controls, isPlaying, area, stage } = shown;

  const recipe = (scene: Scene, phase: number, frames = 1): SketchRecipe => ({
    sketch: name,
    title,
    seed: readHostValues(scene.values).seed,
    values: scene.values,
    phase,
    frames,
  });

  async function drawLoop(scene: Scene, seconds: number) {
    const size = videoSize(scene, loopPx);
    const frameCount = Math.round(seconds * framesPerSecond);
    const density = Math.max(size.widthPx / scene.width, size.heightPx / scene.height);
    const frameAt = (index: number) => ({ phase: index / frameCount, values: scene.values, pointer: null });
    let run: SketchRun | null = null;
    try {
      await sketching.saveLoop(
        {
          size,
          framesPerSecond,
          frameCount,
          async drawFrame(index, context) {
            run ??= await runApart(scene, density, studio.paint, frameAt(index));
            await run.render(frameAt(index));
            context.drawImage(run.canvas()!, 0, 0);
          },
        },
        recipe(scene, 0),
      );
    } finally {
      await (run as SketchRun | null)?.dispose();
    }
  }

  return {
    playOrPause: () => {
      isPlaying.value = !isPlaying.peek();
    },
    still() {
      const scene = shown.scene();
      if (scene !== null)
        void sketching.saveStill(
          () => stage.drawStill(stillPx),
          recipe(scene, stage.phase(), stage.frames()),
        );
    },
    loop() {
      const scene = shown.scene();
      if (scene === null || sketching.work.peek().kind === 'working') return;
      const { loopSeconds } = readHostValues(scene.values);
      if (typeof scene.sketch !== 'function' && loopSeconds !== null) void drawLoop(scene, loopSeconds);
    },
    fullScreen() {
      // Refused, it stays as it is.
      const asked =
        document.fullscreenElement === null ? area.requestFullscreen() : document.exitFullscreen();
      asked.catch(() => undefined);
    },
    newSeed: () => setValue(name, controls, '$seed', 1 + Math.floor(Math.random() * seedLimit), true),
  };
}
