import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type HiddenLayer, trainingLimits as limits } from '#core/cppn/training-settings.ts';
import { inputsOf, outputCountOf } from '#core/cppn/training-target.ts';
import { type ActivationName, activationNames } from '#core/nn/activations.ts';
import type { ShownTraining } from '#studio/training-room.ts';
import { Button } from '../parts/button.tsx';
import { Slider } from '../parts/slider.tsx';
import { count } from './numbers.ts';

/** Columns of neurons; a pressed one is edited below. Another network begins anew, beside what was trained. */
export function NetworkEditor({
  training: { target, settings, state },
  onChange,
}: {
  training: ShownTraining;
  onChange: (hidden: readonly HiddenLayer[]) => void;
}) {
  const open = useSignal<number | null>(null);
  const { hidden } = settings;
  const index = open.value !== null && open.value < hidden.length ? open.value : null;
  const edit = (at: number, layer: HiddenLayer) =>
    onChange(hidden.map((old, other) => (other === at ? layer : old)));
  return (
    <>
      <ol class="net-columns" aria-label="Layers">
        <li class="net-end">
          <span class="net-column" title={`Inputs: ${inputsOf(target).join(', ')}`}>
            {inputsOf(target).length}
          </span>
        </li>
        {hidden.map(({ units, activation }, at) => (
          <li key={at}>
            <button
              type="button"
              class="net-column"
              style={{ minHeight: `${26 + Math.round(units / 2.5)}px` }}
              aria-expanded={index === at}
              aria-label={`Layer ${at + 1}: ${units} ${activation} ${units === 1 ? 'neuron' : 'neurons'}`}
              onClick={() => (open.value = index === at ? null : at)}
            >
              {units} <small>{activation}</small>
            </button>
          </li>
        ))}
        <li class="net-end">
          <span class="net-column" title="Outputs">
            {outputCountOf(target)}
          </span>
        </li>
      </ol>
      {index !== null && (
        <LayerEditor
          key={index}
          name={`Layer ${index + 1}`}
          layer={hidden[index]!}
          onChange={(layer) => edit(index, layer)}
        />
      )}
      <div class="net-buttons">
        {hidden.length < limits.hidden[1] && (
          <Button
            kind="quiet"
            onPress={() => {
              const at = (index ?? hidden.length - 1) + 1;
              onChange([...hidden.slice(0, at), hidden[at - 1]!, ...hidden.slice(at)]);
              open.value = at;
            }}
          >
            Add a layer
          </Button>
        )}
        {index !== null && hidden.length > limits.hidden[0] && (
          <Button
            kind="quiet"
            onPress={() => {
              onChange(hidden.filter((_, other) => other !== index));
              open.value = null;
            }}
          >
            Remove it
          </Button>
        )}
      </div>
      {index !== null && state !== null && (
        <p class="train-hint">Another network begins anew. This one is kept under earlier trainings.</p>
      )}
    </>
  );
}

function LayerEditor({
  name,
  layer,
  onChange,
}: {
  name: string;
  layer: HiddenLayer;
  onChange: (layer: HiddenLayer) => void;
}) {
  const id = useId();
  const [least, most] = limits.units;
  return (
    <fieldset class="net-layer" aria-label={name}>
      <div class="train-name">
        <span id={`${id}-units`}>Neurons</span>
        <strong aria-hidden="true">{layer.units}</strong>
      </div>
      <Slider
        label="Neurons"
        labelledBy={`${id}-units`}
        min={least}
        max={most}
        step={1}
        value={layer.units}
        describe={(units) => count(units, 'neuron', 'neurons')}
        onChange={(units) => onChange({ ...layer, units })}
      />
      <label class="net-activation">
        Activation
        <select
          value={layer.activation}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const activation = activationNames.find((known): known is ActivationName => known === value);
            if (activation !== undefined) onChange({ ...layer, activation });
          }}
        >
          {activationNames.map((activation) => (
            <option key={activation} value={activation} selected={activation === layer.activation}>
              {activation}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}
