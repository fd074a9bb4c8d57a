import { expect, test } from 'vitest';
import { createPaintQueue } from '#ui/pictures/paint-queue.ts';
import { request, square } from '../core/cppn/paint.ts';
import { smallGenome } from '../core/formats/small-artwork.ts';

const never = new AbortController().signal;
const asked = request(square(8));

function setUp({ isHidden = false } = {}) {
  const page = Object.assign(new EventTarget(), { hidden: isHidden });
  const finish: (() => void)[] = [];
  const paint = () =>
    new Promise<ImageBitmap>((resolve) => {
      finish.push(() => resolve({} as ImageBitmap));
    });
  const queue = createPaintQueue(paint, { runningLimit: 2, page });
  const turn = () => new Promise((done) => setTimeout(done));
  return {
    queue,
    ask: (signal = never) => queue.paint(smallGenome, asked, 0, signal),
    turn,
    finish,
    async show(isShown: boolean) {
      page.hidden = !isShown;
      page.dispatchEvent(new Event('visibilitychange'));
      await turn();
    },
  };
}

test('begins nothing while the page is hidden, and goes on when it is seen', async () => {
  const { ask, turn, finish, show } = setUp();
  const pictures = [ask(), ask(), ask(), ask()];
  await turn();
  expect(finish).toHaveLength(2);
  await show(false);
  for (const each of finish) each();
  await turn();
  expect(finish).toHaveLength(2);
  await show(true);
  expect(finish).toHaveLength(4);
  for (const each of finish) each();
  expect(await Promise.all(pictures)).toHaveLength(4);
});

test('of a page that was never seen: what is let go of meanwhile is never painted', async () => {
  const { ask, turn, finish, show } = setUp({ isHidden: true });
  const abort = new AbortController();
  const left = ask(abort.signal);
  void ask();
  await turn();
  abort.abort(new DOMException('gone', 'AbortError'));
  await expect(left).rejects.toThrow('gone');
  expect(finish).toHaveLength(0);
  await show(true);
  expect(finish).toHaveLength(1);
});

test('disposed, it hears of the page no more', async () => {
  const { ask, queue, turn, finish, show } = setUp({ isHidden: true });
  ask().catch(() => {});
  queue.dispose();
  await turn();
  await show(true);
  expect(finish).toHaveLength(0);
});
