import { describe, expect, test } from 'vitest';
import type { Pixels, Size } from '#core/cppn/pixels.ts';
import { readArtwork } from '#core/formats/artwork-reader.ts';
import { packStrip } from '#core/formats/packed-strip.ts';
import { hash32 } from '#core/math/random.ts';
import { writePng } from '#platform/export/write-png.ts';
import { smallJson } from '../../core/formats/palate-png.ts';
import { smallArtwork } from '../../core/formats/small-artwork.ts';
import { decodePng } from './decode-png.ts';
import { createMemoryTarget } from './memory-target.ts';

/** Different in every pixel and channel; alpha is anything. */
function stripOf(widthPx: number, heightPx: number, seed = 0): Pixels {
  const data = Uint8ClampedArray.from(
    { length: widthPx * heightPx * 4 },
    (_, i) => hash32(i, seed, 1) >>> 24,
  );
  return { widthPx, heightPx, data };
}

const packedOf = (...form: Parameters<typeof stripOf>) => packStrip(stripOf(...form));

async function* from(...strips: readonly Pixels[]) {
  for (const strip of strips) yield packStrip(strip);
}

const withoutAlpha = (strips: readonly Pixels[]) =>
  Buffer.concat(strips.map(({ data }) => new Uint8Array(data.filter((_, i) => i % 4 !== 3))));

async function write(
  size: Size,
  strips: readonly Pixels[],
  text: string | null = null,
  pixelsPerMeter: number | null = null,
) {
  const target = createMemoryTarget();
  await writePng({ size, strips: from(...strips), text, pixelsPerMeter }, target);
  expect(target.fate()).toBe('finished');
  return target.bytes();
}

describe('writePng', () => {
  test.each([
    [1, [1]],
    [7, [3, 1, 4]],
    [300, [100, 57]],
  ])(
    'an independent decoder finds the pixels it was given: %i px wide, strips of %j rows',
    async (widthPx, rows) => {
      const strips = rows.map((heightPx, i) => stripOf(widthPx, heightPx, i));
      const heightPx = rows.reduce((a, b) => a + b);
      const { width, height, rgb, chunks } = decodePng(await write({ widthPx, heightPx }, strips));
      expect([width, height]).toEqual([widthPx, heightPx]);
      expect(withoutAlpha(strips).equals(rgb)).toBe(true);
      expect(chunks.map(({ type }) => type).join()).toMatch(/^IHDR,sRGB(,IDAT)+,IEND$/);
    },
  );

  test('puts the document before the picture, and our reader takes it out again', async () => {
    const file = await write({ widthPx: 4, heightPx: 2 }, [stripOf(4, 2)], smallJson);
    const { chunks } = decodePng(file);
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'sRGB', 'iTXt', 'IDAT', 'IEND']);
    expect(chunks[2]!.data.toString('utf8')).toBe(`palate\0\0\0\0\0${smallJson}`);
    const { artwork, warnings } = readArtwork(file, { createdAtMs: 0, fileName: null });
    expect(warnings).toEqual([]);
    expect(artwork.genome).toEqual(smallArtwork.genome);
  });

  test('tells a printer how dense it is, in metres', async () => {
    const { chunks } = decodePng(await write({ widthPx: 4, heightPx: 2 }, [stripOf(4, 2)], null, 11_811));
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'sRGB', 'pHYs', 'IDAT', 'IEND']);
    expect(chunks[2]!.data.toString('hex')).toBe('00002e23' + '00002e23' + '01');
  });

  test('holds no more than a chunk, and gives each away before it takes the next rows', async () => {
    const target = createMemoryTarget();
    const written: number[] = [];
    async function* noticing() {
      for (let i = 0; i < 12; i++) {
        written.push(target.lengths.reduce((sum, length) => sum + length, 0));
        yield packedOf(600, 100, i);
      }
    }
    const size = { widthPx: 600, heightPx: 1200 };
    await writePng({ size, strips: noticing(), text: null }, target);
    // Noise does not pack: what was given by then is all but some of the last three strips.
    for (const [i, length] of written.entries()) expect(length).toBeGreaterThan((i - 3) * 180_000);
    expect(Math.max(...target.lengths)).toBe(256 * 1024 + 12);
  });

  test('spreads a large picture over several chunks', async () => {
    const strips = [stripOf(600, 300), stripOf(600, 300, 1)];
    const { rgb, chunks } = decodePng(await write({ widthPx: 600, heightPx: 600 }, strips));
    expect(chunks.filter(({ type }) => type === 'IDAT').length).toBeGreaterThan(2);
    expect(withoutAlpha(strips).equals(rgb)).toBe(true);
  });

  test('tells its progress to the end', async () => {
    const shares: number[] = [];
    await writePng(
      { size: { widthPx: 2, heightPx: 4 }, strips: from(stripOf(2, 1), stripOf(2, 3)), text: null },
      createMemoryTarget(),
      { onProgress: (share) => shares.push(share) },
    );
    expect(shares).toEqual([0.25, 1]);
  });

  test.each([
    ['too few rows', [stripOf(2, 1)]],
    ['too many rows', [stripOf(2, 3), stripOf(2, 3)]],
    ['another width', [stripOf(3, 4)]],
  ])('throws RangeError for %s', async (_, strips) => {
    await expect(write({ widthPx: 2, heightPx: 4 }, strips)).rejects.toThrow(RangeError);
  });

  test('an abort rejects with its reason at once, even while a strip never comes, and leaves no file', async () => {
    const stop = new AbortController();
    async function* stuck() {
      yield packedOf(2, 1);
      await new Promise(() => {});
    }
    const target = createMemoryTarget();
    const writing = writePng({ size: { widthPx: 2, heightPx: 4 }, strips: stuck(), text: null }, target, {
      signal: stop.signal,
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort(new DOMException('Cancelled.', 'AbortError'));
    await expect(writing).rejects.toThrow('Cancelled.');
    expect(target.fate()).toBe('discarded');
  });

  test('an abort while the file is being finished comes too late: it is there, and not both', async () => {
    const stop = new AbortController();
    const target = createMemoryTarget();
    const finish = async () => {
      stop.abort();
      await new Promise((done) => setTimeout(done));
      await target.finish();
    };
    const source = { size: { widthPx: 2, heightPx: 4 }, strips: from(stripOf(2, 4)), text: null };
    await writePng(source, { ...target, finish }, { signal: stop.signal });
    expect(target.fate()).toBe('finished');
  });

  test('one that is aborted already does nothing', async () => {
    let isAsked = false;
    async function* strips() {
      isAsked = true;
      yield packedOf(2, 4);
    }
    await expect(
      writePng({ size: { widthPx: 2, heightPx: 4 }, strips: strips(), text: null }, createMemoryTarget(), {
        signal: AbortSignal.abort(),
      }),
    ).rejects.toThrow();
    expect(isAsked).toBe(false);
  });

  test('rejects with what the painting met, and asks for no more strips', async () => {
    let isClosed = false;
    async function* failing() {
      try {
        yield packedOf(2, 1);
        throw new Error('The painter fell.');
      } finally {
        isClosed = true;
      }
    }
    const target = createMemoryTarget();
    await expect(
      writePng({ size: { widthPx: 2, heightPx: 4 }, strips: failing(), text: null }, target),
    ).rejects.toThrow('The painter fell.');
    expect(isClosed).toBe(true);
    expect(target.fate()).toBe('discarded');
  });

  test('rejects with what the disk met', async () => {
    const target = createMemoryTarget();
    const full = {
      ...target,
      write: () => Promise.reject(new DOMException('No room.', 'QuotaExceededError')),
    };
    await expect(
      writePng({ size: { widthPx: 2, heightPx: 1 }, strips: from(stripOf(2, 1)), text: null }, full),
    ).rejects.toThrow('No room.');
    expect(target.fate()).toBe('discarded');
  });
});
