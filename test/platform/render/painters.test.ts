import { code as plainCode } from 'virtual:kernel-plain';
import { code as relaxedCode } from 'virtual:kernel-relaxed';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { openPainters } from '#platform/render/painters.ts';
import { firstDifference, paint, request, square } from '../../core/cppn/paint.ts';

const genome = sampleGenome('silk', 3);
const asked = request(square(24));
const defined = paint(genome, asked);
const cut = (code: string) => code.slice(0, 2000);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('openPainters', () => {
  test.each([
    ['cut off', () => openPainters({ relaxed: cut(relaxedCode), plain: cut(plainCode) })],
    ['no base64', () => openPainters({ relaxed: '!', plain: '!' })],
    [
      'without WebAssembly',
      () => {
        vi.stubGlobal('WebAssembly', undefined);
        return openPainters();
      },
    ],
    [
      'forbidden by policy',
      () => {
        vi.spyOn(WebAssembly, 'Module').mockImplementation(function refuse() {
          throw new WebAssembly.CompileError('blocked by the page’s policy');
        });
        return openPainters();
      },
    ],
  ])('%s: says why, and the reference painter paints all', (_, open) => {
    const { screen, plain, refusals } = open();
    expect(refusals).toEqual({
      'wasm-relaxed': expect.stringMatching(/./),
      'wasm-plain': expect.stringMatching(/./),
      javascript: null,
    });
    expect(firstDifference(runToEnd(screen()(genome, asked)), defined)).toBeNull();
    expect(firstDifference(runToEnd(plain(genome, asked)), defined)).toBeNull();
  });

  test('without relaxed SIMD the plain build paints the screen', () => {
    const { screen, plain, refusals } = openPainters({ relaxed: cut(relaxedCode), plain: plainCode });
    expect(refusals['wasm-plain']).toBeNull();
    expect(firstDifference(runToEnd(screen()(genome, asked)), runToEnd(plain(genome, asked)))).toBeNull();
  });

  test('paints by the one that is wanted', () => {
    const { screen } = openPainters();
    expect(firstDifference(runToEnd(screen('javascript')(genome, asked)), defined)).toBeNull();
  });

  test('refused the memory for a picture, paints it without, and the next one with it', () => {
    const { plain, short } = openPainters();
    const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
    });
    expect(firstDifference(runToEnd(plain(genome, asked)), defined)).toBeNull();
    expect(grow).toHaveBeenCalled();
    expect([...short]).toEqual(['wasm-plain']);
    grow.mockRestore();
    const { data } = runToEnd(plain(genome, asked));
    expect(data.every((byte, i) => Math.abs(byte - defined.data[i]!) <= 1)).toBe(true);
  });
});
