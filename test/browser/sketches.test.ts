import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { decodePng } from '../cli/decode-png.ts';
import { openHarness } from './open-studio.ts';
import { toPng } from './to-png.ts';

const golden = (name: string) => `test/golden/${name}.png`;

interface Looked {
  readonly failures: readonly string[];
  /** RGBA. */
  readonly still: Uint8Array;
  /** Mean difference to the still, in levels: elsewhere in the loop, at its end, and at its beginning again. */
  readonly moved: number;
  readonly end: number;
  readonly again: number;
  readonly left: readonly string[];
}

/** Draws a sketch at several places of its loop and takes it down, in the page. */
async function look(page: Page, name: string): Promise<Looked> {
  const { still, ...rest } = await page.evaluate(async (name) => {
    const { loadSketch, readPixels, start } = await window.palate.sketches();
    const sketch = await loadSketch(name);
    const window_ = new Set(Object.getOwnPropertyNames(window));
    const listeners = (window as Window & { liveListeners?: () => number }).liveListeners!;
    const before = listeners();
    const started = await start(sketch);
    const still = readPixels(started);
    const difference = async (phase: number) => {
      await started.run.render(started.frameAt(phase));
      const pixels = readPixels(started);
      return pixels.reduce((sum, value, i) => sum + Math.abs(value - still[i]!), 0) / pixels.length;
    };
    const moved = await difference(0.4);
    const end = await difference(1 - 1e-6);
    const again = await difference(0);
    await started.run.dispose();
    started.holder.remove();
    const left = [
      ...Object.getOwnPropertyNames(window).filter((key) => !window_.has(key)),
      ...[...document.querySelectorAll('canvas, style, .loading-indicator')].map((part) => part.outerHTML),
      ...(listeners() === before ? [] : [`${listeners() - before} listeners`]),
    ];
    // An array of numbers would take the driver seconds to carry over.
    const letters = still.map((byte) => String.fromCharCode(byte)).join('');
    return { failures: started.failures, still: btoa(letters), moved, end, again, left };
  }, name);
  return { ...rest, still: Buffer.from(still, 'base64') };
}

/** Counts what listens on window and document. */
function countListeners(): void {
  const live: { target: EventTarget; type: string; listener: unknown; signal: AbortSignal | undefined }[] =
    [];
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const signal = typeof options === 'object' ? options?.signal : undefined;
    if (this === window || this === document) live.push({ target: this, type, listener, signal });
    addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const at = live.findIndex((one) => one.target === this && one.type === type && one.listener === listener);
    if (at >= 0) live.splice(at, 1);
    removeEventListener.call(this, type, listener, options);
  };
  Object.assign(window, {
    liveListeners: () => live.filter(({ signal }) => signal?.aborted !== true).length,
  });
}

describe('sketches', () => {
  test('give their golden pictures, close their loops, and leave nothing behind', async () => {
    const { page, close } = await openHarness({ before: countListeners });
    const names = await page.evaluate(async () => (await window.palate.sketches()).names);
    expect(names.length).toBeGreaterThanOrEqual(6);
    const written: string[] = [];
    for (const name of names) {
      const { failures, still, moved, end, again, left } = await look(page, name);
      expect(failures, name).toEqual([]);
      expect(left, name).toEqual([]);
      if (name !== 'rain') {
        expect(again, `${name}: the same phase again`).toBe(0);
        expect(end, `${name}: the end of its loop`).toBeLessThan(0.5);
        expect(moved, `${name}: elsewhere in its loop`).toBeGreaterThan(0.5);
      }
      if (existsSync(golden(name))) compare(name, still);
      else {
        mkdirSync('test/golden', { recursive: true });
        writeFileSync(golden(name), toPng(still, 240, 180));
        written.push(golden(name));
      }
    }
    expect(written, 'was not there, and is now: look at it, and keep it').toEqual([]);

    // What draws over what is there comes to the same picture, frame by frame or all at once.
    const [farthest, frames] = await page.evaluate(async () => {
      const { loadSketch, readPixels, start } = await window.palate.sketches();
      const rain = await loadSketch('rain');
      const started = await start(rain);
      for (let i = 1; i < 6; i++) await started.run.render(started.frameAt(0));
      const again = await start(rain, { frames: 6 });
      const [drawn, replayed] = [readPixels(started), readPixels(again)];
      const farthest = Math.max(0, ...new Set(drawn.map((byte, i) => Math.abs(byte - replayed[i]!))));
      return [farthest, [started.run.frames(), again.run.frames()]] as const;
    });
    expect(frames).toEqual([6, 6]);
    expect(farthest).toBe(0);
    await close();
  });

  test('run as pasted in p5’s instance mode: drawing, color, text, mouse and keys', async () => {
    const { page, close } = await openHarness();
    const pixelAt = (x: number, y: number) =>
      page.evaluate(
        ([x, y]) => [
          ...document.querySelector('canvas')!.getContext('2d')!.getImageData(x!, y!, 1, 1).data.slice(0, 3),
        ],
        [x, y],
      );
    const said = await page.evaluate(async () => {
      const { pasted, start } = await window.palate.sketches();
      const started = await start(pasted, { isPlaying: true });
      return { said: started.said, failures: started.failures, hearsKeys: started.run.hearsKeys() };
    });
    expect(said).toEqual({ said: ['A square that follows the mouse.'], failures: [], hearsKeys: true });
    const box = (await page.locator('canvas').boundingBox())!;
    await page.mouse.move(box.x + 50, box.y + 50);
    await expect.poll(() => pixelAt(50, 50)).toEqual([230, 23, 23]);
    await page.mouse.down();
    await expect.poll(() => pixelAt(50, 50)).toEqual([23, 230, 23]);
    await page.keyboard.press('w');
    await expect.poll(() => pixelAt(50, 50)).toEqual([23, 23, 230]);
    await close();
  });

  test('refuse page elements and the graphics chip in a sentence, and filter on the plain path', async () => {
    const { page, close } = await openHarness();
    const sentences = await page.evaluate(async () => {
      const { refused, start } = await window.palate.sketches();
      const found: Record<string, string[]> = {};
      for (const [name, sketch] of Object.entries(refused)) {
        const { failures, run } = await start(sketch);
        found[name] = failures;
        await run.dispose();
      }
      return found;
    });
    expect(sentences.createSlider).toEqual([
      expect.stringMatching(/^createSlider\(\) makes page elements.+pane draws it\.$/),
    ]);
    expect(sentences.WEBGL).toEqual([expect.stringContaining('Sketches draw in 2D here.')]);
    expect(sentences.createShader).toEqual([
      expect.stringContaining('createShader() needs the graphics chip.'),
    ]);
    expect(sentences.atOnce).toEqual(['The sketch stopped: I was never finished']);
    const inverted = await page.evaluate(async () => {
      const { inverted, readPixels, start } = await window.palate.sketches();
      return readPixels(await start(inverted)).slice(0, 4);
    });
    expect(inverted).toEqual([255, 255, 255, 255]);
    await close();
  });

  test('leave as a video of exactly their frames, and stop when cancelled', async () => {
    const { page, close } = await openHarness();
    const made = await page.evaluate(async () => {
      const { exportVideo } = await window.palate.exportVideo();
      const drawn: number[] = [];
      const request = {
        size: { widthPx: 64, heightPx: 48 },
        framesPerSecond: 30,
        frameCount: 12,
        drawFrame: async (index: number, canvas: OffscreenCanvasRenderingContext2D) => {
          drawn.push(index);
          canvas.fillStyle = `rgb(${index * 20} 0 0)`;
          canvas.fillRect(0, 0, 64, 48);
        },
      };
      const video = await exportVideo(request);
      const url = URL.createObjectURL(video!.file);
      const controller = new AbortController();
      const cancelled = exportVideo({
        ...request,
        drawFrame: async () => controller.abort(new Error('enough')),
        signal: controller.signal,
      });
      const reason = await cancelled.then(
        () => '',
        (error: unknown) => String(error),
      );
      const bytes = new Uint8Array(await video!.file.arrayBuffer());
      URL.revokeObjectURL(url);
      return { drawn: drawn.length, extension: video!.extension, head: [...bytes.slice(0, 8)], reason };
    });
    expect(made.drawn).toBe(12);
    expect(made.reason).toBe('Error: enough');
    if (made.extension === 'mp4') expect(String.fromCharCode(...made.head.slice(4))).toBe('ftyp');
    else expect(made.head.slice(0, 4)).toEqual([0x1a, 0x45, 0xdf, 0xa3]);
    await close();
  });
});

/** Letters are drawn a little otherwise by every machine; shapes are not. */
function compare(name: string, still: Uint8Array): void {
  const { rgb, widthPx, heightPx } = decodePng(readFileSync(golden(name)));
  expect([widthPx, heightPx]).toEqual([240, 180]);
  let total = 0;
  let farCount = 0;
  for (let pixel = 0; pixel < widthPx * heightPx; pixel++) {
    let far = 0;
    for (let k = 0; k < 3; k++) {
      const difference = Math.abs(rgb[3 * pixel + k]! - still[4 * pixel + k]!);
      total += difference;
      far = Math.max(far, difference);
    }
    if (far > 48) farCount++;
  }
  expect(total / rgb.length, `${name}: mean difference to its golden picture`).toBeLessThan(1.5);
  expect(farCount / (widthPx * heightPx), `${name}: share of pixels far from it`).toBeLessThan(0.02);
}
