import { expect, test } from 'vitest';
import * as elementary from '#core/math/elementary.ts';
import { openHarness } from './open-studio.ts';

test('elementary functions give the same bits in Chromium as in Node', async () => {
  const { page, close } = await openHarness();
  const inputs = Array.from({ length: 2000 }, (_, i) => (i - 1000) * 0.37 + i * i * 1e-5);
  const inChromium = await page.evaluate(async (inputs) => {
    const { sin, cos, exp, tanh } = await window.palate.elementary();
    return inputs.map((x) => [sin(x), cos(x), exp(x), tanh(x)]);
  }, inputs);
  const { sin, cos, exp, tanh } = elementary;
  expect(inChromium).toEqual(inputs.map((x) => [sin(x), cos(x), exp(x), tanh(x)]));
  await close();
});
