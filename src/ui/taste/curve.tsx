import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { useRef } from 'preact/hooks';
import type { CurvePoint } from '#studio/critic-view.ts';
import { layout } from '../layout.ts';
import { ChartFigure } from '../parts/chart-figure.tsx';
import { useSize } from '../pictures/use-size.ts';

const heightPx = 206;
const margin = { top: 16, right: 8, bottom: 24, left: 34 } as const;
const chance = 50;

/** The hit rate against the number of guesses: the band is its interval, the dotted line is chance. */
export function Curve({ points }: { points: readonly CurvePoint[] }) {
  const first = points[0]!;
  const last = points.at(-1)!;
  return (
    <ChartFigure
      class="curve"
      title="How I got here"
      sentence={`From ${first.share} of 100 pairs in order after ${first.guessCount} guesses to ${last.share} after ${last.guessCount}; chance is ${chance}. The band holds nine tenths of what luck would make of it.`}
      columns={['Guesses', 'In order, of 100', 'Between']}
      rows={points.map(({ guessCount, share, low, high }) => [
        `${guessCount}`,
        `${share}`,
        `${low} and ${high}`,
      ])}
    >
      <Plot points={points} />
    </ChartFigure>
  );
}

function Plot({ points }: { points: readonly CurvePoint[] }) {
  const box = useRef<HTMLDivElement>(null);
  const { widthPx } = useSize('curve', box, layout.value).value;
  return (
    <div class="curve-plot" ref={box} style={{ height: `${heightPx}px` }} aria-hidden="true">
      {widthPx > 0 && <Drawing points={points} widthPx={widthPx} />}
    </div>
  );
}

function Drawing({ points, widthPx }: { points: readonly CurvePoint[]; widthPx: number }) {
  const last = points.at(-1)!;
  const lowest = Math.floor(Math.min(40, ...points.map(({ low }) => low)) / 10) * 10;
  const highest = Math.ceil(Math.max(80, ...points.map(({ high }) => high)) / 10) * 10;
  const ticks = highest - lowest > 60 ? [0, 25, 75, 100] : [30, 40, 60, 70, 80, 90, 100];
  const x = scaleLinear([points[0]!.guessCount, last.guessCount], [margin.left, widthPx - margin.right]);
  const y = scaleLinear([lowest, highest], [heightPx - margin.bottom, margin.top]);
  const band = area<CurvePoint>(
    ({ guessCount }) => x(guessCount),
    ({ low }) => y(low),
    ({ high }) => y(high),
  );
  const path = line<CurvePoint>(
    ({ guessCount }) => x(guessCount),
    ({ share }) => y(share),
  );
  return (
    <svg viewBox={`0 0 ${widthPx} ${heightPx}`} width={widthPx} height={heightPx} aria-hidden="true">
      {ticks
        .filter((tick) => tick >= lowest && tick <= highest)
        .map((tick) => (
          <text key={tick} class="axis" x={0} y={y(tick) + 4}>
            {tick}
          </text>
        ))}
      <text class="axis" x={0} y={y(chance) + 4}>
        {chance}
      </text>
      <path class="band" d={band(points) ?? ''} />
      <line class="chance" x1={margin.left} x2={widthPx - margin.right} y1={y(chance)} y2={y(chance)} />
      <text class="axis end" x={widthPx - margin.right} y={y(chance) + 15}>
        chance
      </text>
      <path class="trace" d={path(points) ?? ''} />
      <circle class="now" cx={x(last.guessCount)} cy={y(last.share)} r="4" />
      <text class="axis" x={margin.left} y={heightPx - 6}>
        {points[0]!.guessCount} guesses
      </text>
      <text class="axis end" x={widthPx - margin.right} y={heightPx - 6}>
        {last.guessCount}
      </text>
    </svg>
  );
}
