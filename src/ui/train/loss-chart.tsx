import { line } from 'd3-shape';
import { useRef } from 'preact/hooks';
import type { ShownTraining, TrainingRoom } from '#studio/training-room.ts';
import { layout } from '../layout.ts';
import { ChartFigure } from '../parts/chart-figure.tsx';
import { useSize } from '../pictures/use-size.ts';
import {
  type ChartBox,
  type ChartPoint,
  chartPoints,
  chartScales,
  hungEpochs,
  lossTicks,
} from './chart-scales.ts';
import { Hung } from './hung.tsx';
import { lossWords, percent } from './numbers.ts';

interface LossChartProps {
  readonly room: TrainingRoom;
  readonly training: ShownTraining;
  readonly isPaused: boolean;
}

/** The loss over the epochs, hung with the network's own pictures. */
export function LossChart(props: LossChartProps) {
  const { target, state } = props.training;
  const points = state === null ? [] : chartPoints(state);
  const last = points.at(-1);
  const isPicture = target.kind === 'picture';
  const things = isPicture ? 'pixels' : 'points';
  const columns = [
    'Epoch',
    `Trained ${things}`,
    `${things} it never saw`,
    ...(isPicture ? [] : ['Right', 'Right, never seen']),
  ];
  return (
    <ChartFigure
      class="loss-chart"
      title="How wrong it is"
      sentence={describe(points, things, isPicture)}
      legend={
        last && (
          <p class="loss-legend">
            <span class="trained">
              trained {things} {lossWords(last.loss)}
            </span>{' '}
            <span class="unseen">
              {things} it never saw {lossWords(last.unseenLoss)}
            </span>
            {!isPicture && <span class="accuracy">{percent(last.unseenAccuracy)} right</span>}
          </p>
        )
      }
      columns={columns}
      rows={points
        .filter(isTold)
        .map(({ epoch, loss, unseenLoss, accuracy, unseenAccuracy }) => [
          `${epoch}`,
          lossWords(loss),
          lossWords(unseenLoss),
          ...(isPicture ? [] : [percent(accuracy), percent(unseenAccuracy)]),
        ])}
    >
      <Plot {...props} points={points} />
    </ChartFigure>
  );
}

const isTold = ({ epoch }: ChartPoint, index: number, all: readonly ChartPoint[]) =>
  (epoch & (epoch - 1)) === 0 || index === all.length - 1;

/** Sparing: it is read again whenever it changes, so it speaks of powers of two only. */
function describe(points: readonly ChartPoint[], things: string, isPicture: boolean): string {
  const told = points.filter(({ epoch }) => (epoch & (epoch - 1)) === 0);
  const first = told[0];
  const last = told.at(-1);
  if (first === undefined || last === undefined)
    return 'Nothing is measured yet. Start, or take one step at a time.';
  const way = `From ${lossWords(first.loss)} after 1 epoch to ${lossWords(last.loss)} after ${last.epoch}`;
  const overfits = last.unseenLoss > 1.5 * last.loss;
  const unseen = overfits
    ? `On ${things} it never saw it does worse, ${lossWords(last.unseenLoss)}: it learns by heart.`
    : `On ${things} it never saw, ${lossWords(last.unseenLoss)}.`;
  return `${way}. ${unseen}${isPicture ? '' : ` ${percent(last.unseenAccuracy)} of those are told right.`}`;
}

function Plot({ room, training, points, isPaused }: LossChartProps & { points: readonly ChartPoint[] }) {
  const holder = useRef<HTMLDivElement>(null);
  const { widthPx } = useSize('loss-chart', holder, layout.value).value;
  const isNarrow = layout.value === 'narrow';
  const heightPx = isNarrow ? 200 : 286;
  const isPicture = training.target.kind === 'picture';
  const box: ChartBox = {
    widthPx,
    heightPx,
    left: isPicture ? 16 : 52,
    right: 52,
    top: 14,
    bottom: isNarrow ? 18 : 14,
  };
  return (
    <div class="loss-plot" ref={holder} style={{ height: `${heightPx}px` }}>
      {points.length === 0 && <Prospect isPicture={isPicture} />}
      {widthPx > 0 && points.length > 0 && (
        <Drawing room={room} training={training} points={points} box={box} isPaused={isPaused} />
      )}
    </div>
  );
}

/** What will hang here. */
function Prospect({ isPicture }: { isPicture: boolean }) {
  const [once, made] = isPicture
    ? ['over all pixels', 'its copy']
    : ['over all points', 'how it divides the plane'];
  return (
    <div class="loss-prospect">
      <ol aria-hidden="true">
        {[1, 2, 4, 8, 16, 32].map((epoch, at) => (
          <li key={epoch} style={{ '--at': `${at}` }}>
            {epoch === 1 ? 'epoch 1' : epoch}
          </li>
        ))}
      </ol>
      <p>
        Press Start, and a line falls from left to right: an epoch is once {once}. At epochs 1, 2, 4, 8 and so
        on {made} hangs here, as good as it is by then.
      </p>
    </div>
  );
}

function Drawing({
  room,
  training,
  points,
  box,
  isPaused,
}: LossChartProps & { points: readonly ChartPoint[]; box: ChartBox }) {
  const { settings, state, target } = training;
  const { x, y, share } = chartScales(points, settings.epochs, box);
  const isPicture = target.kind === 'picture';
  const last = points.at(-1)!;
  const [low, high] = y.domain() as [number, number];
  const path = (value: (point: ChartPoint) => number) =>
    line<ChartPoint>(
      ({ epoch }) => x(epoch),
      (point) => value(point),
    )(points) ?? '';
  const labelX = isPicture ? box.widthPx : 0;
  const hungPx = layout.value === 'narrow' ? 52 : 62;
  const milestones = state?.milestones ?? [];
  const shown = hungEpochs(
    milestones.map(({ epoch }) => epoch),
    x,
    hungPx,
  );
  return (
    <>
      <svg
        viewBox={`0 0 ${box.widthPx} ${box.heightPx}`}
        width={box.widthPx}
        height={box.heightPx}
        aria-hidden="true"
      >
        {lossTicks([low, high]).map((tick) => (
          <g key={tick}>
            <line class="grid" x1={box.left - 16} x2={box.widthPx} y1={y(tick)} y2={y(tick)} />
            <text class={isPicture ? 'axis end' : 'axis'} x={labelX} y={y(tick) - 4}>
              {lossWords(tick)}
            </text>
          </g>
        ))}
        {!isPicture && (
          <>
            {[0, 0.5, 1].map((tick) => (
              <text key={tick} class="axis end" x={box.widthPx} y={share(tick) + (tick === 1 ? 10 : -4)}>
                {percent(tick)}
              </text>
            ))}
            <path class="trace accuracy" d={path(({ unseenAccuracy }) => share(unseenAccuracy))} />
          </>
        )}
        <path class="trace unseen" d={path(({ unseenLoss }) => y(Math.max(low, unseenLoss)))} />
        <path class="trace trained" d={path(({ loss }) => y(Math.max(low, loss)))} />
        {milestones.map(({ epoch }) => {
          const point = points.find((candidate) => candidate.epoch === epoch);
          return (
            point && (
              <circle key={epoch} class="milestone" cx={x(epoch)} cy={y(Math.max(low, point.loss))} r="3.5" />
            )
          );
        })}
        <circle class="now" cx={x(last.epoch)} cy={y(Math.max(low, last.loss))} r="5" />
      </svg>
      {milestones
        .filter(({ epoch }) => shown.includes(epoch) && epoch < last.epoch * 0.9)
        .map((milestone) => {
          const point = points.find(({ epoch }) => epoch === milestone.epoch);
          if (point === undefined) return null;
          return (
            <Hung
              key={`${training.id} ${milestone.epoch}`}
              room={room}
              training={training}
              milestone={milestone}
              at={{ x: x(milestone.epoch), y: y(Math.max(low, point.loss)) }}
              sidePx={hungPx}
              box={box}
              isWanted={!isPaused}
            />
          );
        })}
      <span
        class="now-word"
        style={{
          left: `${Math.min(box.widthPx - 40, x(last.epoch) + 10)}px`,
          top: `${y(Math.max(low, last.loss)) - 20}px`,
        }}
        aria-hidden="true"
      >
        now
      </span>
    </>
  );
}
