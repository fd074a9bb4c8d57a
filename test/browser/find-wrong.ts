import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

interface Axe {
  run: (context: Element | Document, options: object) => Promise<{ violations: Finding[] }>;
}

/** Nothing in motion for three frames: what fades in has its contrast only then, and a theme may be heard of a frame late. */
const untilStill = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0, stillCount = 0; stillCount < 3 && frame < 60; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      stillCount = document.getAnimations().some(({ playState }) => playState === 'running')
        ? 0
        : stillCount + 1;
    }
  });

/** Once all is still: what axe finds wrong, as `rule: where`, in the open sheet or else on the whole page. Its script tag would be refused: it is evaluated instead, once a page. */
export async function findWrong(page: Page, rules: readonly string[] | 'all' = 'all'): Promise<string[]> {
  await untilStill(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async (rules) => {
    const { axe } = window as Window & { axe?: Axe };
    const { violations } = await axe!.run(document.querySelector('dialog[open]') ?? document, {
      resultTypes: ['violations'],
      ...(rules === 'all' ? {} : { runOnly: rules }),
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary})`),
    );
  }, rules);
}
