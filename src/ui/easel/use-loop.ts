import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Genome } from '#core/cppn/genome.ts';
import type { View } from '#core/cppn/view.ts';
import type { Editing } from '#studio/editing.ts';
import type { LoopVerdict } from '#studio/measure-loop.ts';

type LoopState =
  | { readonly kind: 'still' }
  /** Its flashes are counted before it moves. */
  | { readonly kind: 'measuring' }
  | { readonly kind: 'playing'; readonly slowness: number }
  | { readonly kind: 'flashing'; readonly slowness: LoopVerdict['slowness'] };

export interface Loop {
  readonly state: LoopState;
  readonly toggle: () => void;
  readonly playSlowly: () => void;
  readonly stop: () => void;
  /** To a phase, [0, 1]; 1 is 0 again. */
  readonly scrub: (phase: number) => void;
}

const verdicts = new WeakMap<Genome, LoopVerdict>();

/** Moves the view through the loop. It never plays by itself, and nothing that flashes plays unasked. */
export function useLoop(genome: Genome, view: Signal<View>, editing: Editing | null): Loop {
  const state = useSignal<LoopState>({ kind: 'still' });
  const measuring = useRef<AbortController | null>(null);

  const stop = () => {
    measuring.current?.abort(new DOMException('The loop was stopped.', 'AbortError'));
    state.value = { kind: 'still' };
  };
  const play = async () => {
    if (editing === null) return;
    const controller = new AbortController();
    measuring.current = controller;
    if (!verdicts.has(genome)) {
      state.value = { kind: 'measuring' };
      const measured = await editing.measureLoop(genome, controller.signal);
      if (measured !== null) verdicts.set(genome, measured);
    }
    if (controller.signal.aborted) return;
    const verdict = verdicts.get(genome);
    if (verdict === undefined) state.value = { kind: 'still' };
    else
      state.value = verdict.isFlashing
        ? { kind: 'flashing', slowness: verdict.slowness }
        : { kind: 'playing', slowness: 1 };
  };

  // Another network has another loop: whether it flashes is asked anew. At once, else a loop begun on the new one is stopped.
  useLayoutEffect(() => {
    if (state.peek().kind === 'still') return undefined;
    const wasPlaying = state.peek().kind === 'playing';
    stop();
    if (wasPlaying && verdicts.has(genome)) void play();
    return undefined;
  }, [genome]);
  useEffect(() => stop, []);

  const current = state.value;
  useEffect(() => {
    if (current.kind !== 'playing') return undefined;
    let last = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      // A tab that was hidden goes on where it was.
      const share = Math.min(250, now - last) / 1000 / (genome.loop.seconds * current.slowness);
      last = now;
      const at = view.peek();
      view.value = { ...at, phase: (at.phase + Math.max(0, share)) % 1 };
      frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [current, genome.loop.seconds]);

  return {
    state: current,
    stop,
    toggle: () => (current.kind === 'still' ? void play() : stop()),
    playSlowly: () => {
      if (current.kind === 'flashing' && current.slowness !== null)
        state.value = { kind: 'playing', slowness: current.slowness };
    },
    scrub: (phase) => {
      if (current.kind !== 'flashing') stop();
      const at = view.peek();
      view.value = { ...at, phase: phase >= 1 ? 0 : phase };
    },
  };
}
