import { useSignal } from '@preact/signals';
import { setPalette } from '#core/cppn/edit-coloring.ts';
import { addStop, removeStop, setStop, stopLimits, widestGap } from '#core/cppn/edit-palette.ts';
import type { Genome } from '#core/cppn/genome.ts';
import type { Palette } from '#core/cppn/palette.ts';
import { chromaLimit } from '#core/math/color.ts';
import type { Editing } from '#studio/editing.ts';
import { Amount } from './amount.tsx';
import { HousePalettes } from './house-palettes.tsx';
import { PaletteRamp } from './palette-ramp.tsx';

/** Colours along the picture's form: stops to drag, their numbers, and the house palettes. */
export function PaletteTab({ genome, editing }: { genome: Genome; editing: Editing }) {
  // None at rest: its numbers would push the neighbours off the page.
  const selected = useSignal<number | null>(null);
  const { coloring } = genome;
  if (coloring.kind !== 'palette')
    return (
      <>
        <p class="panel-note">
          This picture has no palette: its network gives the colours itself. Choose one to lay over its form.
        </p>
        <HousePalettes current={null} editing={editing} />
      </>
    );

  const { palette } = coloring;
  const isChosen = selected.value !== null && selected.value < palette.stops.length;
  const at = isChosen ? selected.value! : 0;
  const stop = palette.stops[at]!;
  const tryOut = (change: (was: Palette) => Palette) => editing.tryEdit((was) => withPalette(was, change));
  const keep = (label: string, change: (was: Palette) => Palette) =>
    void editing.edit(label, (was) => withPalette(was, change));
  const field = (name: 'lightness' | 'chroma' | 'hue', min: number, max: number, step: number) => (
    <Amount
      key={`${at} ${name}`}
      label={name}
      value={stop[name]}
      min={min}
      max={max}
      step={step}
      digits={step < 1 ? 3 : 0}
      onTry={(value) =>
        value === null ? editing.tryEdit(null) : tryOut((was) => setStop(was, at, { [name]: value }))
      }
      onKeep={(value) => keep('Palette', (was) => setStop(was, at, { [name]: value }))}
    />
  );
  const limit = 0.985 * chromaLimit(stop.lightness, stop.hue);
  const isFull = palette.stops.length >= stopLimits.most;
  const isEnd = at === 0 || at === palette.stops.length - 1;
  const add = (position: number) => {
    const added = addStop(palette, position);
    if (added === null) return;
    selected.value = added.index;
    keep('New stop', (was) => addStop(was, position)?.palette ?? was);
  };
  const remove = () => {
    if (palette.stops.length <= stopLimits.least) return;
    keep('Stop', (was) => removeStop(was, at) ?? was);
    selected.value = Math.max(0, at - 1);
  };

  return (
    <>
      <PaletteRamp
        palette={palette}
        selected={isChosen ? at : null}
        onSelect={(index) => {
          selected.value = index;
        }}
        onTry={(index, position) =>
          position === null ? editing.tryEdit(null) : tryOut((was) => setStop(was, index, { position }))
        }
        onKeep={(index, position) => keep('Palette', (was) => setStop(was, index, { position }))}
        onAdd={add}
        onRemove={remove}
      />
      {isChosen && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would need its own look undone
        <div class="stop-fields" role="group" aria-label={`Stop ${at + 1} of ${palette.stops.length}`}>
          {field('lightness', 0, 1, 0.005)}
          {field('chroma', 0, 0.4, 0.005)}
          {field('hue', 0, 359, 1)}
          {isEnd ? (
            <p class="amount-note">An end stop stays at its end.</p>
          ) : (
            <Amount
              key={`${at} position`}
              label="place"
              value={stop.position}
              min={0}
              max={1}
              step={0.005}
              digits={3}
              onTry={(position) =>
                position === null ? editing.tryEdit(null) : tryOut((was) => setStop(was, at, { position }))
              }
              onKeep={(position) => keep('Palette', (was) => setStop(was, at, { position }))}
            />
          )}
        </div>
      )}
      <HousePalettes current={palette} editing={editing}>
        <button type="button" class="text-button" disabled={isFull} onClick={() => add(widestGap(palette))}>
          Add a stop
        </button>
        {isChosen && (
          <button
            type="button"
            class="text-button"
            disabled={palette.stops.length <= stopLimits.least}
            onClick={remove}
          >
            Remove this stop
          </button>
        )}
        {isChosen && stop.chroma > limit + 1e-9 && (
          <span class="panel-note">More chroma than a screen shows: painted at {limit.toFixed(2)}.</span>
        )}
      </HousePalettes>
    </>
  );
}

function withPalette(genome: Genome, change: (was: Palette) => Palette): Genome {
  return genome.coloring.kind === 'palette' ? setPalette(genome, change(genome.coloring.palette)) : genome;
}
