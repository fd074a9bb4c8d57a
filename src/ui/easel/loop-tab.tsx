import { useSignal } from '@preact/signals';
import { setLoop, setLoopPath } from '#core/cppn/edit-coordinates.ts';
import type { Genome } from '#core/cppn/genome.ts';
import type { Editing } from '#studio/editing.ts';
import { layout } from '../layout.ts';
import { Amount } from './amount.tsx';

const pathCount = 10_000;

/** How long the loop is, which way it goes and how far. Space plays it on the canvas. */
export function LoopTab({ genome, editing }: { genome: Genome; editing: Editing }) {
  const { seconds, amplitude } = genome.loop;
  const path = useSignal<number | null>(null);
  const takePath = (next: number) => {
    path.value = next;
    void editing.edit('Path', (was) => setLoopPath(was, next));
  };
  return (
    <div class="amounts">
      <Amount
        label="length, seconds"
        value={seconds}
        min={2}
        max={20}
        step={0.5}
        digits={1}
        onTry={(value) => editing.tryEdit(value === null ? null : (was) => setLoop(was, { seconds: value }))}
        onKeep={(value) => void editing.edit('Loop', (was) => setLoop(was, { seconds: value }))}
      />
      <Amount
        label="how far"
        value={amplitude}
        min={0}
        max={0.5}
        step={0.01}
        onTry={(value) =>
          editing.tryEdit(value === null ? null : (was) => setLoop(was, { amplitude: value }))
        }
        onKeep={(value) => void editing.edit('Loop', (was) => setLoop(was, { amplitude: value }))}
      />
      <div class="path-row">
        <label>
          path{' '}
          <input
            class="number-field"
            type="number"
            min={0}
            step={1}
            placeholder="its own"
            value={path.value ?? ''}
            onChange={(event) => {
              const next = Math.floor(event.currentTarget.valueAsNumber);
              if (next >= 0 && next < Number.MAX_SAFE_INTEGER) takePath(next);
            }}
          />
        </label>
        <button
          type="button"
          class="text-button"
          onClick={() => takePath(((path.peek() ?? Math.floor(Date.now() / 1000)) + 1) % pathCount)}
        >
          Another path
        </button>
      </div>
      <p class="panel-note">
        The loop begins with the still and comes back to it.
        {layout.value !== 'narrow' && ' Space plays it, and pauses.'}
      </p>
    </div>
  );
}
