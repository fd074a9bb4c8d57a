import type { Signal } from '@preact/signals';
import type { Sketching } from '#studio/sketching.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';

interface StageBarProps {
  readonly sketching: Sketching;
  readonly hint: string | null;
  /** null: it can be saved as a loop. */
  readonly whyNoLoop: string | null;
  readonly isPlaying: Signal<boolean>;
  readonly canPlay: boolean;
}

/** Pause and hint at the left; still, loop and full screen at the right; while something is being drawn, how far it is. */
export function StageBar({ sketching, hint, whyNoLoop, isPlaying, canPlay }: StageBarProps) {
  const { studio } = useUi();
  const acts = () => studio.sketchActs.value;
  const work = sketching.work.value;
  return (
    <div class="stage-bar">
      <div class="stage-pill">
        {canPlay && (
          <button
            type="button"
            class="play"
            aria-label={isPlaying.value ? 'Pause' : 'Play'}
            aria-keyshortcuts="Space"
            onClick={() => acts()?.playOrPause()}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor">
              {isPlaying.value ? <path d="M4 3h3v10H4zM9 3h3v10H9z" /> : <path d="M5 3v10l8-5z" />}
            </svg>
          </button>
        )}
        {hint !== null && <span class="stage-hint">{hint}, double-click for a new seed</span>}
      </div>
      {work.kind === 'working' ? (
        <div class="stage-pill stage-work">
          <span role="status">{work.words}</span>
          <progress value={work.progress} max={1} aria-label={work.words} />
          <Button kind="quiet" onPress={sketching.cancel}>
            Cancel
          </Button>
        </div>
      ) : (
        <div class="stage-pill">
          <Button kind="quiet" keyCap="S" onPress={() => acts()?.still()}>
            Still
          </Button>
          <Button
            kind="quiet"
            keyCap="L"
            whyNot={whyNoLoop}
            describedBy="why-no-loop"
            onPress={() => acts()?.loop()}
          >
            Loop
          </Button>
          <span id="why-no-loop" hidden>
            {whyNoLoop}
          </span>
          <Button kind="quiet" keyCap="F" onPress={() => acts()?.fullScreen()}>
            Full screen
          </Button>
        </div>
      )}
    </div>
  );
}
