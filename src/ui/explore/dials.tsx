import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Changed } from '#core/evolution/step.ts';
import { useUi } from '../context.ts';
import { Segments } from '../parts/segments.tsx';
import { Slider } from '../parts/slider.tsx';

const [nearest, farthest] = [0.03, 0.25];

export function DistanceDial() {
  const { studio } = useUi();
  const { distance } = studio.explore.dials.value;
  return (
    <div class="dial distance-dial">
      <span class="dial-label" aria-hidden="true">
        How far from the parents
      </span>
      <Slider
        label="How far from the parents"
        min={nearest}
        max={farthest}
        step={(farthest - nearest) / 100}
        value={distance}
        describe={(value) =>
          `${Math.round((100 * (value - nearest)) / (farthest - nearest))} % of the way from sisters to strangers`
        }
        onChange={(value) => void studio.actions.setDials({ distance: value })}
      />
      <span class="dial-ends" aria-hidden="true">
        <span>sisters</span>
        <span>strangers</span>
      </span>
    </div>
  );
}

export function WildDial() {
  const { studio } = useUi();
  const { wildCount } = studio.explore.dials.value;
  const shown = useSignal(wildCount);
  useEffect(() => {
    shown.value = wildCount;
  }, [wildCount]);
  return (
    <div class="dial wild-dial">
      <span class="dial-label" aria-hidden="true">
        Wild cards
      </span>
      <Slider
        label="Wild cards"
        min={0}
        max={6}
        step={1}
        value={wildCount}
        describe={(value) => `${value} of 15`}
        onInput={(value) => (shown.value = value)}
        onChange={(value) => void studio.actions.setDials({ wildCount: value })}
      />
      <span class="dial-ends" aria-hidden="true">
        {shown.value} of 15
      </span>
    </div>
  );
}

const changes: readonly { readonly value: Changed; readonly words: string }[] = [
  { value: 'everything', words: 'Everything' },
  { value: 'form', words: 'Form' },
  { value: 'color', words: 'Colour' },
];

export function ChangeDial() {
  const { studio } = useUi();
  return (
    <div class="dial change-dial">
      <span class="dial-label" aria-hidden="true">
        Change
      </span>
      <Segments
        label="Change"
        options={changes}
        value={studio.explore.dials.value.changed}
        onChange={(changed) => void studio.actions.setDials({ changed })}
      />
    </div>
  );
}
