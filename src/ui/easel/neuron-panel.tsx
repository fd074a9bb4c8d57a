import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type NeuronPlace, setActivation, setBias, setWeight, weightsInto } from '#core/cppn/edit-genome.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { isMuted } from '#core/cppn/mute-neuron.ts';
import { type ActivationName, activationNames } from '#core/nn/activations.ts';
import type { Editing } from '#studio/editing.ts';
import { isDialogOpen } from '../dialog-open.ts';
import { scrollToShow } from '../scroll-to-show.ts';
import { activationCurve } from './activation-curve.ts';
import { Amount } from './amount.tsx';
import { Chip } from './chips.tsx';
import { KeyCap } from './key-cap.tsx';
import { neuronAlone, showAlone } from './neuron-alone.ts';
import { activationWords, mentionNeuron, nameNeuron } from './neuron-words.ts';

interface NeuronPanelProps {
  readonly genome: Genome;
  readonly place: NeuronPlace;
  readonly editing: Editing;
  readonly onClose: () => void;
}

/** Sliders reach this far, or twice as far as the weight itself. */
const REACH = 4;
/** More weights than this are asked for. */
const LISTED = 12;

/** What one neuron does: mute, activation, bias, and the weights that come in. */
export function NeuronPanel({ genome, place, editing, onClose }: NeuronPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const { layer, neuron } = place;
  const genes = genome.layers[layer];
  const name = nameNeuron(genome, place);
  const isAlone = neuronAlone.value?.layer === layer && neuronAlone.value.neuron === neuron;

  useLayoutEffect(() => {
    const element = panel.current!;
    element.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
    const side = element.closest('.easel-side');
    if (side !== null) scrollToShow(element, side);
  }, [layer, neuron]);
  useLayoutEffect(() => {
    // Before the table of commands, where Esc leaves the easel.
    const onKey = (event: KeyboardEvent) => {
      // Inside, a field may want it first.
      const isInside = event.target instanceof Node && panel.current?.contains(event.target) === true;
      if (event.key !== 'Escape' || isInside) return;
      // A sheet above closes first, and finds here what to focus.
      if (isDialogOpen()) return;
      event.preventDefault();
      event.stopPropagation();
      onClose();
    };
    const onPress = (event: PointerEvent) => {
      const { target } = event;
      if (target instanceof Element && target.closest('.neuron-panel, .network') === null) onClose();
    };
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pointerdown', onPress, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pointerdown', onPress, true);
      showAlone(null);
    };
  }, [onClose]);

  return (
    <div
      class="neuron-panel"
      role="dialog"
      aria-label={name}
      ref={panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="neuron-head">
        <h3>{name.replace('neuron', 'no.')}</h3>
        <Chip isOn={isAlone} onPress={() => showAlone(isAlone ? null : place)}>
          alone
        </Chip>
        {genes !== undefined && (
          <Chip isOn={isMuted(genome, place)} onPress={() => void editing.toggleMute(place)}>
            mute <KeyCap own="m" />
          </Chip>
        )}
        <button type="button" class="panel-close" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </div>
      {genes === undefined ? (
        <p class="panel-note">What the network sees of a place. Nothing comes in here.</p>
      ) : (
        <>
          <Activations
            chosen={genes.activations[neuron]!}
            onChoose={(activation) =>
              void editing.edit('Activation', (was) => setActivation(was, place, activation))
            }
          />
          <div class="neuron-amounts">
            <Amount
              label="bias"
              value={genes.biases[neuron]!}
              {...rangeFor(genes.biases[neuron]!)}
              step={0.01}
              onTry={(value) => editing.tryEdit(value === null ? null : (was) => setBias(was, place, value))}
              onKeep={(value) => void editing.edit('Bias', (was) => setBias(was, place, value))}
            />
            <Weights key={`${layer} ${neuron}`} genome={genome} place={place} editing={editing} />
          </div>
        </>
      )}
    </div>
  );
}

interface ActivationsProps {
  readonly chosen: ActivationName;
  readonly onChoose: (activation: ActivationName) => void;
}

/** Each as its curve, with the name of the one under the hand, else of the chosen one. */
function Activations({ chosen, onChoose }: ActivationsProps) {
  const meant = useSignal<string | null>(null);
  const nameOf = (target: EventTarget | null) =>
    target instanceof Element ? (target.closest('.activation')?.getAttribute('aria-label') ?? null) : null;
  const mean = ({ target }: Event) => {
    meant.value = nameOf(target);
  };
  const unmean = () => {
    meant.value = null;
  };
  // `pass` is a straight line too, and nothing to choose.
  const offered = activationNames.filter((name) => name !== 'pass' || name === chosen);
  return (
    <div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need its own look undone */}
      <div
        class="activations"
        role="group"
        aria-label="Activation"
        onPointerOver={mean}
        onPointerLeave={unmean}
        onFocusCapture={mean}
        onBlurCapture={unmean}
      >
        {offered.map((name) => (
          <Chip
            key={name}
            isOn={name === chosen}
            label={activationWords[name]}
            class="activation"
            onPress={() => onChoose(name)}
          >
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
              <path d={activationCurve(name)} />
            </svg>
          </Chip>
        ))}
      </div>
      <p class="activation-name" aria-hidden="true">
        {meant.value ?? activationWords[chosen]}
      </p>
    </div>
  );
}

function Weights({ genome, place, editing }: Omit<NeuronPanelProps, 'onClose'>) {
  const weights = weightsInto(genome, place);
  // In the order they had when the panel opened: none moves away from under the hand.
  const order = useRef<readonly number[] | null>(null);
  if (order.current?.length !== weights.length)
    order.current = weights
      .map((_, input) => input)
      .sort((a, b) => Math.abs(weights[b]!) - Math.abs(weights[a]!) || a - b);
  const [first, rest] = [order.current.slice(0, LISTED), order.current.slice(LISTED)];
  const row = (input: number) => {
    const weight = weights[input]!;
    return (
      <Amount
        key={input}
        label={`from ${mentionNeuron(genome, { layer: place.layer - 1, neuron: input })}`}
        value={weight}
        {...rangeFor(weight)}
        step={0.01}
        onTry={(value) =>
          editing.tryEdit(value === null ? null : (was) => setWeight(was, place, input, value))
        }
        onKeep={(value) => void editing.edit('Weight', (was) => setWeight(was, place, input, value))}
      />
    );
  };
  return (
    <>
      {first.map(row)}
      {rest.length > 0 && (
        <details class="more-weights">
          <summary>{rest.length} weaker</summary>
          {rest.map(row)}
        </details>
      )}
    </>
  );
}

function rangeFor(weight: number) {
  const reach = Math.max(REACH, Math.ceil(2 * Math.abs(weight)));
  return { min: -reach, max: reach };
}
