import { defineSketch, remember } from '#sketch';

interface Mote {
  /** x, y, x, y ... along its way. */
  readonly way: Float32Array;
  readonly tones: Float32Array;
  readonly bright: Float32Array;
  readonly offset: number;
  readonly size: number;
}

export default defineSketch({
  title: 'Drift',
  description: 'Motes float round the hills of the picture and leave a little light behind.',
  hint: 'press to gather them',
  controls: {
    count: { kind: 'number', label: 'how many', group: 'Motes', default: 1400, min: 100, max: 3000 },
    trail: { kind: 'number', label: 'trail', group: 'Motes', default: 0.45, min: 0.05, max: 0.8 },
    size: { kind: 'number', label: 'size', group: 'Motes', default: 3.4, min: 1, max: 8, step: 0.1 },
    ground: { kind: 'color', label: 'ground', group: 'Colour', default: '#0c0d10' },
    fall: { kind: 'number', label: 'downhill', group: 'Motion', default: 0.18, min: -1, max: 1 },
    reach: { kind: 'number', label: 'how far', group: 'Motion', default: 0.5, min: 0.1, max: 1.2 },
  },
  loopSeconds: 9,
  create(host) {
    const { p5: p, width, height, palette } = host;
    const short = Math.min(width, height);
    const grid = host.sampleGrid(Math.round((width / short) * 120));
    const steps = 72;

    const scatter = remember((count: number, fall: number, reach: number) => {
      const random = host.random();
      return Array.from({ length: count }, (): Mote => {
        const way = new Float32Array(2 * steps);
        const tones = new Float32Array(steps);
        const bright = new Float32Array(steps);
        let x = (random.uniform() * 1.1 - 0.05) * width;
        let y = (random.uniform() * 1.1 - 0.05) * height;
        const pace = ((0.5 + random.uniform()) * (reach * short)) / steps;
        for (let k = 0; k < steps; k++) {
          const { slopeX, slopeY, ...here } = grid.at(x, y);
          way[2 * k] = x;
          way[2 * k + 1] = y;
          tones[k] = here.tone;
          bright[k] = here.bright;
          const steepness = Math.hypot(slopeX, slopeY) + 0.15;
          x += (pace * (-slopeY - fall * slopeX)) / steepness;
          y += (pace * (slopeX - fall * slopeY)) / steepness;
        }
        return { way, tones, bright, offset: random.uniform(), size: 0.5 + random.uniform() };
      });
    });

    return ({ phase, values, pointer }) => {
      p.background(values.ground);
      p.strokeCap(p.ROUND);
      const unit = short / 850;
      for (const { way, tones, bright, offset, size } of scatter(values.count, values.fall, values.reach)) {
        // Each goes its whole way once in a loop, from out of nothing into nothing.
        const gone = (phase + offset) % 1;
        const head = gone * (steps - 1);
        const presence = Math.sin(Math.PI * gone) ** 0.7;
        const whole = Math.floor(head);
        const share = head - whole;
        const last = Math.min(whole + 1, steps - 1);
        const tone = tones[whole]!;
        const line: number[] = [];
        const first = Math.max(0, Math.ceil(head - values.trail * steps));
        for (let k = first; k <= whole; k++) line.push(way[2 * k]!, way[2 * k + 1]!);
        line.push(
          way[2 * whole]! * (1 - share) + way[2 * last]! * share,
          way[2 * whole + 1]! * (1 - share) + way[2 * last + 1]! * share,
        );
        if (pointer?.isDown) gather(line, pointer.x, pointer.y, 0.22 * short);
        const light = bright[whole]!;
        const weight = values.size * unit * size * (0.45 + 0.9 * light);
        p.stroke(palette.lit(tone, (0.16 + 0.3 * light) * presence));
        p.strokeWeight(weight * 0.55);
        host.curve(line);
        p.stroke(palette.lit(tone, (0.4 + 0.5 * light) * presence));
        host.curve(line.slice(-Math.max(4, 2 * Math.ceil(line.length / 6))));
        p.noStroke();
        p.fill(palette.lit(tone, presence));
        p.circle(line.at(-2)!, line.at(-1)!, weight * 1.5);
      }
    };
  },
});

function gather(line: number[], x: number, y: number, reach: number): void {
  for (let k = 0; k < line.length; k += 2) {
    const dx = line[k]! - x;
    const dy = line[k + 1]! - y;
    const pull = 0.75 * Math.exp(-(dx * dx + dy * dy) / (reach * reach));
    line[k]! -= dx * pull;
    line[k + 1]! -= dy * pull;
  }
}
