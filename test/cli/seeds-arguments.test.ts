import { describe, expect, it } from 'vitest';
import { readSeedsArguments } from '../../src/cli/seeds-arguments.ts';

const read = (line: string) => readSeedsArguments(line.split(' ').filter((word) => word !== ''));

describe('readSeedsArguments', () => {
  it('fills in what is not said', () => {
    expect(read('24 --out sheets')).toEqual({
      kind: 'run',
      arguments: { count: 24, directory: 'sheets', recipe: null, from: 1, sizePx: 240, isGated: true },
    });
  });

  it('takes every option, before or after the number', () => {
    expect(read('--recipe fold --from 0 --size 64 --ungated --out=a/b 3')).toEqual({
      kind: 'run',
      arguments: { count: 3, directory: 'a/b', recipe: 'fold', from: 0, sizePx: 64, isGated: false },
    });
  });

  it('gives help whatever else is said', () => {
    expect(read('--help')).toEqual({ kind: 'help' });
    expect(read('24 -h')).toEqual({ kind: 'help' });
  });

  it.each([
    ['', 'how many'],
    ['0 --out d', 'whole number from 1, not 0'],
    ['2.5 --out d', 'not 2.5'],
    ['many --out d', 'not many'],
    ['3 4 --out d', 'got 3 4'],
    ['3', '--out DIR'],
    ['3 --out x.png', '--out DIR, not x.png'],
    ['3 --out', '--out needs a value'],
    ['3 --out d --recipe soup', 'no recipe soup; there are orchard, fold,'],
    ['3 --out d --from -1', '--from needs a value'],
    ['3 --out d --from 9007199254740992', 'from 0 to 9007199254740991'],
    ['3 --out d --size 15', 'from 16 to 1024, not 15'],
    ['3 --out d --ungated=yes', '--ungated takes no value'],
    ['3 --out d --bogus', 'no option --bogus'],
    ['900 --out d --size 1024', 'fewer or smaller'],
  ])('says in one sentence what is wrong with: %s', (line, part) => {
    const answer = read(line);
    expect(answer.kind).toBe('wrong');
    if (answer.kind !== 'wrong') return;
    expect(answer.sentence).toContain(part);
    expect(answer.sentence).toMatch(/^[^\n]+\.$/);
  });
});
