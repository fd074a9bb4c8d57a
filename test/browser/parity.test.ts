// What each backend of this browser paints, held against the definition. The graphics chip is played by the processor here:
// its bytes are tested, its speed is not. `npm run soak` takes every house seed and each activation and coordinate by itself.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paintTiles } from '#core/cppn/paint-tiles.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { type Backend, backends } from '#platform/render/backends.ts';
import { planForGpu } from '#platform/render/gpu-plan.ts';
import {
  type AskedPicture,
  chosenOrdinary,
  type Difference,
  deepZooms,
  differenceOf,
} from '../platform/render/ordinary-pictures.ts';
import { type OpenedPage, openHarness } from './open-studio.ts';

let opened: OpenedPage;

beforeAll(async () => {
  opened = await openHarness();
});

afterAll(() => opened.close());

/** The backend's pictures beside the definition's. */
async function compare(backend: Backend, asked: readonly AskedPicture[]): Promise<Difference> {
  const isMeant = ([genome, request]: AskedPicture) =>
    backend !== 'webgl' || planForGpu(genome, request, { uniformVectors: 1024, sidePx: 4096 }) !== null;
  const meant = asked.filter(isMeant);
  expect(meant.length).toBeGreaterThanOrEqual(asked.length / 4);
  const painted = await opened.page.evaluate(
    async ([backend, meant]) => (await window.palate.paintAll()).paintAll(backend, meant),
    [backend, meant] as const,
  );
  return differenceOf(
    meant.map(([genome, request], i) => [
      runToEnd(paintTiles(genome, request)).data,
      new Uint8ClampedArray(Buffer.from(painted[i] ?? '', 'base64')),
    ]),
  );
}

describe.each(backends)('%s', (backend) => {
  test.each(Object.entries(chosenOrdinary))(
    'paints %s within one level of the definition, and nearly always the same',
    async (_, asked) => {
      const { byOne, byMore } = await compare(backend, asked);
      expect(byMore).toBe(0);
      expect(byOne).toBeLessThan(0.03);
    },
    600_000,
  );

  test('stays true in deep zooms', async () => {
    const { byOne, byMore } = await compare(backend, deepZooms);
    expect(byMore).toBe(0);
    expect(byOne).toBeLessThan(5);
  });
});
