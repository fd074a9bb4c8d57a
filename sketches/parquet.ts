import { defineSketch, remember, type Sample } from '#sketch';

interface Tile {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly sample: Sample;
  readonly turn: number;
  readonly kind: number;
  readonly depth: number;
}

export default defineSketch({
  title: 'Parquet',
  description: 'Tiles that divide where the picture is steep, each a leaf, an arch or an eye.',
  controls: {
    coarse: { kind: 'number', label: 'across', group: 'Tiles', default: 7, min: 3, max: 14, step: 1 },
    depth: { kind: 'number', label: 'divide', group: 'Tiles', default: 3, min: 0, max: 4, step: 1 },
    nerve: { kind: 'number', label: 'how soon', group: 'Tiles', default: 0.55, min: 0, max: 1 },
    inset: { kind: 'number', label: 'gap', group: 'Tiles', default: 0.04, min: 0, max: 0.3 },
    ground: { kind: 'color', label: 'ground', group: 'Colour', default: '#100f0d' },
    breath: { kind: 'number', label: 'breath', group: 'Motion', default: 0.5, min: 0, max: 1 },
  },
  loopSeconds: 8,
  create(host) {
    const { p5: p, width, height, palette } = host;
    const grid = host.sampleGrid(112);

    const lay = remember((coarse: number, depth: number, nerve: number) => {
      const random = host.random();
      const tiles: Tile[] = [];
      const size = Math.min(width, height) / coarse;
      const divide = (x: number, y: number, side: number, level: number) => {
        const corners = [0.2, 0.8].flatMap((dx) =>
          [0.2, 0.8].map((dy) => grid.at(x + dx * side, y + dy * side).bright),
        );
        const spread = Math.max(...corners) - Math.min(...corners);
        if (level < depth && spread > 0.5 * (1 - nerve) + 0.04 * level) {
          for (const dx of [0, 1])
            for (const dy of [0, 1]) divide(x + (dx * side) / 2, y + (dy * side) / 2, side / 2, level + 1);
          return;
        }
        const sample = grid.at(x + side / 2, y + side / 2);
        // The tile looks down the slope.
        const turn = Math.round(Math.atan2(sample.slopeY, sample.slopeX) / (Math.PI / 2));
        tiles.push({ x, y, size: side, sample, turn, kind: random.below(4), depth: level });
      };
      for (let y = 0; y < height; y += size) for (let x = 0; x < width; x += size) divide(x, y, size, 0);
      return tiles;
    });

    return ({ phase, values }) => {
      p.background(values.ground);
      p.noStroke();
      for (const { x, y, size, sample, turn, kind, depth } of lay(
        values.coarse,
        values.depth,
        values.nerve,
      )) {
        const wave = 0.5 - 0.5 * Math.cos(2 * Math.PI * (phase + (x + y) / (width + height) + 0.13 * depth));
        const open = 1 - 0.35 * values.breath * wave;
        const gap = values.inset * size;
        const s = size - gap;
        p.push();
        p.translate(x + size / 2, y + size / 2);
        p.fill(palette.at(0.08 + 0.8 * sample.tone));
        p.rect(-s / 2, -s / 2, s, s);
        p.rotate((turn * Math.PI) / 2);
        p.fill(
          palette.at(sample.tone > 0.5 ? sample.tone - 0.34 - 0.1 * wave : sample.tone + 0.3 + 0.1 * wave),
        );
        if (kind === 0) {
          p.arc(-s / 2, -s / 2, 2 * s * open, 2 * s * open, 0, Math.PI / 2, p.PIE);
          p.fill(palette.at(0.08 + 0.8 * sample.tone));
          p.arc(-s / 2, -s / 2, s * open, s * open, 0, Math.PI / 2, p.PIE);
        } else if (kind === 1) {
          leaf(s, open);
        } else if (kind === 2) {
          p.rect(-s / 2, -s / 2, s * 0.5 * open, s, 0, s * 0.5 * open, s * 0.5 * open, 0);
        } else {
          p.circle(0, 0, 0.72 * s * open);
          p.fill(palette.lightest);
          p.circle(0.1 * s, 0, 0.2 * s * open);
        }
        p.pop();
      }
    };

    function leaf(s: number, open: number) {
      const ink = p.drawingContext as CanvasRenderingContext2D;
      const r = s * open;
      ink.beginPath();
      ink.moveTo(-r / 2, -r / 2);
      ink.quadraticCurveTo(r / 2, -r / 2, r / 2, r / 2);
      ink.quadraticCurveTo(-r / 2, r / 2, -r / 2, -r / 2);
      ink.fill();
    }
  },
});
