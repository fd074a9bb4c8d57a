import { describe, expect, it } from 'vitest';
import { wholeView } from '#core/cppn/view.ts';
import { printForm, screenForm } from '#core/formats/png-form.ts';
import { readPaintArguments } from '../../src/cli/paint-arguments.ts';

const read = (line: string) => readPaintArguments(line.split(' ').filter((word) => word !== ''));

function understood(line: string) {
  const answer = read(line);
  if (answer.kind !== 'run') throw new Error(JSON.stringify(answer));
  return answer.arguments;
}

const view = { ...wholeView, zoom: 3 };

describe('readPaintArguments', () => {
  it('fills in what is not said', () => {
    const { formFor, ...rest } = understood('plum.png --out x.PNG');
    expect(rest).toEqual({ file: 'plum.png', out: 'x.PNG', frameCount: null, carriesNetwork: true });
    expect(formFor(view)).toEqual(screenForm({ widthPx: 2160, heightPx: 2160 }, view));
  });

  it('takes a square, a rectangle, or paper, as the studio does', () => {
    const form = (line: string) => understood(`plum.png --out x.png ${line}`).formFor(view);
    expect(form('--size 32768').size).toEqual({ widthPx: 32_768, heightPx: 32_768 });
    expect(form('--width 16 --height 900').size).toEqual({ widthPx: 16, heightPx: 900 });
    expect(form('--print a4')).toEqual(printForm('a4', false, view));
    expect(form('--print 50x70 --landscape')).toEqual(printForm('50x70', true, view));
    expect(form('--print A2 --samples 1')).toEqual({ ...printForm('a2', false, view), samples: 1 });
    expect(form('--samples 3')).toMatchObject({ samples: 3, grain: 'pixel' });
  });

  it('takes frames, and leaves the network out when told to', () => {
    expect(understood('--frames 180 --out frames.v2 plum.json --bare')).toMatchObject({
      file: 'plum.json',
      frameCount: 180,
      carriesNetwork: false,
    });
  });

  it('gives help whatever else is said', () => {
    expect(read('--help')).toEqual({ kind: 'help' });
    expect(read('plum.png -h')).toEqual({ kind: 'help' });
  });

  it.each([
    ['', 'Say which file'],
    ['a.png b.png --out x', 'got a.png b.png'],
    ['a.png', '--out x.png'],
    ['a.png --frames 8', '--out DIR'],
    ['a.png --out x.jpg', 'a name that ends in .png, not x.jpg'],
    ['a.png --out png', 'a name that ends in .png, not png'],
    ['a.png --frames 8 --out x.PNG', '--out DIR, not x.PNG'],
    ['a.png --frames 8 --out x.mp4', '--out DIR, not x.mp4'],
    ['a.png --out', '--out needs a value'],
    ['a.png --out x.png --size 15', 'from 16 to 32768, not 15'],
    ['a.png --out x.png --size 32769', 'not 32769'],
    ['a.png --out x.png --size 1e3', 'not 1e3'],
    ['a.png --out x.png --width 100', 'both --width and --height'],
    ['a.png --out x.png --width 100 --height -5', '--height needs a value'],
    ['a.png --out x.png --width 100 --height 5', 'not 5'],
    ['a.png --out x.png --size 100 --width 100', 'not both'],
    ['a.png --out x.png --print a5', 'no paper a5; there are a4, a3, a2, 50x70'],
    ['a.png --out x.png --print a4 --size 100', 'leave out --size'],
    ['a.png --out x.png --landscape', 'say which with --print'],
    ['a.png --out x.png --samples 5', 'must be 1, 2, 3 or 4, not 5'],
    ['a.png --out x --frames 1', 'from 2 to 10000, not 1'],
    ['a.png --out x --frames many', 'not many'],
    ['a.png --out x.png --bogus', 'no option --bogus'],
  ])('says in one sentence what is wrong with: %s', (line, part) => {
    const answer = read(line);
    expect(answer.kind).toBe('wrong');
    if (answer.kind !== 'wrong') return;
    expect(answer.sentence).toContain(part);
    expect(answer.sentence).toMatch(/^[^\n]+\.$/);
  });
});
