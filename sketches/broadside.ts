import { defineSketch } from '#sketch';

export default defineSketch({
  title: 'Broadside',
  description: 'A poster set in one word: its letters swell where the picture is light.',
  controls: {
    rows: { kind: 'number', label: 'lines', group: 'Type', default: 36, min: 10, max: 60, step: 1 },
    swell: { kind: 'number', label: 'swell', group: 'Type', default: 0.8, min: 0, max: 1 },
    face: { kind: 'choice', label: 'face', group: 'Type', default: 'serif', options: ['serif', 'sans'] },
    isTitled: { kind: 'toggle', label: 'title', group: 'Type', default: true },
    ground: { kind: 'color', label: 'ground', group: 'Colour', default: '#100f0d' },
  },
  loopSeconds: 12,
  create(host) {
    const { p5: p, width, height, palette, title, fonts, random } = host;
    const words = `${title.toLowerCase()} · `;

    return ({ phase, values }) => {
      p.background(values.ground);
      p.noStroke();
      p.textFont(values.face === 'serif' ? fonts.serif : fonts.sans);
      p.textStyle(values.face === 'serif' ? p.ITALIC : p.NORMAL);
      p.textAlign(p.LEFT, p.BASELINE);
      // The artwork's own loop passes under the words.
      const grid = host.sampleGrid(90, phase);
      const line = height / values.rows;
      for (let row = 0; row < values.rows + 1; row++) {
        const y = (row + 0.5) * line;
        // Each line begins elsewhere in the words, so that no letter stands under itself.
        let letter = (row * 5) % words.length;
        let x = -line * random(row).uniform();
        while (x < width) {
          const { tone, bright } = grid.at(x + 0.2 * line, y);
          const size = line * (1.15 + values.swell * (1.15 * bright - 0.6));
          const character = words[letter]!;
          p.textSize(size);
          p.fill(palette.lit(tone, 0.45 + bright));
          // Small letters keep to the middle of the line.
          p.text(character, x, y + 0.24 * size);
          x += character === ' ' ? 0.26 * size : p.textWidth(character);
          letter = (letter + 1) % words.length;
        }
      }
      if (values.isTitled) setTitle();
    };

    function setTitle() {
      const size = Math.min(0.16 * height, (1.7 * width) / title.length);
      p.textFont(fonts.serif);
      p.textStyle(p.ITALIC);
      p.textSize(size);
      const w = p.textWidth(title);
      const x = 0.05 * width;
      const y = 0.93 * height;
      p.fill(palette.darkest);
      p.rect(x - 0.25 * size, y - 0.95 * size, w + 0.5 * size, 1.35 * size);
      p.fill(palette.lightest);
      p.text(title, x, y);
    }
  },
});
