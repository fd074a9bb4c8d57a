import { useEffect, useRef } from 'preact/hooks';
import type { Wall } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import { scrollToShow } from '../scroll-to-show.ts';
import { ContactSheet } from './contact-sheet.tsx';

/** CSS pixels from one sheet to the next. */
const pitchPx = 82;
const sheetMiddlePx = 24;

/** Every generation, newest first. A joint is drawn to the wall a branch came from, where that is not the one below. */
export function Strip({ onChoose }: { onChoose?: () => void }) {
  const { studio } = useUi();
  const walls = studio.explore.strip.value;
  const current = studio.explore.wall.value?.wall.id;
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    scrollToShow(list.current?.querySelector('[aria-current]'), list.current!);
  }, [current]);

  return (
    <ol class="strip" ref={list} aria-label="Generations, newest first">
      {walls.map((wall, index) => (
        <li key={wall.id}>
          <button
            type="button"
            class="generation"
            data-wall={wall.id}
            aria-current={wall.id === current ? 'true' : undefined}
            aria-label={nameGeneration(wall, walls)}
            onClick={() => {
              void studio.actions.goToWall(wall.id);
              onChoose?.();
            }}
          >
            <ContactSheet wall={wall} />
            <span aria-hidden="true">{wall.number}</span>
          </button>
          <Joint index={index} parentIndex={walls.findIndex(({ id }) => id === wall.from)} />
        </li>
      ))}
    </ol>
  );
}

function Joint({ index, parentIndex }: { index: number; parentIndex: number }) {
  const span = parentIndex - index;
  if (parentIndex < 0 || span <= 1) return null;
  return (
    <span
      class="joint"
      aria-hidden="true"
      style={{ top: `${sheetMiddlePx}px`, height: `${span * pitchPx}px` }}
    />
  );
}

function nameGeneration(wall: Wall, walls: readonly Wall[]): string {
  const from = walls.find(({ id }) => id === wall.from);
  return from === undefined ? `Generation ${wall.number}` : `Generation ${wall.number}, from ${from.number}`;
}
