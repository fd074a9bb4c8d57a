// A p5 sketch in instance mode, as it is written for p5 2: its seeds and density are set before its setup, what it throws is
// caught, and it hears the pointer only over its own canvas.
import type { P5Instance, PlainSketch, SketchHost } from './sketch.ts';

interface Wrapping {
  readonly p: P5Instance;
  readonly sketch: PlainSketch;
  readonly host: SketchHost;
  readonly holder: HTMLElement;
  /** Sets seeds and density. */
  readonly prepare: () => void;
  readonly fail: (error: unknown) => void;
  /** After the first frame, or a failure. */
  readonly hasBegun: () => void;
  readonly isPlaying: boolean;
}

type Handler = (...given: unknown[]) => unknown;

const pressNames = ['mousePressed', 'mouseClicked', 'doubleClicked', 'mouseWheel', 'mouseMoved'];
const freeNames = ['mouseDragged', 'mouseReleased', 'keyPressed', 'keyReleased', 'keyTyped'];

export function wrapPlainSketch(wrapping: Wrapping): void {
  const { p, sketch, host, holder, prepare, fail, hasBegun } = wrapping;
  const put = (name: string, value: unknown) => Reflect.set(p, name, value);
  const handlerOf = (name: string): Handler | undefined => {
    const value: unknown = Object.hasOwn(p, name) ? Reflect.get(p, name) : undefined;
    return typeof value === 'function' ? (...given) => Reflect.apply(value, p, given) : undefined;
  };
  put('windowWidth', host.width);
  put('windowHeight', host.height);
  try {
    sketch(p, host);
  } catch (error) {
    put('setup', undefined);
    put('draw', undefined);
    // Not before p5 itself is there.
    queueMicrotask(() => fail(error));
  }

  const guard =
    (handler: Handler, isHeard: (given: readonly unknown[]) => boolean = () => true): Handler =>
    (...given) => {
      if (!isHeard(given)) return undefined;
      try {
        const result = handler(...given);
        if (result instanceof Promise) result.catch(fail);
        return result;
      } catch (error) {
        fail(error);
        return undefined;
      }
    };
  const isOverCanvas = ([event]: readonly unknown[]) =>
    !(event instanceof Event && event.target instanceof Node) || holder.contains(event.target);
  for (const name of [...pressNames, ...freeNames]) {
    const handler = handlerOf(name);
    if (handler !== undefined)
      put(name, guard(handler, pressNames.includes(name) ? isOverCanvas : undefined));
  }

  const setup = handlerOf('setup');
  const draw = handlerOf('draw');
  put('setup', async () => {
    try {
      prepare();
      await setup?.();
    } catch (error) {
      fail(error);
    }
    if (!wrapping.isPlaying) p.noLoop();
    // p5 calls no draw where there is none, or where setup failed.
    if (draw === undefined) hasBegun();
  });
  const drawGuarded = draw && guard(draw);
  put('draw', () => {
    drawGuarded?.();
    hasBegun();
  });
}
