// Where things stand on the loss chart: both axes are logarithmic, so that a tenth of the loss is always as far down.
import { scaleLinear, scaleLog } from 'd3-scale';
import { type EpochEnd, epochEnd, type RunState } from '#core/nn/run.ts';

export interface ChartPoint extends EpochEnd {
  readonly epoch: number;
}

export interface ChartBox {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const pointLimit = 300;

/** Every epoch while they are few; then as many as can be seen, closer together the earlier they are. */
export function chartPoints(state: Pick<RunState, 'history' | 'epoch'>): ChartPoint[] {
  const { epoch: last } = state;
  const epochs = new Set<number>();
  if (last <= pointLimit) for (let epoch = 1; epoch <= last; epoch++) epochs.add(epoch);
  else {
    for (let at = 0; at <= pointLimit; at++) epochs.add(Math.round(last ** (at / pointLimit)));
  }
  return [...epochs].map((epoch) => ({ epoch, ...epochEnd(state, epoch) }));
}

export function chartScales(points: readonly ChartPoint[], epochs: number, box: ChartBox) {
  const losses = points.flatMap(({ loss, unseenLoss }) => [loss, unseenLoss]).filter((loss) => loss > 0);
  const low = Math.min(...losses);
  const high = Math.max(...losses);
  // Never less than a factor of four: noise would look like mountains.
  const margin = Math.max(1.15, Math.sqrt(4 / Math.max(1, high / low)));
  const x = scaleLog([1, Math.max(2, epochs)], [box.left, box.widthPx - box.right]);
  const y = scaleLog([low / margin, high * margin], [box.heightPx - box.bottom, box.top]).clamp(true);
  const share = scaleLinear([0, 1], [box.heightPx - box.bottom, box.top]);
  return { x, y, share };
}

/** 1, 2 and 5 of each power of ten that is in sight; only the ones when there would be more than six. */
export function lossTicks([low, high]: readonly [number, number]): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (const digit of [1, 2, 5]) {
      const tick = Number((digit * 10 ** power).toPrecision(1));
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  if (ticks.length <= 6) return ticks;
  const ones = ticks.filter((tick) => /^0*\.?0*1/.test(tick.toFixed(9)) || /^10*\./.test(tick.toFixed(1)));
  return ones.length >= 2 ? ones : ticks.filter((_, index) => index % 2 === 0);
}

/** Which of the epochs 1, 2, 4, 8 ... have room for a picture, `widthPx` wide. */
export function hungEpochs(
  epochs: readonly number[],
  x: (epoch: number) => number,
  widthPx: number,
): number[] {
  const octavePx = x(2) - x(1);
  const step = Math.max(1, Math.ceil((widthPx + 8) / octavePx));
  return epochs.filter((epoch) => Math.round(Math.log2(epoch)) % step === 0);
}
