import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createPacker } from '#platform/export/packer.ts';
import { createPackJob, createWorkerPacker } from '#platform/export/worker-packer.ts';
import { runInProcess } from '../../studio/run-in-process.ts';

const strip = (heightPx: number, value: number) => ({
  widthPx: 3,
  heightPx,
  data: new Uint8ClampedArray(12 * heightPx).fill(value),
});

async function pack({ push, finish }: ReturnType<typeof createPacker>) {
  return Buffer.concat([await push(strip(2, 9)), await push(strip(1, 200)), await finish()]);
}

describe('createWorkerPacker', () => {
  test('gives the bytes a packer of this thread gives, one picture after the other', async () => {
    const workers = runInProcess({ pack: createPackJob() });
    const here = await pack(createPacker());
    for (let i = 0; i < 2; i++) expect(await pack(createWorkerPacker(workers))).toEqual(here);
    // Filter 1, then the first pixel and what is added to it.
    expect(inflateSync(here).toString('hex')).toBe(`${'01090909000000000000'.repeat(2)}01c8c8c8000000000000`);
  });

  test('a worker that took the place of another says that the file is lost', async () => {
    let job = createPackJob();
    const workers = runInProcess({ pack: (input) => job(input) });
    const { push, finish } = createWorkerPacker(workers);
    await push(strip(1, 1));
    job = createPackJob();
    await expect(push(strip(1, 2))).rejects.toThrow('lost');
    await expect(finish()).rejects.toThrow('lost');
  });
});
