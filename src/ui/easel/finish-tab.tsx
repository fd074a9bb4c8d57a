import type { Finish } from '#core/cppn/coloring.ts';
import { noFinish } from '#core/cppn/coloring.ts';
import { setAmounts, setFinish } from '#core/cppn/edit-coloring.ts';
import type { Genome } from '#core/cppn/genome.ts';
import type { Editing } from '#studio/editing.ts';
import { Amount } from './amount.tsx';
import { Chip } from './chips.tsx';

interface Kind {
  readonly words: string;
  /** What a press turns on, and off. */
  readonly on: Partial<Finish>;
  readonly off: Partial<Finish>;
  readonly amount: keyof Finish;
}

const kinds: readonly Kind[] = [
  { words: 'relief', on: { relief: 0.7 }, off: { relief: 0 }, amount: 'relief' },
  { words: 'grain', on: { grain: 0.07 }, off: { grain: 0 }, amount: 'grain' },
  { words: 'cut paper', on: { steps: 7, edge: 0.1 }, off: { steps: 0, edge: 0 }, amount: 'steps' },
  { words: 'lines', on: { lines: 18 }, off: { lines: 0 }, amount: 'lines' },
];

const fields: readonly {
  readonly name: keyof Finish;
  readonly words: string;
  readonly max: number;
  readonly step: number;
  readonly with: keyof Finish;
}[] = [
  { name: 'relief', words: 'relief', max: 2, step: 0.01, with: 'relief' },
  { name: 'grain', words: 'grain', max: 0.5, step: 0.005, with: 'grain' },
  { name: 'steps', words: 'sheets of paper', max: 32, step: 1, with: 'steps' },
  { name: 'edge', words: 'shadow of an edge', max: 0.5, step: 0.005, with: 'steps' },
  { name: 'lines', words: 'lines', max: 64, step: 1, with: 'lines' },
];

/** What lies over the colour, and how strongly form, light and colour speak. */
export function FinishTab({ genome, editing }: { genome: Genome; editing: Editing }) {
  const { coloring } = genome;
  if (coloring.kind !== 'palette')
    return (
      <p class="panel-note">
        Finishes lie on a palette, and this picture has none. Choose one under Palette.
      </p>
    );
  const { finish } = coloring;
  const isSmooth = kinds.every(({ amount }) => finish[amount] === 0);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need its own look undone */}
      <div class="chip-row" role="group" aria-label="Finish">
        <Chip isOn={isSmooth} onPress={() => void editing.edit('Finish', (was) => setFinish(was, noFinish))}>
          smooth
        </Chip>
        {kinds.map(({ words, on, off, amount }) => {
          const isOn = finish[amount] > 0;
          return (
            <Chip
              key={words}
              isOn={isOn}
              onPress={() => void editing.edit('Finish', (was) => setFinish(was, isOn ? off : on))}
            >
              {words}
            </Chip>
          );
        })}
      </div>
      <div class="amounts">
        {fields
          .filter((field) => finish[field.with] > 0)
          .map(({ name, words, max, step }) => (
            <Amount
              key={name}
              label={words}
              value={finish[name]}
              min={name === 'steps' ? 2 : 0}
              max={max}
              step={step}
              digits={step < 1 ? 3 : 0}
              onTry={(value) =>
                editing.tryEdit(value === null ? null : (was) => setFinish(was, { [name]: value }))
              }
              onKeep={(value) => void editing.edit('Finish', (was) => setFinish(was, { [name]: value }))}
            />
          ))}
        {(['gain', 'shade', 'chroma'] as const).map((name) => (
          <Amount
            key={name}
            label={amountWords[name]}
            value={coloring[name]}
            min={name === 'gain' ? 0.1 : 0}
            max={name === 'gain' ? 4 : 1}
            step={0.01}
            onTry={(value) =>
              editing.tryEdit(value === null ? null : (was) => setAmounts(was, { [name]: value }))
            }
            onKeep={(value) => void editing.edit('Finish', (was) => setAmounts(was, { [name]: value }))}
          />
        ))}
      </div>
      <div class="chip-row">
        <Chip
          isOn={coloring.position === 'sine'}
          onPress={() =>
            void editing.edit('Bands', (was) =>
              setAmounts(was, { position: coloring.position === 'sine' ? 'tanh' : 'sine' }),
            )
          }
        >
          in bands
        </Chip>
      </div>
    </>
  );
}

const amountWords = { gain: 'contrast of form', shade: 'light', chroma: 'colour' } as const;
