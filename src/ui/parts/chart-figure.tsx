import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './chart.css';

interface ChartFigureProps {
  readonly title: string;
  /** What the chart shows, in a sentence: read in its place. */
  readonly sentence: string;
  /** Beside the title. */
  readonly legend?: ComponentChildren;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly class: string;
  readonly children: ComponentChildren;
}

/** A chart with its sentence, and the same numbers as a table for whoever wants them. */
export function ChartFigure({ title, sentence, legend, columns, rows, children, ...rest }: ChartFigureProps) {
  const isTable = useSignal(false);
  const id = useId();
  return (
    <figure class={`chart ${rest.class}`} aria-labelledby={`${id}-title`} aria-describedby={`${id}-sentence`}>
      <div class="chart-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {legend}
      </div>
      {children}
      <figcaption>
        <span id={`${id}-sentence`}>{sentence}</span>{' '}
        <button
          type="button"
          class="as-table"
          aria-expanded={isTable.value}
          aria-label={`${isTable.value ? 'Hide the table' : 'Show as table'}: ${title}`}
          onClick={() => (isTable.value = !isTable.value)}
        >
          {isTable.value ? 'Hide the table' : 'Show as table'}
        </button>
      </figcaption>
      {isTable.value && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard too
        <section class="chart-table" tabIndex={0} aria-label={`${title}, as a table`}>
          <table>
            <thead>
              <tr>
                {columns.map((words) => (
                  <th key={words} scope="col">
                    {words}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => (
                <tr key={row}>
                  {cells.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </figure>
  );
}
