import { describe, expect, test } from 'vitest';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { describeGpu, describeShaderless } from '#ui/sheets/describe-gpu.ts';
import { smallArtwork } from '../core/formats/small-artwork.ts';

const chip = 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device))';

describe('describeGpu', () => {
  test('says first whether the chip is used, in plain words, without its name', () => {
    const unused = [
      { kind: 'none' },
      { kind: 'lost' },
      { kind: 'software', chip },
      { kind: 'slower', chip, times: { gpuMs: 20, workersMs: 4.25 } },
      { kind: 'slower', chip, times: null },
    ] as const;
    for (const state of unused) {
      const words = describeGpu({ state, isUsed: false });
      expect(words).toMatch(/^Not used: .*\.$/);
      expect(words).not.toContain('ANGLE');
    }
    expect(describeGpu({ state: unused[3], isUsed: false })).toBe(
      'Not used: it is slower here. A test picture takes it 20.0 ms, and the processor 4.3 ms.',
    );
  });

  test('says of one that was chosen that it was not measured', () => {
    const state = { kind: 'ready', chip, times: null } as const;
    expect(describeGpu({ state, isUsed: true })).toBe(
      'Paints what moves: the easel, loops. You chose it, so nobody measured how fast it is.',
    );
  });
});

describe('describeShaderless', () => {
  const silk = sampleGenome('silk', 3);
  const here = [{ ...smallArtwork, genome: silk, title: 'Quick Moon' }];

  test('names the pictures that are here, however their weights were changed, and counts the others', () => {
    const changed = {
      ...silk,
      layers: silk.layers.map((layer) => ({ ...layer, biases: layer.biases.map((bias) => bias + 1) })),
    };
    expect(describeShaderless([changed], here)).toBe(
      'The processor paints Quick Moon, which the chip could not be made ready for.',
    );
    expect(describeShaderless([silk, smallArtwork.genome], here)).toMatch(/Moon and one more picture, which/);
    expect(describeShaderless([], here)).toBeNull();
  });
});
