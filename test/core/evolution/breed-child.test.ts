import { describe, expect, it } from 'vitest';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { applySteps } from '#core/evolution/apply-steps.ts';
import { breedChild } from '#core/evolution/breed-child.ts';
import { pictureDistance, printOf } from '#core/evolution/picture-distance.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import type { Changed } from '#core/evolution/step.ts';
import { plain } from '../../plain.ts';

const child = (seed: number, target: number, changed: Changed = 'everything') => {
  const base = sampleGenome('porcelain', 1);
  const other = sampleGenome('silk', 1);
  const basePrint = printOf(plain, base);
  const born = runToEnd(
    breedChild(plain, {
      base,
      basePrint,
      other: { genome: other, print: printOf(plain, other) },
      seed,
      target,
      changed,
    }),
  );
  return { base, other, basePrint, born };
};

describe('breedChild', () => {
  it('crosses first, then moves, and lands on the target from the base', () => {
    for (const target of [0.04, 0.1]) {
      const all = [1, 2, 3].map((seed) => child(seed, target));
      const kinds = all.map(({ born }) => born.how.map(({ kind }) => kind).join());
      expect(kinds).toContain('crossed,moved');
      for (const { born, basePrint } of all) {
        expect(born.distance).toBe(pictureDistance(basePrint, born.print));
        expect(born.distance / target).toBeGreaterThan(0.7);
        expect(born.distance / target).toBeLessThan(1.4);
      }
    }
  });

  it('bears the same child again from its record', () => {
    for (const changed of ['everything', 'form', 'color'] as const) {
      const { base, other, born } = child(7, 0.1, changed);
      expect(applySteps([base, other], born.how)).toEqual(born.genome);
      expect(printOf(plain, born.genome)).toEqual(born.print);
    }
  });

  it('halves the share until the crossing stays near, and never takes a crossing beyond 1.1 of the target', () => {
    for (let seed = 0; seed < 4; seed++) {
      const { base, other, basePrint, born } = child(seed, 0.05);
      const [first] = born.how;
      if (first?.kind !== 'crossed') continue;
      const crossed = printOf(plain, applySteps([base, other], [first]));
      expect(pictureDistance(basePrint, crossed)).toBeLessThanOrEqual(1.1 * 0.05);
    }
  });

  it('crosses nothing of strangers when only the form may change', () => {
    const base = sampleGenome('fold', 1);
    const other = sampleGenome('silk', 1);
    const born = runToEnd(
      breedChild(plain, {
        base,
        basePrint: printOf(plain, base),
        other: { genome: other, print: printOf(plain, other) },
        seed: 1,
        target: 0.1,
        changed: 'form',
      }),
    );
    expect(born.how.map(({ kind }) => kind)).toEqual(['moved']);
    expect(born.genome.coloring).toEqual(base.coloring);
  });
});

describe('applySteps', () => {
  it('gives the first parent for no steps and refuses a parent that is not there', () => {
    const base = sampleGenome('fold', 1);
    expect(applySteps([base], [])).toBe(base);
    const crossed = { kind: 'crossed', seed: 1, withParent: 1, share: 0.5, changed: 'form' } as const;
    expect(() => applySteps([base], [crossed])).toThrow(RangeError);
    expect(() => applySteps([], [])).toThrow(RangeError);
  });
});
