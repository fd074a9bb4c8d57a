import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { parseGenome } from '#core/cppn/parse-genome.ts';
import { readArtwork } from '#core/formats/artwork-reader.ts';
import { hasShared, sharedPath } from '../../shared.ts';
import { ascii, join } from './palate-png.ts';
import { processorMs } from './processor-time.ts';
import { jsonCases, pngCases } from './rebuilt-cases.ts';

interface Case {
  readonly file: string;
  readonly kind: string;
  readonly id: string;
  readonly expected: string;
  readonly also_acceptable?: readonly string[];
  readonly needs_valid_genome?: boolean;
  readonly gzip?: boolean;
  readonly limits: { readonly max_ms: number };
}

const manifest: { cases: readonly Case[] } = hasShared
  ? JSON.parse(readFileSync(sharedPath('corpus/manifest.open.json'), 'utf8'))
  : { cases: [] };

const facts = { createdAtMs: 0, fileName: 'x.png' };

/** What came of it, in the manifest's words, and the error's sentence. */
function outcomeOf(bytes: Uint8Array): { outcome: string; sentence: string } {
  try {
    const { artwork, warnings } = readArtwork(bytes, facts);
    // What was accepted is accepted again, and can be sent to a worker and stored.
    expect(parseGenome(structuredClone(artwork.genome)).genome).toEqual(artwork.genome);
    return { outcome: warnings.length > 0 ? 'accept-with-warning' : 'accept', sentence: '' };
  } catch (error) {
    if (error instanceof ForeignDataError) return { outcome: 'reject-with-error', sentence: error.message };
    throw error;
  }
}

const expectWithin = (limit: number, bytes: Uint8Array) =>
  expect(processorMs(() => outcomeOf(bytes), limit)).toBeLessThanOrEqual(limit);

const isClean = () => {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect((globalThis as { __pwn?: unknown }).__pwn).toBeUndefined();
};

describe.skipIf(!hasShared)('readArtwork on ../shared/corpus/open, as it is', () => {
  // None of it is in our format: everything must be refused, each with one sentence.
  test.each(manifest.cases.map((entry) => [entry.file, entry] as const))('%s is refused', (_, entry) => {
    const raw = readFileSync(sharedPath(`corpus/${entry.file}`));
    const bytes = new Uint8Array(entry.gzip ? gunzipSync(raw) : raw);
    const { outcome, sentence } = outcomeOf(bytes);
    expect(outcome).toBe('reject-with-error');
    expect(sentence).toMatch(/^[A-Z][^\n<>{}]{5,150}\.$/);
    expectWithin(entry.limits.max_ms, bytes);
    isClean();
  });
});

describe.skipIf(!hasShared)("readArtwork on ../shared/corpus/open, rebuilt on Palate's own files", () => {
  // Links and bundles of a gallery are no files of an artwork; they have readers of their own, later.
  const ours = manifest.cases.filter(({ kind }) => /^(png|json)\//.test(kind) && kind !== 'json/bundle');

  test('every case is rebuilt', () => {
    const missing = ours.filter((entry) => rebuild(entry) === undefined).map(({ file }) => file);
    expect(missing).toEqual([]);
    expect(ours.length).toBeGreaterThan(140);
  });

  test.each(ours.map((entry) => [entry.file, entry] as const))('%s', (_, entry) => {
    const bytes = rebuild(entry)!;
    const { outcome, sentence } = outcomeOf(bytes);
    expect([entry.expected, ...(entry.also_acceptable ?? [])], sentence).toContain(outcome);
    expectWithin(entry.limits.max_ms, bytes);
    isClean();
  });
});

function rebuild({ kind, id }: Case): Uint8Array | undefined {
  if (kind.startsWith('png/')) return pngCases[id]?.();
  const built = (jsonCases[`${kind.slice(5)}/${id}`] ?? jsonCases[id])?.();
  return typeof built === 'string' ? new Uint8Array(Buffer.from(built, 'utf8')) : built;
}

describe('readArtwork on what is too large to keep in a corpus', () => {
  test.each([
    [
      'a million nodes',
      () =>
        ascii(
          `{"format":"palate","schema":1,"genome":{"layers":[${'{"neurons":["00000000000000a1"]},'.repeat(1_000_000)}`,
        ),
    ],
    ['a million lists in one another', () => ascii('['.repeat(1_000_000) + ']'.repeat(1_000_000))],
    [
      'a million empty chunks',
      () => {
        const few = pngCases['zero-len-5000']!();
        return join(few.slice(0, 33), Buffer.alloc(12_000_000, few.slice(33, 45)));
      },
    ],
  ] as const)('%s: refused', (_, build) => {
    const bytes = build();
    expect(outcomeOf(bytes).outcome).toBe('reject-with-error');
    expectWithin(3000, bytes);
  });
});
