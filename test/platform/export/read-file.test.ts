import { describe, expect, test } from 'vitest';
import { readFile } from '#platform/export/read-file.ts';
import { ascii, join, smallJson, smallPng } from '../../core/formats/palate-png.ts';
import { smallArtwork } from '../../core/formats/small-artwork.ts';

const fileOf = (bytes: Uint8Array, name = 'x.png') => new File([Uint8Array.from(bytes)], name);

/** A file whose stream is made to order. */
const fakeFile = (size: number, stream: () => ReadableStream<Uint8Array<ArrayBuffer>>) => ({
  name: 'x.png',
  size,
  stream,
});

describe('readFile', () => {
  test('reads a PNG and a JSON, whatever they are called', async () => {
    for (const bytes of [smallPng, ascii(smallJson)]) {
      const opened = await readFile(fileOf(bytes, 'holiday.txt'), { nowMs: 5 });
      expect(opened).toMatchObject({
        kind: 'artwork',
        warnings: [],
        artwork: {
          title: 'Plum, lit',
          createdAtMs: 5,
          isHung: false,
          origin: { kind: 'imported', from: 'holiday.txt' },
        },
      });
      expect(opened.kind === 'artwork' && opened.artwork.genome).toEqual(smallArtwork.genome);
    }
  });

  test.each([
    ['empty', new Uint8Array(0), 'This file is empty.'],
    ['cut-short', smallPng.slice(0, -4), 'This PNG is cut short: its end is missing.'],
    ['unknown-format', ascii('hello'), 'This is text, not an artwork.'],
    ['too-large', ascii(`{"a":"${'x'.repeat(5_000_000)}"}`), 'This JSON is larger than 4 MB.'],
  ])('refuses %s with one sentence', async (code, bytes, sentence) => {
    expect(await readFile(fileOf(bytes))).toEqual({ kind: 'refused', code, sentence });
  });

  test('refuses more than 4 GB by its size, unread', async () => {
    const file = fakeFile(5 * 1024 ** 3, () => {
      throw new Error('It was read.');
    });
    expect(await readFile(file)).toEqual({
      kind: 'refused',
      code: 'too-large',
      sentence: 'This file is larger than 4 GB, so it was not read.',
    });
  });

  test('a file that is deleted while it is read is refused', async () => {
    const file = fakeFile(1000, () => {
      let isFirst = true;
      return new ReadableStream({
        pull(controller) {
          if (isFirst) controller.enqueue(Uint8Array.from(smallPng.slice(0, 100)));
          else controller.error(new DOMException('gone', 'NotReadableError'));
          isFirst = false;
        },
      });
    });
    expect(await readFile(file)).toMatchObject({ kind: 'refused', code: 'unreadable' });
  });

  test('stops reading soon after the end of the picture, saying that something follows', async () => {
    let pieceCount = 0;
    let isCancelled = false;
    const file = fakeFile(1e9, () => {
      return new ReadableStream({
        pull(controller) {
          controller.enqueue(pieceCount++ === 0 ? Uint8Array.from(smallPng) : new Uint8Array(65_536));
        },
        cancel() {
          isCancelled = true;
        },
      });
    });
    const opened = await readFile(file);
    expect(opened).toMatchObject({
      kind: 'artwork',
      warnings: ['Something follows the end of the picture; it was left alone.'],
    });
    expect(pieceCount).toBeLessThan(5);
    expect(isCancelled).toBe(true);
  });

  test('lets go of the file when it refuses it', async () => {
    let isCancelled = false;
    const file = fakeFile(1e9, () => {
      return new ReadableStream({
        pull: (controller) =>
          controller.enqueue(Uint8Array.from(join(smallPng.slice(0, 30), new Uint8Array(2000)))),
        cancel() {
          isCancelled = true;
        },
      });
    });
    expect(await readFile(file)).toMatchObject({ kind: 'refused', code: 'damaged' });
    expect(isCancelled).toBe(true);
  });

  test('rejects with the reason of an abort, before and while reading', async () => {
    await expect(readFile(fileOf(smallPng), { signal: AbortSignal.abort('no') })).rejects.toBe('no');
    const stop = new AbortController();
    const file = fakeFile(1e9, () => {
      let isFirst = true;
      return new ReadableStream({
        pull(controller) {
          controller.enqueue(
            isFirst ? Uint8Array.from(smallPng.slice(0, 33)) : Uint8Array.from([0, 0, 0, 0]),
          );
          isFirst = false;
          stop.abort('later');
        },
      });
    });
    await expect(readFile(file, { signal: stop.signal })).rejects.toBe('later');
  });
});
