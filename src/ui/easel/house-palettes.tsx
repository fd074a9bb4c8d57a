import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { setPalette } from '#core/cppn/edit-coloring.ts';
import { hasSameStops } from '#core/cppn/edit-palette.ts';
import { housePalettes } from '#core/cppn/house-palettes.ts';
import type { Palette } from '#core/cppn/palette.ts';
import type { Editing } from '#studio/editing.ts';
import { layout } from '../layout.ts';
import { houseGradient } from './palette-gradient.ts';

const previewMs = 120;
const firstCount = { wide: 10, medium: 8, narrow: 8 } as const;

interface HousePalettesProps {
  readonly current: Palette | null;
  readonly editing: Editing;
  /** Beside the way to all of them. */
  readonly children?: ComponentChildren;
}

/** The sixteen, each tried on the canvas while the pointer rests on it. */
export function HousePalettes({ current, editing, children }: HousePalettesProps) {
  const isWhole = useSignal(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isTrying = useRef(false);
  const stopTrying = () => {
    clearTimeout(timer.current);
    if (isTrying.current) editing.tryEdit(null);
    isTrying.current = false;
  };
  useEffect(() => stopTrying, []);
  const tryOut = (palette: Palette) => {
    stopTrying();
    timer.current = setTimeout(() => {
      isTrying.current = true;
      editing.tryEdit((was) => setPalette(was, palette));
    }, previewMs);
  };
  // The one in use is in sight, wherever it stands in the list; moved by hand it is in use no more, and stays.
  const isOrigin = ({ name }: Palette) => name === current?.name;
  const sorted = [...housePalettes].sort((a, b) => Number(isOrigin(b)) - Number(isOrigin(a)));
  const shown = isWhole.value ? sorted : sorted.slice(0, firstCount[layout.value]);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need its own look undone */}
      <div class="house-palettes" role="group" aria-label="House palettes">
        {shown.map((palette) => (
          <button
            type="button"
            key={palette.name}
            class="house-palette"
            aria-pressed={current !== null && isOrigin(palette) && hasSameStops(palette, current)}
            onPointerEnter={(event) => event.pointerType === 'mouse' && tryOut(palette)}
            onPointerLeave={stopTrying}
            onClick={() => {
              clearTimeout(timer.current);
              isTrying.current = false;
              void editing.edit('Palette', (was) => setPalette(was, palette));
            }}
          >
            <span class="swatch" style={{ backgroundImage: houseGradient(palette) }} />
            {palette.name}
          </button>
        ))}
      </div>
      <div class="stop-acts">
        {children}
        <button
          type="button"
          class="text-button"
          aria-expanded={isWhole.value}
          onClick={() => (isWhole.value = !isWhole.value)}
        >
          {isWhole.value ? 'Fewer' : `All ${housePalettes.length} palettes`}
        </button>
      </div>
    </>
  );
}
