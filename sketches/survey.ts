import { defineSketch, remember, type SampleGrid } from '#sketch';

export default defineSketch({
  title: 'Survey',
  description: 'The picture as a map: lines of equal height, rising slowly out of the dark.',
  controls: {
    lines: { kind: 'number', label: 'lines', group: 'Map', default: 30, min: 6, max: 60, step: 1 },
    weight: { kind: 'number', label: 'weight', group: 'Map', default: 1.5, min: 0.4, max: 5, step: 0.1 },
    every: { kind: 'number', label: 'bold every', group: 'Map', default: 5, min: 2, max: 10, step: 1 },
    ground: { kind: 'color', label: 'ground', group: 'Colour', default: '#100f0d' },
    fill: { kind: 'number', label: 'tint', group: 'Colour', default: 0.45, min: 0, max: 1 },
  },
  loopSeconds: 12,
  async create(host) {
    const { p5: p, width, height, palette } = host;
    const unit = Math.min(width, height) / 850;
    const grid = host.sampleGrid(Math.round(width / (5.5 * unit)));
    // The picture itself lies under the map, small and soft.
    const picture = await host.paint({ width: Math.ceil(width / 4), height: Math.ceil(height / 4) });
    // The tone flattens towards its ends; heights do not.
    const heights = Float64Array.from(
      grid.samples,
      ({ form, light }) => Math.atan(form) + 0.16 * Math.tanh(light),
    );
    const low = heights.reduce((least, value) => Math.min(least, value));
    const high = heights.reduce((most, value) => Math.max(most, value));
    const toneOf = remember((count: number) =>
      Array.from({ length: count + 2 }, (_, level) => {
        const wanted = low + ((level - 0.5) / count) * (high - low);
        let [nearest, distance] = [0, Infinity];
        heights.forEach((value, i) => {
          if (Math.abs(value - wanted) < distance) [nearest, distance] = [i, Math.abs(value - wanted)];
        });
        return grid.samples[nearest]!.tone;
      }),
    );

    return ({ phase, values }) => {
      const tones = toneOf(values.lines);
      const tone = (level: number) => {
        const whole = Math.max(0, Math.min(tones.length - 2, Math.floor(level)));
        const share = Math.max(0, Math.min(1, level - whole));
        return tones[whole]! * (1 - share) + tones[whole + 1]! * share;
      };
      p.background(values.ground);
      p.strokeCap(p.ROUND);
      p.strokeJoin(p.ROUND);
      const ink = p.drawingContext as CanvasRenderingContext2D;
      ink.globalAlpha = 0.6 * values.fill;
      p.image(picture, 0, 0, width, height);
      ink.globalAlpha = 1;
      // In a loop every bold line climbs to the place of the next one, so that the last frame leads to the first.
      for (let k = -values.every; k < values.lines; k++) {
        const level = k + phase * values.every;
        if (level < 0 || level > values.lines) continue;
        const height_ = low + ((high - low) * level) / values.lines;
        const isBold = k % values.every === 0;
        // Born at the bottom and gone at the top without a jump.
        const presence = Math.min(1, level / 2, (values.lines - level) / 2);
        const place = tone(level);
        ink.beginPath();
        traceLevel(ink, grid, heights, height_, width, height);
        p.stroke(palette.lit(place, presence * (isBold ? 1 : 0.78)));
        p.strokeWeight(values.weight * unit * (isBold ? 1.9 : 0.9));
        ink.stroke();
      }
    };
  },
});

/** Adds the lines on which `heights` is `level`: two crossings join in each square of four neighbours. */
function traceLevel(
  ink: CanvasRenderingContext2D,
  { columns, rows }: SampleGrid,
  heights: Float64Array,
  level: number,
  width: number,
  height: number,
): void {
  const cellX = width / columns;
  const cellY = height / rows;
  // One ring of squares beyond the grid, with the heights at its edge, brings the lines to the canvas edge.
  const clampX = (x: number) => Math.max(0, Math.min(columns - 1, x));
  const at = (x: number, y: number) => heights[Math.max(0, Math.min(rows - 1, y)) * columns + clampX(x)]!;
  const cut = (a: number, b: number) => (level - a) / (b - a);
  for (let y = -1; y < rows; y++) {
    for (let x = -1; x < columns; x++) {
      const a = at(x, y);
      const b = at(x + 1, y);
      const c = at(x + 1, y + 1);
      const d = at(x, y + 1);
      const crossings: number[] = [];
      if (a > level !== b > level) crossings.push(x + cut(a, b), y);
      if (b > level !== c > level) crossings.push(x + 1, y + cut(b, c));
      if (d > level !== c > level) crossings.push(x + cut(d, c), y + 1);
      if (a > level !== d > level) crossings.push(x, y + cut(a, d));
      for (let k = 0; k + 3 < crossings.length; k += 4) {
        ink.moveTo((crossings[k]! + 0.5) * cellX, (crossings[k + 1]! + 0.5) * cellY);
        ink.lineTo((crossings[k + 2]! + 0.5) * cellX, (crossings[k + 3]! + 0.5) * cellY);
      }
    }
  }
}
