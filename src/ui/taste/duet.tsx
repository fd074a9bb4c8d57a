import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { DuetColumn } from '#studio/critic-view.ts';
import { useUi } from '../context.ts';
import { layout } from '../layout.ts';
import { ChartFigure } from '../parts/chart-figure.tsx';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture } from '../pictures/picture.tsx';

const countWords = { wide: 40, medium: 40, narrow: 14 } as const;

/** One column a counted guess: a disc at the person's value, a ring at the critic's, the picture beneath. */
export function Duet({ columns, isPaused }: { columns: readonly DuetColumn[]; isPaused: boolean }) {
  const shown = columns.slice(-countWords[layout.value]);
  const agreed = shown.filter(({ stars, guess }) => stars === guess).length;
  const near = shown.filter(({ stars, guess }) => Math.abs(stars - guess) === 1).length;
  return (
    <ChartFigure
      class="duet"
      title={titleFor(shown.length)}
      sentence={`Of the last ${shown.length}, I named ${agreed} exactly and missed ${near} by one.`}
      legend={
        <p class="legend" aria-hidden="true">
          <span class="legend-you">you</span>
          <span class="legend-me">my guess, made before</span>
        </p>
      }
      columns={['Picture', 'You', 'My guess']}
      rows={shown.map(({ title, stars, guess }) => [title, `${stars}`, `${guess}`])}
    >
      <Columns columns={shown} isPaused={isPaused} />
    </ChartFigure>
  );
}

const titleFor = (count: number) =>
  count === 1 ? 'The first guess' : `The last ${{ 40: 'forty', 14: 'fourteen' }[count] ?? count} guesses`;

function Columns({ columns, isPaused }: { columns: readonly DuetColumn[]; isPaused: boolean }) {
  const { studio } = useUi();
  const list = useRef<HTMLDivElement>(null);
  const tabStop = useSignal<string | null>(null);
  const held = useSignal<string | null>(null);
  const last = columns.length - 1;
  const at = columns.findIndex((column) => keyOf(column) === tabStop.value);
  const stop = at < 0 ? last : at;
  const noted = columns.find((column) => keyOf(column) === held.value);
  const focusColumn = (index: number) =>
    list.current!.querySelectorAll<HTMLElement>('.duet-column')[index]?.focus();
  return (
    <div class="duet-plot">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div
        class="duet-columns"
        ref={list}
        role="group"
        aria-label="One guess after the other, oldest first"
        onKeyDown={(event) => {
          if (event.altKey || event.metaKey || event.ctrlKey) return;
          const next = { ArrowLeft: stop - 1, ArrowRight: stop + 1, Home: 0, End: last }[event.key];
          if (next === undefined) return;
          event.preventDefault();
          focusColumn(Math.min(Math.max(next, 0), last));
        }}
        onPointerLeave={() => (held.value = null)}
      >
        {columns.map((column, index) => (
          <button
            type="button"
            key={keyOf(column)}
            class="duet-column"
            data-artwork={column.artwork}
            tabIndex={index === stop ? 0 : -1}
            aria-label={`${column.title}. ${column.sentence}`}
            aria-disabled={column.picture === null ? 'true' : undefined}
            onFocus={() => {
              tabStop.value = keyOf(column);
              held.value = keyOf(column);
            }}
            onBlur={() => (held.value = null)}
            onPointerEnter={() => (held.value = keyOf(column))}
            onClick={() => {
              if (column.picture !== null) studio.actions.go({ kind: 'art', artwork: column.artwork });
            }}
          >
            <Marks column={column} />
            <Thumbnail column={column} rank={last - index} isPaused={isPaused} />
          </button>
        ))}
      </div>
      {noted !== undefined && (
        <Note column={noted} share={columns.length < 2 ? 0 : columns.indexOf(noted) / last} />
      )}
    </div>
  );
}

/** One artwork may be judged again: its place in the log tells its columns apart. */
const keyOf = ({ artwork, order }: DuetColumn) => `${artwork} ${order}`;

function Marks({ column: { stars, guess } }: { column: DuetColumn }) {
  const high = Math.max(stars, guess);
  const low = Math.min(stars, guess);
  return (
    <span class="duet-marks" aria-hidden="true">
      {high !== low && <span class="duet-gap" style={{ '--high': `${high}`, '--low': `${low}` }} />}
      <span class="duet-disc" style={{ '--at': `${stars}` }} />
      <span class="duet-ring" style={{ '--at': `${guess}` }} />
    </span>
  );
}

interface ThumbnailProps {
  readonly column: DuetColumn;
  readonly rank: number;
  readonly isPaused: boolean;
}

function Thumbnail({ column: { picture }, rank, isPaused }: ThumbnailProps) {
  const sidePx = layout.value === 'narrow' ? 22 : 18;
  if (picture === null) return <span class="duet-thumb gone" />;
  return (
    <span class="duet-thumb" style={{ backgroundImage: gradientImage(gradientOf(picture.genome)) }}>
      <Picture artwork={picture} widthPx={sidePx} heightPx={sidePx} rank={rank} isWanted={!isPaused} />
    </span>
  );
}

/** The picture at 160 px and what was said of it, over its column. `share` is where that is, [0, 1]. */
function Note({ column: { picture, title, sentence }, share }: { column: DuetColumn; share: number }) {
  return (
    <div class="duet-note" style={{ '--share': `${share}` }} aria-hidden="true">
      {picture !== null && (
        <span class="duet-picture" style={{ backgroundImage: gradientImage(gradientOf(picture.genome)) }}>
          <Picture artwork={picture} widthPx={160} heightPx={160} rank={0} />
        </span>
      )}
      <p>
        <bdi class="title">{title}</bdi>
        {sentence}
      </p>
    </div>
  );
}
