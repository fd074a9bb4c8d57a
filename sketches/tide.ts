import { defineSketch } from '#sketch';

export default defineSketch({
  title: 'Tide',
  description: 'Dots as large as the picture is light, pushed ashore by its slopes.',
  hint: 'move to press them flat',
  controls: {
    columns: { kind: 'number', label: 'across', group: 'Dots', default: 84, min: 24, max: 160, step: 1 },
    largest: { kind: 'number', label: 'largest', group: 'Dots', default: 0.92, min: 0.3, max: 1.4 },
    contrast: { kind: 'number', label: 'contrast', group: 'Dots', default: 1.2, min: 0.5, max: 3 },
    ground: { kind: 'color', label: 'ground', group: 'Colour', default: '#100f0d' },
    swell: { kind: 'number', label: 'swell', group: 'Motion', default: 0.5, min: 0, max: 1 },
  },
  loopSeconds: 10,
  create({ p5: p, width, height, palette, sampleGrid }) {
    return ({ phase, values, pointer }) => {
      // The artwork's own loop moves under the dots.
      const grid = sampleGrid(values.columns, phase);
      const cell = width / grid.columns;
      p.background(values.ground);
      // p5's own circle() is slow in thousands; this is the canvas beneath it.
      const ink = p.drawingContext as CanvasRenderingContext2D;
      grid.samples.forEach(({ tone, bright, slopeX, slopeY, light }, i) => {
        const row = Math.floor(i / grid.columns);
        const shift = row % 2 === 0 ? 0.25 : -0.25;
        let x = ((i % grid.columns) + 0.5 + shift) * cell;
        let y = (row + 0.5) * (height / grid.rows);
        const steepness = 1 + Math.hypot(slopeX, slopeY);
        const wave = Math.sin(2 * Math.PI * (phase - tone));
        x += (values.swell * 1.6 * cell * slopeX * wave) / steepness;
        y += (values.swell * 1.6 * cell * slopeY * wave) / steepness;
        let size = (0.1 + 0.9 * bright ** values.contrast) * values.largest;
        if (pointer !== null)
          size *= 1 - 0.8 * Math.exp(-((x - pointer.x) ** 2 + (y - pointer.y) ** 2) / (9 * cell) ** 2);
        if (size < 0.06) return;
        ink.fillStyle = palette.lit(tone + 0.06 * Math.tanh(light));
        ink.beginPath();
        ink.arc(x, y, 0.59 * cell * size, 0, 2 * Math.PI);
        ink.fill();
      });
    };
  },
});
