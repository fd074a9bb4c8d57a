import { useId } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../sheets/sheet.tsx';
import { useGallery } from './gallery-context.ts';
import { finishWords, madeWords } from './list-words.ts';

const finishes = [null, 'smooth', 'relief', 'grain', 'cut paper', 'lines'] as const;
const makings = [null, 'seed', 'bred', 'edited', 'trained', 'imported'] as const;

/** What is shown, by how it looks and how it was made. Each choice is seen at once behind the sheet. */
export function FilterSheet({ onClose }: { onClose: () => void }) {
  const gallery = useGallery();
  const { finish, palette, made } = gallery.filter.value;
  const { palettes } = gallery.facts.value;
  return (
    <Sheet label="What is shown" class="filter-sheet" onClose={onClose}>
      <Group
        name="Finish"
        value={finish}
        options={finishes.map((one) => [one, one === null ? 'Any' : finishWords[one]] as const)}
        onChoose={(next) => gallery.setFilter({ finish: next })}
      />
      <Group
        name="Palette"
        value={palette}
        options={[[null, 'Any'], ...palettes.map((one) => [one, one] as const)]}
        onChoose={(next) => gallery.setFilter({ palette: next })}
      />
      <Group
        name="Made"
        value={made}
        options={makings.map((one) => [one, one === null ? 'In any way' : madeWords[one]] as const)}
        onChoose={(next) => gallery.setFilter({ made: next })}
      />
      <Button kind="primary" onPress={onClose}>
        Done
      </Button>
    </Sheet>
  );
}

interface GroupProps<V extends string> {
  readonly name: string;
  readonly value: V | null;
  readonly options: readonly (readonly [V | null, string])[];
  readonly onChoose: (value: V | null) => void;
}

function Group<V extends string>({ name, value, options, onChoose }: GroupProps<V>) {
  const id = useId();
  return (
    <fieldset class="filter-group">
      <legend>{name}</legend>
      {options.map(([one, words]) => (
        <label key={words} class="filter-chip">
          <input type="radio" name={id} checked={one === value} onChange={() => onChoose(one)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
