import {
  trainingLimits as limits,
  type TrainingSettings,
  weightCountOf,
} from '#core/cppn/training-settings.ts';
import { type ShownTraining, slowerRate, type TrainingRoom } from '#studio/training-room.ts';
import { Button } from '../parts/button.tsx';
import { Segments } from '../parts/segments.tsx';
import { Advanced } from './advanced.tsx';
import { Earlier } from './earlier.tsx';
import { Named } from './help.tsx';
import { LogSlider } from './log-slider.tsx';
import { NetworkEditor } from './network-editor.tsx';
import { count, short } from './numbers.ts';
import { StartButtons } from './start-buttons.tsx';
import { Targets } from './targets.tsx';
import { help } from './words.ts';

const goals = [
  { value: 'picture', words: 'Copy a picture' },
  { value: 'points', words: 'Tell apart' },
] as const;

const rules = [
  { value: 'adam', words: 'Adam' },
  { value: 'momentum', words: 'Momentum' },
  { value: 'sgd', words: 'SGD' },
] as const;

const losses = [
  { value: 'squared-error', words: 'Squared error' },
  { value: 'cross-entropy', words: 'Cross-entropy' },
] as const;

/** Everything a person sets, with the buttons that start it. */
export function Controls({ room, training }: { room: TrainingRoom; training: ShownTraining }) {
  const { target, settings, state } = training;
  const change = room.actions.changeSettings;
  const choices = room.choices.value;
  const isPicture = target.kind === 'picture';
  const things = isPicture ? 'pixels' : 'points';
  const done = state?.epoch ?? 0;
  return (
    <>
      <Targets room={room} training={training} />
      <Named name="Goal" help={help.goal}>
        {() => (
          <Segments
            label="Goal"
            options={goals}
            value={target.kind}
            onChange={(kind) => {
              if (kind === 'points') room.actions.tellApart('moons');
              else if (choices[0] !== undefined) void room.actions.copyArtwork(choices[0]);
            }}
          />
        )}
      </Named>
      <Named
        name="Network"
        value={count(weightCountOf(target, settings), 'weight', 'weights')}
        help={help.network}
      >
        {() => <NetworkEditor training={training} onChange={(hidden) => change({ hidden })} />}
      </Named>
      <Named name="Optimiser" help={help.optimizer}>
        {() => (
          <Segments
            label="Optimiser"
            options={rules}
            value={settings.optimizer as 'adam'}
            onChange={(optimizer) => change({ optimizer })}
          />
        )}
      </Named>
      <Named name="Loss" help={isPicture ? help.lossOfPicture : help.lossOfPoints}>
        {() => (
          <Segments
            label="Loss"
            options={losses}
            value={settings.loss}
            onChange={(loss) => change({ loss })}
          />
        )}
      </Named>
      <Named name="Learning rate" value={short(settings.learningRate)} help={help.learningRate}>
        {(nameId) => (
          <LogSlider
            label="Learning rate"
            labelledBy={nameId}
            min={limits.learningRate[0]}
            max={limits.learningRate[1]}
            steps={100}
            value={settings.learningRate}
            describe={short}
            tidy={(rate) => Number(rate.toPrecision(2))}
            onChange={(learningRate) => change({ learningRate })}
          />
        )}
      </Named>
      <Named
        name="Batch size"
        value={count(settings.batchSize, things.slice(0, -1), things)}
        help={help.batchSize}
      >
        {(nameId) => (
          <LogSlider
            label="Batch size"
            labelledBy={nameId}
            min={limits.batchSize[0]}
            max={limits.batchSize[1]}
            steps={10}
            value={settings.batchSize}
            describe={(size) => count(size, things.slice(0, -1), things)}
            tidy={(size) => 2 ** Math.round(Math.log2(size))}
            onChange={(batchSize) => change({ batchSize })}
          />
        )}
      </Named>
      <Named name="Epochs" value={`${done} of ${settings.epochs}`} help={help.epochs}>
        {(nameId) => (
          <LogSlider
            label="Epochs"
            labelledBy={nameId}
            min={10}
            max={4000}
            steps={60}
            value={Math.min(4000, Math.max(10, settings.epochs))}
            describe={(epochs) => `${done} of ${epochs}`}
            tidy={tidyEpochs}
            onChange={(epochs) => change({ epochs })}
          />
        )}
      </Named>
      <StartButtons room={room} training={training} />
      <Trouble room={room} training={training} />
      <p class="train-hint">
        Pausing keeps every weight. You can take what it has learned so far to the easel at any time.
      </p>
      <Advanced settings={settings} onChange={(changes: Partial<TrainingSettings>) => change(changes)} />
      <Earlier room={room} />
    </>
  );
}

const tidyEpochs = (epochs: number) =>
  epochs < 100 ? Math.round(epochs / 5) * 5 : Math.round(epochs / 50) * 50;

/** What stopped it, and what to do. */
export function Trouble({ room, training }: { room: TrainingRoom; training: ShownTraining }) {
  const { state, settings } = training;
  const paused = room.pausedFor.value;
  const hasDiverged = state?.ended === 'diverged';
  return (
    <div role="status" class="train-trouble">
      {paused !== null && <p>{paused}</p>}
      {hasDiverged && (
        <>
          <p>
            It ran away at epoch {state.epoch}. The rate was too high for this network. Best weights kept.
          </p>
          <Button onPress={room.actions.trySlower}>Try {short(slowerRate(settings.learningRate))}</Button>
        </>
      )}
      {state?.ended === 'done' && <p>Done: {count(state.epoch, 'epoch', 'epochs')}.</p>}
    </div>
  );
}
