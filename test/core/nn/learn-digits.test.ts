import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metrics } from './learn-digits.ts';

describe('learn-digits', () => {
  it('builds, fits and evaluates 784-32-10 with ReLU, softmax, cross-entropy and Adam, ten epochs in batches of 32', () => {
    expect(metrics.accuracy).toBeGreaterThan(0.95);
    expect(metrics.loss).toBeLessThan(0.3);
  });

  it('is the program that the README shows', () => {
    const program = readFileSync(new URL('learn-digits.ts', import.meta.url), 'utf8').trim();
    expect(readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')).toContain(
      `\`\`\`ts\n${program}\n\`\`\``,
    );
  });
});
