import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { parseGenome } from '#core/cppn/parse-genome.ts';
import { recipeNames } from '#core/cppn/recipes.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { anyGenome } from '../formats/any-genome.ts';
import { processorMs } from '../formats/processor-time.ts';
import { smallGenome, withField } from '../formats/small-artwork.ts';

/** The error of a genome with one field replaced. */
function refusalOf(value: unknown): ForeignDataError {
  try {
    parseGenome(value);
  } catch (error) {
    if (error instanceof ForeignDataError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

const refusal = (where: string, field: unknown) => refusalOf(withField(smallGenome, where, field));

describe('parseGenome', () => {
  test('gives back what the sampler made, exactly', () => {
    for (const recipe of recipeNames) {
      for (let seed = 0; seed < 20; seed++) {
        const genome = sampleGenome(recipe, seed * 7919);
        expect(parseGenome(genome)).toEqual({ genome, limitedWeightCount: 0 });
      }
    }
  });

  test('gives back every genome within the limits, and the same again', () => {
    fc.assert(
      fc.property(anyGenome, (genome) => {
        const once = parseGenome(JSON.parse(JSON.stringify(genome)));
        expect(once).toEqual({ genome, limitedWeightCount: 0 });
        expect(JSON.stringify(parseGenome(once.genome).genome)).toBe(JSON.stringify(once.genome));
      }),
      { numRuns: 300 },
    );
  });

  test('takes fields in any order and gives them in one', () => {
    const backwards = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(backwards)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, item]) => [key, backwards(item)]),
            )
          : value;
    expect(JSON.stringify(parseGenome(backwards(smallGenome)).genome)).toBe(
      JSON.stringify(parseGenome(smallGenome).genome),
    );
  });

  test.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    '1',
    null,
    [0.5],
    {},
    true,
    undefined,
  ])('refuses %p as a weight, a bias, a loop direction and a plain number, naming the field', (wrong) => {
    const fields = [
      'layers[1].kernel[4]',
      'layers[0].biases[1]',
      'loop.u[0]',
      'coordinates.rotation',
      'coloring.palette.stops[1].hue',
    ];
    for (const where of fields) {
      // In a list, undefined leaves a hole.
      const error = refusal(where, wrong);
      expect(error.where).toBe(where);
      expect(error.message.startsWith(`${where} `)).toBe(true);
      expect(['wrong-type', 'missing', 'out-of-range']).toContain(error.code);
    }
  });

  test('sets weights beyond 1000 to it, counts them, and rounds to float32', () => {
    const wild = withField(
      withField(withField(smallGenome, 'layers[0].kernel[0]', 1e308), 'layers[0].biases[0]', -1001),
      'layers[0].kernel[1]',
      0.1,
    );
    const { genome, limitedWeightCount } = parseGenome(wild);
    expect(limitedWeightCount).toBe(2);
    expect(genome.layers[0]!.kernel[0]).toBe(1000);
    expect(genome.layers[0]!.biases[0]).toBe(-1000);
    expect(genome.layers[0]!.kernel[1]).toBe(Math.fround(0.1));
  });

  test('stores -0, and what rounds to it, as 0', () => {
    const { genome } = parseGenome(
      withField(
        withField(withField(smallGenome, 'layers[0].kernel[0]', -0), 'layers[0].kernel[1]', -1e-300),
        'coordinates.rotation',
        -0,
      ),
    );
    expect(Object.is(genome.layers[0]!.kernel[0], 0)).toBe(true);
    expect(Object.is(genome.layers[0]!.kernel[1], 0)).toBe(true);
    expect(Object.is(genome.coordinates.rotation, 0)).toBe(true);
  });

  test.each([
    'constructor',
    '__proto__',
    'toString',
    'SIN',
    'si\u200bn',
    '"];self.x=1;//',
    'softmax',
    '',
    null,
    {},
    7,
  ])('refuses %p as an activation', (name) => {
    const error = refusal('layers[0].activations[1]', name);
    expect(error.where).toBe('layers[0].activations[1]');
    expect(error.message).not.toContain('self.x');
  });

  test.each([
    ['coordinates.inputs[0]', 'z'],
    ['coordinates.inputs', []],
    ['coordinates.inputs', ['x', 'x', 'y']],
    ['coordinates.scale', 0],
    ['coordinates.scale', 101],
    ['coordinates.center', [0]],
    ['coordinates.tiling', 'constructor'],
    ['coordinates.tilePeriod', 0],
    ['coordinates.sampling', 'middle'],
    ['coloring.kind', 'cmyk'],
    ['coloring.position', 'cosine'],
    ['coloring.gain', 0],
    ['coloring.shade', 1.01],
    ['coloring.chroma', -0.01],
    ['coloring.palette.name', 5],
    ['coloring.palette.stops[0].lightness', 1.5],
    ['coloring.palette.stops[0].chroma', 0.5],
    ['coloring.palette.stops[0].hue', 360],
    ['coloring.finish.relief', 2.1],
    ['coloring.finish.grain', 0.6],
    ['coloring.finish.steps', 1],
    ['coloring.finish.steps', 33],
    ['coloring.finish.steps', 2.5],
    ['coloring.finish.edge', 0.6],
    ['coloring.finish.lines', 65],
    ['loop.amplitude', 0.6],
    ['loop.seconds', 1],
    ['loop.u', [1]],
    ['loop.v', [1, 2, 3]],
    ['layers', []],
    ['layers', {}],
    ['layers[1]', null],
    ['layers[0].kernel', [1, 2, 3, 4, 5]],
    ['layers[0].kernel', { 0: 1, length: 6 }],
    ['layers[0].biases', [1]],
    ['layers[0].activations', ['sin']],
    ['layers[0].neurons[0]', 'hasOwnProperty'],
    ['layers[0].neurons[0]', '00000000000000A1'],
    ['layers[0].neurons[0]', 2 ** 53],
    ['loop', undefined],
    ['layers', undefined],
    ['coloring.finish', undefined],
  ])('refuses %s = %j, naming it', (where, wrong) => {
    const error = refusal(where, wrong);
    expect(error.where?.startsWith(where)).toBe(true);
    expect(error.message).toMatch(/^[^\n]+\.$/);
  });

  test('refuses a palette whose stops do not rise from 0 to 1', () => {
    expect(refusal('coloring.palette.stops[0].position', 0.1).where).toBe('coloring.palette.stops');
    expect(refusal('coloring.palette.stops[1].position', 0.9).where).toBe('coloring.palette.stops');
    const stop = smallGenome.coloring.kind === 'palette' ? smallGenome.coloring.palette.stops[0] : null;
    expect(refusal('coloring.palette.stops', [stop]).code).toBe('wrong-count');
    expect(refusal('coloring.palette.stops', new Array(10_000).fill(stop)).code).toBe('wrong-count');
  });

  test('refuses a name that two neurons share, in one layer or in two', () => {
    expect(refusal('layers[0].neurons[1]', '00000000000000a1').where).toBe('layers[0].neurons[1]');
    expect(refusal('layers[1].neurons[2]', '00000000000000a1').code).toBe('duplicate');
  });

  test('refuses a last layer that is not as wide as the coloring takes', () => {
    const error = refusal('coloring', { kind: 'ink' });
    expect(error.where).toBe('layers[1].neurons');
  });

  test('refuses layers, neurons and weights beyond the limits within 50 ms, copying nothing', () => {
    const layer = smallGenome.layers[0]!;
    const cases = [
      withField(smallGenome, 'layers', new Array(65).fill(layer)),
      withField(smallGenome, 'layers[0].neurons', new Array(1_000_000 - 1000).fill('00000000000000a1')),
      withField(smallGenome, 'layers[0].kernel', new Array(131_073).fill(1)),
      { ...smallGenome, layers: new Array(64).fill({ ...layer, kernel: new Array(3000).fill(0) }) },
      { ...smallGenome, layers: new Array(1e9) },
      { ...smallGenome, x: new Array(2_000_000).fill(0) },
    ];
    for (const value of cases) {
      const run = () => expect(refusalOf(value).code).toBe('too-large');
      expect(processorMs(run, 50)).toBeLessThan(50);
    }
  });

  test('takes the largest genome the limits allow', () => {
    const names = (layer: number, count: number) =>
      Array.from({ length: count }, (_, i) => (layer * 1000 + i).toString(16).padStart(16, '0'));
    const wide = (index: number, units: number, inputCount: number) => ({
      neurons: names(index, units),
      kernel: new Array(units * inputCount).fill(0.5),
      biases: new Array(units).fill(0),
      activations: new Array(units).fill('tanh'),
    });
    const genome = {
      ...smallGenome,
      layers: [wide(0, 256, 3), wide(1, 256, 256), wide(2, 250, 256), wide(3, 3, 250)],
      loop: { ...smallGenome.loop, u: new Array(256).fill(1), v: new Array(256).fill(1) },
    };
    expect(parseGenome(genome).genome.layers).toHaveLength(4);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s at any depth', (key) => {
    for (const json of [
      `{"${key}":null,`,
      `{"x":{"${key}":{"polluted":1}},`,
      `{"x":[[{"${key}":1}]],`,
      `{"${key.replace('o', '\\u006f')}":1,`,
    ]) {
      const value: unknown = JSON.parse(json + JSON.stringify(smallGenome).slice(1));
      expect(refusalOf(value).code).toBe('forbidden-key');
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('drops unknown fields, refuses deep ones', () => {
    const more = { ...smallGenome, future: { a: [1, 2, { b: null }] } };
    expect(parseGenome(more).genome).toEqual(smallGenome);
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(refusalOf({ ...smallGenome, future: deep }).code).toBe('too-deep');
  });

  test.each([
    [999, 'newer-version'],
    [2 ** 53, 'newer-version'],
    [2, 'newer-version'],
    [0, 'no-version'],
    [-1, 'no-version'],
    [1.5, 'no-version'],
    [Number.POSITIVE_INFINITY, 'no-version'],
    ['1', 'no-version'],
    [null, 'no-version'],
    [undefined, 'no-version'],
  ])('refuses schema %p as %s', (schema, code) => {
    expect(refusal('schema', schema).code).toBe(code);
  });

  test('says in words that a genome is from a newer version', () => {
    expect(refusal('schema', 999).message).toBe('Made by a newer version of Palate.');
  });

  test.each([null, undefined, 5, 'text', [], true, Symbol('x'), () => 1, new Float32Array(3), new Date(0)])(
    'refuses %p, which is no genome at all',
    (value) => {
      expect(() => parseGenome(value)).toThrow(ForeignDataError);
    },
  );

  test('refuses text of more than its limit by cutting it, and never within a character', () => {
    const { genome } = parseGenome(withField(smallGenome, 'coloring.palette.name', `${'a'.repeat(99)}😀`));
    expect(genome.coloring.kind === 'palette' && genome.coloring.palette.name).toBe('a'.repeat(99));
  });

  test('anything at all is refused with a typed error or accepted for good', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, maxDepth: 4 }), (junk) => {
        for (const where of [
          'layers[0]',
          'coloring',
          'coordinates.center',
          'loop.seconds',
          'layers[1].kernel',
        ]) {
          try {
            const { genome } = parseGenome(withField(smallGenome, where, junk));
            expect(parseGenome(genome).genome).toEqual(genome);
          } catch (error) {
            if (!(error instanceof ForeignDataError)) throw error;
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
