import type { FinishName } from '#core/gallery/card.ts';
import type { Origin } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import { allStars } from '../parts/discs.tsx';
import { useGallery } from './gallery-context.ts';

const orders = [
  ['newest', 'Newest first'],
  ['rating', 'By rating'],
] as const;

const finishes: readonly (readonly [FinishName | '', string])[] = [
  ['', 'Any finish'],
  ['smooth', 'Smooth'],
  ['relief', 'Relief'],
  ['grain', 'Grain'],
  ['cut paper', 'Cut paper'],
  ['lines', 'Lines'],
];

const makings: readonly (readonly [Origin['kind'] | '', string])[] = [
  ['', 'Made in any way'],
  ['seed', 'From fresh seeds'],
  ['bred', 'Bred'],
  ['edited', 'Edited'],
  ['trained', 'Trained'],
  ['imported', 'Imported'],
];

/** What of a list is shown, and in what order. */
export function Filters() {
  const { studio } = useUi();
  const gallery = useGallery();
  const { atLeast, finish, palette, made } = gallery.filter.value;
  const { palettes } = gallery.facts.value;
  const isNarrowed = atLeast > 0 || finish !== null || palette !== null || made !== null;
  return (
    <section class="filters" aria-labelledby="show">
      <h2 id="show">Show</h2>
      <fieldset class="at-least">
        <legend>At least</legend>
        {allStars.map((stars) => (
          <button
            key={stars}
            type="button"
            class="at-least-disc"
            aria-label={`At least ${stars} of 5`}
            aria-pressed={stars === atLeast}
            onClick={() => gallery.setFilter({ atLeast: stars === atLeast ? 0 : stars })}
          >
            <span class={stars <= atLeast ? 'disc filled' : 'disc'} />
          </button>
        ))}
      </fieldset>
      <Choice
        label="Order"
        value={studio.gallery.order.value}
        options={orders}
        onChoose={(order) => gallery.setOrder(order)}
      />
      <Choice
        label="Finish"
        value={finish ?? ''}
        options={finishes}
        onChoose={(name) => gallery.setFilter({ finish: name === '' ? null : name })}
      />
      <Choice
        label="Palette"
        value={palette ?? ''}
        options={[['', 'Any palette'], ...palettes.map((name) => [name, name] as const)]}
        onChoose={(name) => gallery.setFilter({ palette: name === '' ? null : name })}
      />
      <Choice
        label="How it was made"
        value={made ?? ''}
        options={makings}
        onChoose={(kind) => gallery.setFilter({ made: kind === '' ? null : kind })}
      />
      {isNarrowed && (
        <button
          type="button"
          class="show-all"
          onClick={() => gallery.setFilter({ atLeast: 0, finish: null, palette: null, made: null })}
        >
          Show all again
        </button>
      )}
    </section>
  );
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly (readonly [V, string])[];
  readonly onChoose: (value: V) => void;
}

function Choice<V extends string>({ label, value, options, onChoose }: ChoiceProps<V>) {
  return (
    <select
      class={value === options[0]?.[0] ? 'choice' : 'choice chosen'}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find(([name]) => name === event.currentTarget.value);
        if (chosen !== undefined) onChoose(chosen[0]);
      }}
    >
      {options.map(([name, words]) => (
        <option key={name} value={name}>
          {words}
        </option>
      ))}
    </select>
  );
}
