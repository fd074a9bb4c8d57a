import { defineSketch } from '#sketch';

export default defineSketch({
  title: 'Loom',
  description: 'A cloth of two colours of thread. The picture decides which lies above.',
  controls: {
    threads: { kind: 'number', label: 'threads', group: 'Cloth', default: 76, min: 20, max: 130, step: 1 },
    gap: { kind: 'number', label: 'gap', group: 'Cloth', default: 0.16, min: 0, max: 0.6 },
    slack: { kind: 'number', label: 'slack', group: 'Cloth', default: 0.5, min: 0, max: 1 },
    ground: { kind: 'color', label: 'ground', group: 'Colour', default: '#100f0d' },
    shade: { kind: 'number', label: 'shade', group: 'Colour', default: 0.5, min: 0, max: 1 },
  },
  loopSeconds: 10,
  create({ p5: p, width, height, palette, sampleGrid, random }) {
    const cast = random();
    // No two threads of a cloth are dyed quite alike.
    const dyes = Array.from({ length: 400 }, () => 0.07 * cast.normal());
    return ({ phase, values }) => {
      const grid = sampleGrid(values.threads, phase);
      const cellX = width / grid.columns;
      const cellY = height / grid.rows;
      p.background(values.ground);
      // p5's own rect() is slow in thousands; this is the canvas beneath it.
      const ink = p.drawingContext as CanvasRenderingContext2D;
      const bar = (x: number, y: number, w: number, h: number, radius: number) => {
        ink.beginPath();
        ink.roundRect(x, y, w, h, radius);
        ink.fill();
      };
      const body = 1 - values.gap;
      grid.samples.forEach((sample, i) => {
        const column = i % grid.columns;
        const row = Math.floor(i / grid.columns);
        // Twill: which lies above moves on by one from row to row; the picture lets one or the other float longer.
        const turn = (column + 2 * row) % 5;
        const isWarp = turn < 5 * sample.bright;
        const bend = values.slack * Math.tanh(0.5 * (isWarp ? sample.slopeX : sample.slopeY));
        const x = (column + 0.5) * cellX + (isWarp ? 0.45 * bend * cellX : 0);
        const y = (row + 0.5) * cellY + (isWarp ? 0 : 0.45 * bend * cellY);
        const place = sample.tone + (isWarp ? 0.1 : -0.1) + dyes[isWarp ? column : 200 + row]!;
        const [w, h] = isWarp ? [body * cellX, 1.04 * cellY] : [1.04 * cellX, body * cellY];
        ink.fillStyle = isWarp ? palette.lit(place) : palette.at(place);
        bar(x - w / 2, y - h / 2, w, h, 0.34 * Math.min(w, h));
        // Light from above left along the thread, and the hollow where it dives under.
        ink.fillStyle = palette.lit(place + 0.1, (isWarp ? 0.8 : 0.4) * values.shade);
        if (isWarp) bar(x - 0.3 * w, y - 0.34 * h, 0.2 * w, 0.68 * h, 0.1 * w);
        else bar(x - 0.34 * w, y - 0.3 * h, 0.68 * w, 0.2 * h, 0.1 * h);
      });
    };
  },
});
