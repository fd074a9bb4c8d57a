import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { type Backend, backends } from '#platform/render/backends.ts';
import type { PaintingReport } from '#platform/render/renderer.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { painter } from '../settings.ts';
import { describeGpu, describeShaderless } from './describe-gpu.ts';
import { describeThread } from './describe-thread.ts';
import './machine-sheet.css';
import { Sheet } from './sheet.tsx';

const names: Record<Backend, string> = {
  webgl: 'WebGL 2, on the graphics chip',
  'wasm-relaxed': 'WebAssembly, relaxed SIMD',
  'wasm-plain': 'WebAssembly, SIMD',
  javascript: 'JavaScript',
};

/** Who paints here, why, and who shall. */
export function MachineSheet() {
  const { studio } = useUi();
  const id = useId();
  const report = useSignal<PaintingReport | null>(null);
  const look = async () => {
    report.value = await studio.actions.describePainters();
    // Why is said under the sheet.
    if (report.value === null && studio.sheet.peek() === 'machine') studio.actions.closeSheet();
  };
  useEffect(() => void look(), []);
  const choose = (value: string) => {
    const chosen = painter.options.find((option) => option === value) ?? 'fastest';
    painter.choose(chosen);
    studio.actions.forcePainter(chosen === 'fastest' ? null : chosen);
    void look();
  };
  return (
    <Sheet label="About this machine" class="machine-sheet" onClose={studio.actions.closeSheet}>
      <h2>About this machine</h2>
      <p class="hint" role="status">
        {report.value === null ? 'Looking.' : `${coresWords()} Each of these gives the same picture.`}
      </p>
      <dl class="painters">
        {report.value !== null && (
          <>
            <div>
              <dt>{names.webgl}</dt>
              <dd>
                <GpuWords found={report.value.webgl} />
              </dd>
            </div>
            {report.value.threads.map((found) => (
              <div key={found.backend}>
                <dt>{names[found.backend]}</dt>
                <dd>{describeThread(found)}</dd>
              </div>
            ))}
          </>
        )}
      </dl>
      <div class="setting">
        <label for={id}>Paint the screen by</label>
        <select
          id={id}
          value={report.value?.forced ?? 'fastest'}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="fastest">the fastest</option>
          {backends.map((backend) => (
            <option key={backend} value={backend}>
              {names[backend]}
            </option>
          ))}
        </select>
      </div>
      <p class="hint">Holds from the next picture on. Files are painted alike on every machine.</p>
      <div class="row-of-buttons">
        <Button onPress={studio.actions.closeSheet}>Close</Button>
      </div>
    </Sheet>
  );
}

function GpuWords({ found }: { found: PaintingReport['webgl'] }) {
  const { studio } = useUi();
  const { state, shaderless } = found;
  const onEasel = studio.easel.value?.artwork;
  const onWall = studio.explore.wall.value?.tiles.map(({ artwork }) => artwork) ?? [];
  const here = onEasel === undefined ? onWall : [onEasel, ...onWall];
  return (
    <>
      {describeGpu(found)} {describeShaderless(shaderless, here)}
      {'chip' in state && <small>{state.chip}</small>}
    </>
  );
}

const coresWords = () =>
  navigator.hardwareConcurrency === 1 ? 'One core.' : `${navigator.hardwareConcurrency} cores.`;
