import type { Signal } from '@preact/signals';
import type { Genome } from '#core/cppn/genome.ts';
import type { View } from '#core/cppn/view.ts';
import type { Editing } from '#studio/editing.ts';
import { useEaselAct } from './use-easel-act.ts';
import { useLoop } from './use-loop.ts';

interface LoopHudProps {
  readonly genome: Genome;
  readonly view: Signal<View>;
  readonly editing: Editing | null;
}

/** Plays the loop and scrubs through it. One that flashes stays still until it is asked to play slowly. */
export function LoopHud({ genome, view, editing }: LoopHudProps) {
  const loop = useLoop(genome, view, editing);
  const { seconds } = genome.loop;
  const { phase } = view.value;
  const isPlaying = loop.state.kind === 'playing';
  const isMeasuring = loop.state.kind === 'measuring';

  useEaselAct('play', loop.toggle);

  if (loop.state.kind === 'flashing')
    return (
      <div class="hud hud-loop hud-flashing" role="alert">
        <p>This loop flashes. Played slowly, or not at all?</p>
        {loop.state.slowness !== null && (
          <button type="button" class="hud-button" onClick={loop.playSlowly}>
            Slowly
          </button>
        )}
        <button type="button" class="hud-button" onClick={loop.stop}>
          Still
        </button>
      </div>
    );
  return (
    <div class="hud hud-loop">
      <button
        type="button"
        class="hud-play"
        aria-label={isPlaying ? 'Pause the loop' : 'Play the loop'}
        aria-busy={isMeasuring ? 'true' : undefined}
        aria-keyshortcuts="Space"
        onClick={loop.toggle}
      >
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" fill="currentColor">
          {isPlaying || isMeasuring ? <path d="M2 1h3v10H2zM7 1h3v10H7z" /> : <path d="M2 1l9 5-9 5z" />}
        </svg>
      </button>
      <input
        class="slider"
        type="range"
        min={0}
        max={1}
        step={0.001}
        value={phase}
        aria-label="Place in the loop"
        aria-valuetext={`${(phase * seconds).toFixed(1)} of ${seconds.toFixed(1)} seconds`}
        style={{ '--share': String(phase) }}
        onInput={(event) => loop.scrub(event.currentTarget.valueAsNumber)}
      />
      <span class="hud-time" aria-hidden="true">
        {(phase * seconds).toFixed(1)} of {seconds.toFixed(1)} s
      </span>
    </div>
  );
}
