import { describe, expect, test } from 'vitest';
import { type DiagramNode, layOutNetwork, linkWidth } from '../../src/ui/easel/network-layout.ts';
import { moveInNetwork } from '../../src/ui/easel/network-moves.ts';

const wide = { widthPx: 492, heightPx: 374, discPx: 32, pitchPx: 60 };
const orchard = [3, 10, 10, 10, 10, 10, 10, 3];

const apart = (a: DiagramNode, b: DiagramNode) => Math.hypot(a.x - b.x, a.y - b.y);

describe('layOutNetwork', () => {
  test('shows eight columns of ten whole, with discs of 32 px', () => {
    const { columns, discPx, widthPx } = layOutNetwork(orchard, wide);
    expect(discPx).toBe(32);
    expect(widthPx).toBe(492);
    const all = columns.flat();
    expect(Math.min(...all.map(({ x }) => x))).toBeGreaterThanOrEqual(16);
    expect(Math.max(...all.map(({ x }) => x))).toBeLessThanOrEqual(476);
    expect(Math.min(...all.map(({ y }) => y))).toBeGreaterThanOrEqual(16);
    expect(Math.max(...all.map(({ y }) => y))).toBeLessThanOrEqual(358);
    expect(columns[1]![1]!.y - columns[1]![0]!.y).toBeGreaterThan(36);
  });

  test.each([
    ['twelve rows', [3, 12, 12, 3]],
    ['many columns', [3, ...new Array<number>(20).fill(10), 3]],
    ['tall layers', [2, 40, 256, 3]],
    ['one layer', [1, 1]],
    ['wide layers', new Array<number>(12).fill(256)],
  ])('keeps discs of at least 24 px apart and inside its space: %s', (_, counts) => {
    const { columns, discPx, widthPx, heightPx } = layOutNetwork(counts, wide);
    expect(discPx).toBeGreaterThanOrEqual(24);
    expect(columns.map((column) => column.length)).toEqual(counts);
    for (const [at, column] of columns.entries()) {
      for (const [i, node] of column.entries()) {
        expect(node.y - discPx / 2).toBeGreaterThanOrEqual(0);
        expect(node.y + discPx / 2).toBeLessThanOrEqual(heightPx);
        expect(node.x + discPx / 2).toBeLessThanOrEqual(widthPx);
        if (i > 0) expect(apart(node, column[i - 1]!)).toBeGreaterThanOrEqual(discPx - 1e-9);
      }
      // A layer begins right of the one before.
      if (at > 0) expect(column[0]!.x - columns[at - 1]!.at(-1)!.x).toBeGreaterThanOrEqual(discPx + 10);
    }
  });
});

describe('linkWidth', () => {
  test('goes from .6 to 2.8 px by size', () => {
    expect(linkWidth(0, 2)).toBeCloseTo(0.6);
    expect(linkWidth(-2, 2)).toBeCloseTo(2.8);
    expect(linkWidth(0, 0)).toBe(0.6);
  });
});

describe('moveInNetwork', () => {
  test('goes up and down within a layer and across at about the same height', () => {
    expect(moveInNetwork({ layer: 0, neuron: 4 }, 'ArrowDown', orchard)).toEqual({ layer: 0, neuron: 5 });
    expect(moveInNetwork({ layer: 0, neuron: 9 }, 'ArrowDown', orchard)).toBeNull();
    expect(moveInNetwork({ layer: 0, neuron: 9 }, 'ArrowLeft', orchard)).toEqual({ layer: -1, neuron: 2 });
    expect(moveInNetwork({ layer: -1, neuron: 1 }, 'ArrowLeft', orchard)).toBeNull();
    expect(moveInNetwork({ layer: 5, neuron: 0 }, 'ArrowRight', orchard)).toEqual({ layer: 6, neuron: 0 });
    expect(moveInNetwork({ layer: 6, neuron: 1 }, 'ArrowRight', orchard)).toBeNull();
    expect(moveInNetwork({ layer: 3, neuron: 2 }, 'End', orchard)).toEqual({ layer: 3, neuron: 9 });
    expect(moveInNetwork({ layer: 3, neuron: 2 }, 'x', orchard)).toBeNull();
  });
});
