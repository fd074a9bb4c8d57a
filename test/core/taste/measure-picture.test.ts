import { describe, expect, it } from 'vitest';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { criticView, measurePicture, rawStatistics } from '#core/taste/measure-picture.ts';
import { randomPicture } from '#core/taste/random-picture.ts';
import { STATISTIC_COUNT, type StatisticGroup, statisticGroups } from '#core/taste/statistic-groups.ts';
import { plain } from '../../plain.ts';
import { blobs, drawPicture } from './pictures.ts';

const groupOf = (values: ArrayLike<number>, name: StatisticGroup) => {
  const { from, to } = statisticGroups.find((group) => group.name === name)!;
  return Array.from(values).slice(from, to);
};

const halfBlack = drawPicture((column) => (column < 16 ? [0, 0, 0] : [255, 255, 255]));
const checks = drawPicture((column, row) => ((column + row) % 2 === 0 ? [255, 0, 0] : [0, 255, 0]));
const turned = (pixels: ReturnType<typeof blobs>) =>
  drawPicture((column, row) => {
    const at = (row * 32 + 31 - column) * 4;
    return [pixels.data[at]!, pixels.data[at + 1]!, pixels.data[at + 2]!];
  });

describe('statisticGroups', () => {
  it('covers the 70 statistics without a gap', () => {
    let next = 0;
    for (const { from, to } of statisticGroups) {
      expect(from).toBe(next);
      next = to;
    }
    expect(next).toBe(STATISTIC_COUNT);
  });
});

describe('measurePicture', () => {
  it('gives 70 finite numbers within [-3, 3], for blank pictures and noise too', () => {
    const pictures = [
      halfBlack,
      checks,
      drawPicture(() => [0, 0, 0]),
      drawPicture(() => [255, 255, 255]),
      ...Array.from({ length: 20 }, (_, seed) => blobs(seed)),
    ];
    for (const picture of pictures) {
      const statistics = measurePicture(picture);
      expect(statistics).toHaveLength(STATISTIC_COUNT);
      expect(statistics.every((value) => Math.abs(value) <= 3)).toBe(true);
    }
  });

  it('stands near 0 with deviation near 1 over pictures of the app', () => {
    const rows = Array.from({ length: 24 }, (_, i) =>
      measurePicture(runToEnd(plain(randomPicture(plain, 700_000 + i), criticView))),
    );
    for (let i = 0; i < STATISTIC_COUNT; i++) {
      const mean = rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length;
      const deviation = Math.sqrt(rows.reduce((sum, row) => sum + (row[i]! - mean) ** 2, 0) / rows.length);
      expect(Math.abs(mean), `mean of statistic ${i}`).toBeLessThan(0.75);
      expect(deviation, `deviation of statistic ${i}`).toBeGreaterThan(0.25);
      expect(deviation, `deviation of statistic ${i}`).toBeLessThan(1.7);
    }
  }, 60_000);

  it('says both sides of a picture of another size', () => {
    expect(() => measurePicture(drawPicture(() => [0, 0, 0], 64, 64))).toThrow(
      '32 x 32 pixels, got a picture of 64 x 64',
    );
  });
});

describe('rawStatistics', () => {
  it('knows lightness, its quantiles and its spread', () => {
    const tone = groupOf(rawStatistics(halfBlack), 'tone and chroma');
    expect(tone[0]).toBeCloseTo(0.5, 3); // mean L
    expect(tone[3]).toBeCloseTo(0, 3); // mean chroma
    expect(tone[4]).toBeCloseTo(Math.sqrt(0.5), 3); // root of its deviation, .5
    expect([tone[9], tone[13]]).toEqual([expect.closeTo(0, 3), expect.closeTo(1, 3)]);
  });

  it('knows that red and green stand in two hues, and a gray in none', () => {
    const hue = groupOf(rawStatistics(checks), 'hue');
    expect(hue.slice(0, 8).filter((share) => share > 0.5)).toHaveLength(2);
    expect(hue[8]).toBeCloseTo(Math.LN2, 1); // two hues, nearly alike in share
    expect(groupOf(rawStatistics(halfBlack), 'hue')[8]).toBeLessThan(0.1);
  });

  it('finds a checkerboard lost in the first halving, and halves in none', () => {
    const [first, second] = groupOf(rawStatistics(checks), 'scale');
    expect(first! - second!).toBeGreaterThan(3);
    expect(Math.max(...groupOf(rawStatistics(halfBlack), 'scale').slice(0, 4))).toBeCloseTo(
      Math.log(1e-5),
      3,
    );
  });

  it('knows which way edges run and where they stand', () => {
    const upright = groupOf(rawStatistics(halfBlack), 'edges');
    const level = groupOf(
      rawStatistics(drawPicture((_, row) => (row < 8 ? [0, 0, 0] : [255, 255, 255]))),
      'edges',
    );
    expect(upright[2]).toBeGreaterThan(2); // gradients run across
    expect(level[2]).toBeLessThan(-2);
    expect(Math.abs(upright[6]!)).toBeLessThan(0.05);
    expect(level[7]).toBeLessThan(-0.3); // near the top
  });

  it('knows symmetry: a picture beside its mirror image differs only in what has a left and a right', () => {
    const picture = blobs(5);
    const [one, other] = [rawStatistics(picture), rawStatistics(turned(picture))];
    expect(groupOf(one, 'symmetry')[0]).toBeCloseTo(groupOf(other, 'symmetry')[0]!, 10);
    expect(groupOf(one, 'tone and chroma')[0]).toBeCloseTo(groupOf(other, 'tone and chroma')[0]!, 10);
    expect(groupOf(one, 'layout')[4]).toBeCloseTo(-groupOf(other, 'layout')[4]!, 10); // slope across
    const disc = drawPicture((x, y) => (Math.hypot(x - 15.5, y - 15.5) < 9 ? [255, 255, 255] : [0, 0, 0]));
    expect(groupOf(rawStatistics(disc), 'symmetry').every((value) => value > 0.99)).toBe(true);
    expect(groupOf(rawStatistics(disc), 'layout')[1]).toBeGreaterThan(0.9); // center minus rim
  });

  it('knows how many colors there are', () => {
    const palette = groupOf(rawStatistics(checks), 'palette');
    expect(palette[1]).toBeCloseTo(Math.LN2, 6);
    expect(palette[2]).toBeCloseTo(0.5, 6);
    expect(palette[3]).toBeCloseTo(1, 6); // every neighbour differs
    expect(groupOf(rawStatistics(halfBlack), 'palette')[3]).toBeLessThan(0.2);
  });
});
