import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { outputCountOf } from '#core/cppn/training-target.ts';
import type { StepReport } from '#core/nn/run.ts';
import type { ShownTraining } from '#studio/training-room.ts';
import { count, lossWords, short } from './numbers.ts';
import { brain } from './words.ts';

const ruleNames = {
  adam: 'Adam',
  adamw: 'AdamW',
  momentum: 'Momentum',
  nesterov: 'Nesterov',
  rmsprop: 'RMSProp',
  sgd: 'SGD',
} as const;

/** The loop once around, with the numbers of the last batch. */
export function Steps({ training }: { training: ShownTraining }) {
  const { target, settings, step } = training;
  const isPicture = target.kind === 'picture';
  const rows = step?.rowCount ?? settings.batchSize;
  const values = outputCountOf(target);
  const guess = isPicture
    ? `${count(rows, 'pixel place goes', 'pixel places go')} in, ${count(rows, 'colour comes', 'colours come')} out.`
    : `${count(rows, 'place goes', 'places go')} in, ${count(rows, 'class comes', 'classes come')} out.`;
  const measure =
    settings.loss === 'squared-error'
      ? 'Square each difference, take the mean.'
      : 'Ask how surprised it was by what is right, take the mean.';
  const length =
    step === null ? null : Math.sqrt(step.gradientNorms.reduce((sum, norm) => sum + norm * norm, 0));
  return (
    <>
      <h2>The loop, once around</h2>
      <ol class="steps">
        <Step name="Guess" words={guess}>
          {step && `${(rows * values).toLocaleString('en')} numbers guessed`}
        </Step>
        <Step name="Measure" words={measure}>
          {step && `loss ${lossWords(step.loss)}`}
        </Step>
        <Step
          name="Blame"
          words="Walk back through the layers: how much did each weight add to the mistake?"
          after={step && <LayerNorms step={step} />}
        >
          {length !== null && `gradient length ${short(length)}`}
        </Step>
        <Step
          name="Nudge"
          words={`${ruleNames[settings.optimizer]} moves every weight a little, against its blame.`}
        >
          {step && `mean move ${short(step.meanMove)}`}
        </Step>
      </ol>
      <BrainNote />
    </>
  );
}

function Step({
  name,
  words,
  children,
  after,
}: {
  name: string;
  words: string;
  children: ComponentChildren;
  after?: ComponentChildren;
}) {
  return (
    <li>
      <strong>{name}</strong>
      <p>{words}</p>
      {children && <p class="step-number">{children}</p>}
      {after}
    </li>
  );
}

/** A layer that hears less than this share of the loudest learns next to nothing. */
const vanished = 0.01;

/** How long the gradient is in each layer, on a scale of ratios. */
function LayerNorms({ step: { gradientNorms } }: { step: StepReport }) {
  const loudest = Math.max(...gradientNorms, 1e-12);
  const share = (norm: number) => Math.max(0.02, 1 + Math.log10(Math.max(norm / loudest, 1e-4)) / 4);
  const quiet = gradientNorms.findIndex((norm) => norm < vanished * loudest);
  return (
    <div class="layer-norms">
      <dl>
        {gradientNorms.map((norm, index) => (
          <div key={index}>
            <dt>{index === gradientNorms.length - 1 ? 'output' : `layer ${index + 1}`}</dt>
            <dd>
              <span class="norm-bar" style={{ '--share': String(share(norm)) }} aria-hidden="true" />
              {short(norm)}
            </dd>
          </div>
        ))}
      </dl>
      {quiet >= 0 && (
        <p class="train-hint">
          Layer {quiet + 1} hears almost nothing: on the way back to it the blame has vanished.
        </p>
      )}
    </div>
  );
}

function BrainNote() {
  const isOpen = useSignal(false);
  return (
    <div class="brain-note">
      <button
        type="button"
        class="as-table"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        Is this like a brain?
      </button>
      {isOpen.value && (
        <>
          {brain.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p class="train-hint">{brain.source}</p>
        </>
      )}
    </div>
  );
}
