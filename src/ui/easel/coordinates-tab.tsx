import { coordinateNames, tilings } from '#core/cppn/coordinates.ts';
import {
  addInput,
  isMirrored,
  type Placing,
  removeInput,
  setMirrored,
  setPlacing,
} from '#core/cppn/edit-coordinates.ts';
import type { Genome } from '#core/cppn/genome.ts';
import type { Editing } from '#studio/editing.ts';
import { Segments } from '../parts/segments.tsx';
import { Amount } from './amount.tsx';
import { Chip } from './chips.tsx';
import { inputWords } from './neuron-words.ts';

const degrees = 180 / Math.PI;
const logarithms = { to: Math.log2, from: (place: number) => 2 ** place };
const tilingWords = { none: 'none', repeat: 'repeated', mirror: 'mirrored' } as const;

/** What the network sees of a place, and how the plane lies under the picture. */
export function CoordinatesTab({ genome, editing }: { genome: Genome; editing: Editing }) {
  const { coordinates } = genome;
  const { inputs, scale, rotation, center, tiling, tilePeriod } = coordinates;
  const place = (change: Partial<Placing>) => ({
    onTry: () => editing.tryEdit((was) => setPlacing(was, change)),
    onKeep: () => void editing.edit('Coordinates', (was) => setPlacing(was, change)),
  });
  const amount = (toChange: (value: number) => Partial<Placing>) => ({
    onTry: (value: number | null) =>
      value === null ? editing.tryEdit(null) : place(toChange(value)).onTry(),
    onKeep: (value: number) => place(toChange(value)).onKeep(),
  });
  const canMirror = (axis: 'x' | 'y') => inputs.includes(axis) || inputs.includes(`${axis}-mirrored`);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need its own look undone */}
      <div class="chip-row" role="group" aria-label="What the network sees">
        {coordinateNames.map((name) => {
          const isOn = inputs.includes(name);
          return (
            <Chip
              key={name}
              isOn={isOn}
              whyNot={isOn && inputs.length === 1 ? 'The network has to see something.' : null}
              onPress={() =>
                void editing.edit(isOn ? 'Input taken away' : 'New input', (was) =>
                  isOn ? removeInput(was, name) : addInput(was, name),
                )
              }
            >
              {inputWords[name]}
            </Chip>
          );
        })}
      </div>
      <p class="panel-note">A new input changes nothing until a neuron of layer 1 listens to it.</p>
      <div class="amounts">
        <Amount
          label="scale"
          value={scale}
          min={0.05}
          max={20}
          step={0.01}
          scale={logarithms}
          {...amount((value) => ({ scale: value }))}
        />
        <Amount
          label="rotation, degrees"
          value={rotation * degrees}
          min={-180}
          max={180}
          step={1}
          digits={1}
          {...amount((value) => ({ rotation: value / degrees }))}
        />
        <Amount
          label="centre, across"
          value={center[0]}
          min={-3}
          max={3}
          step={0.01}
          {...amount((value) => ({ center: [value, center[1]] }))}
        />
        <Amount
          label="centre, down"
          value={center[1]}
          min={-3}
          max={3}
          step={0.01}
          {...amount((value) => ({ center: [center[0], value] }))}
        />
      </div>
      <div class="chip-row">
        <span class="row-label">mirror</span>
        {(['x', 'y'] as const).map((axis) => {
          const isOn = isMirrored(coordinates, axis);
          return (
            <Chip
              key={axis}
              isOn={isOn}
              whyNot={canMirror(axis) ? null : `The network does not see ${axis}.`}
              onPress={() => void editing.edit('Mirror', (was) => setMirrored(was, axis, !isOn))}
            >
              {axis === 'x' ? 'left and right' : 'above and below'}
            </Chip>
          );
        })}
      </div>
      <div class="chip-row">
        <span class="row-label">tiling</span>
        <Segments
          label="Tiling"
          options={tilings.map((value) => ({ value, words: tilingWords[value] }))}
          value={tiling}
          onChange={(value) => place({ tiling: value }).onKeep()}
        />
      </div>
      {tiling !== 'none' && (
        <Amount
          label="tile size"
          value={tilePeriod}
          min={0.1}
          max={4}
          step={0.01}
          {...amount((value) => ({ tilePeriod: value }))}
        />
      )}
    </>
  );
}
