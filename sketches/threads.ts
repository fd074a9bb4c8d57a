import { defineSketch, remember, type SampleGrid } from '#sketch';

interface Thread {
  /** x, y, x, y ... from its middle outwards and back: one line, end to end. */
  readonly points: readonly number[];
  readonly tone: number;
  readonly bright: number;
  readonly weight: number;
  /** Where in the loop it breathes. */
  readonly offset: number;
}

export default defineSketch({
  title: 'Threads',
  description: 'Threads lie along the slopes of one network. Where it is undecided, they fray.',
  hint: 'move to part them',
  controls: {
    count: { kind: 'number', label: 'how many', group: 'Threads', default: 1450, min: 100, max: 3000 },
    length: { kind: 'number', label: 'length', group: 'Threads', default: 150, min: 20, max: 400 },
    weight: { kind: 'number', label: 'weight', group: 'Threads', default: 2.6, min: 0.6, max: 6, step: 0.1 },
    fray: { kind: 'number', label: 'fray', group: 'Threads', default: 0.25, min: 0, max: 1 },
    follow: {
      kind: 'choice',
      label: 'follow',
      group: 'Threads',
      default: 'contours',
      options: ['contours', 'slopes'],
    },
    ground: { kind: 'color', label: 'ground', group: 'Colour', default: '#0d1014' },
    speed: { kind: 'number', label: 'how far', group: 'Motion', default: 0.4, min: 0, max: 1 },
    pull: { kind: 'number', label: 'pointer pull', group: 'Motion', default: 0.6, min: 0, max: 1 },
  },
  loopSeconds: 8,
  create(host) {
    const { p5: p, width, height, palette } = host;
    const short = Math.min(width, height);
    const grid = host.sampleGrid(Math.round((width / short) * 130));

    const spin = remember((count: number, length: number, fray: number, follow: string) => {
      const random = host.random();
      const threads: Thread[] = [];
      // A coarse map of what is taken keeps the threads apart; each tries a few places and takes the emptiest.
      const cell = Math.sqrt((width * height) / count) / 2;
      const columns = Math.ceil(width / cell) + 1;
      const taken = new Uint16Array(columns * (Math.ceil(height / cell) + 1));
      const at = (x: number, y: number) => Math.floor(y / cell) * columns + Math.floor(x / cell);
      for (let i = 0; i < count; i++) {
        let [x, y, least] = [0, 0, Infinity];
        for (let attempt = 0; attempt < 6; attempt++) {
          const [tryX, tryY] = [random.uniform() * width, random.uniform() * height];
          const load = taken[at(tryX, tryY)]!;
          if (load < least) [x, y, least] = [tryX, tryY, load];
        }
        const reach = (length * short * (0.4 + 0.9 * random.uniform())) / 850;
        const wander = fray * (random.uniform() - 0.5);
        const back = walk(grid, x, y, -reach / 2, follow, wander, width, height);
        const ahead = walk(grid, x, y, reach / 2, follow, wander, width, height);
        const points: number[] = [];
        for (let k = back.length - 2; k >= 0; k -= 2) points.push(back[k]!, back[k + 1]!);
        points.push(...ahead.slice(2));
        for (let k = 0; k < points.length; k += 4) {
          const index = at(points[k]!, points[k + 1]!);
          if (index >= 0 && index < taken.length) taken[index]!++;
        }
        const { tone, bright } = grid.at(x, y);
        threads.push({
          points,
          tone,
          bright,
          weight: 0.35 + 0.65 * random.uniform(),
          offset: random.uniform(),
        });
      }
      return threads.sort((a, b) => a.bright - b.bright);
    });

    return ({ phase, values, pointer }) => {
      p.background(values.ground);
      p.noFill();
      p.strokeCap(p.ROUND);
      const unit = short / 850;
      for (const thread of spin(values.count, values.length, values.fray, values.follow)) {
        const wave = Math.sin(2 * Math.PI * (phase + thread.offset + thread.tone));
        // The darker part of the picture stays nearly in the dark.
        const place = thread.tone + 0.08 * values.speed * wave;
        p.stroke(thread.bright < 0.4 ? palette.lit(place, 0.35 + 1.6 * thread.bright) : palette.lit(place));
        p.strokeWeight(values.weight * unit * thread.weight * (0.5 + 0.8 * thread.bright));
        const sway = 5 * unit * values.speed;
        const line: number[] = [];
        for (let k = 0; k < thread.points.length; k += 2) {
          let x = thread.points[k]!;
          let y = thread.points[k + 1]!;
          const turn = 2 * Math.PI * (phase + x / (0.6 * short) + thread.offset * 0.2);
          x += sway * (Math.cos(turn) - 1) * 0.5;
          y += sway * Math.sin(turn);
          if (pointer !== null && values.pull > 0) {
            const dx = x - pointer.x;
            const dy = y - pointer.y;
            const near = Math.exp(-(dx * dx + dy * dy) / (0.03 * short * short));
            const away = (near * values.pull * 0.3 * short) / (Math.hypot(dx, dy) + 0.12 * short);
            x += dx * away * (pointer.isDown ? -0.9 : 0.6);
            y += dy * away * (pointer.isDown ? -0.9 : 0.6);
          }
          line.push(x, y);
        }
        host.curve(line);
      }
    };
  },
});

/** Points along the slopes, or across them along lines of equal form; a negative reach walks the other way. */
function walk(
  grid: SampleGrid,
  startX: number,
  startY: number,
  reach: number,
  follow: string,
  wander: number,
  width: number,
  height: number,
): number[] {
  const points = [startX, startY];
  const step = (Math.sign(reach) * Math.min(width, height)) / 110;
  let [x, y] = [startX, startY];
  for (let gone = 0; gone < Math.abs(reach); gone += Math.abs(step)) {
    const { slopeX, slopeY } = grid.at(x, y);
    const steepness = Math.hypot(slopeX, slopeY);
    if (steepness < 1e-6) break;
    let [dx, dy] = [slopeX / steepness, slopeY / steepness];
    if (follow === 'contours') [dx, dy] = [-dy, dx];
    // Undecided ground lets them go astray.
    const stray = (wander * 2) / (0.4 + steepness);
    x += step * (dx - dy * stray);
    y += step * (dy + dx * stray);
    if (x < -20 || y < -20 || x > width + 20 || y > height + 20) break;
    points.push(x, y);
  }
  return points;
}
