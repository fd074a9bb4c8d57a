import type { Reporter } from 'vitest/node';

/**
 * Ends a run with `N passed, N failed`, and `, N skipped` where some were: the one line that counters read.
 * A file that does not load, a fault outside the tests and a set-up that fails each count as one failed.
 */
export function countReporter(): Reporter {
  let line = '0 passed, 1 failed';
  // On exit, so that it comes after the other reporters and after what tearing down has to say.
  process.on('exit', () => console.log(line));
  return {
    onTestRunEnd(modules, unhandledErrors) {
      let [passed, failed, skipped] = [0, unhandledErrors.length, 0];
      for (const module of modules) {
        failed += module.errors().length;
        for (const test of module.children.allTests()) {
          const { state } = test.result();
          if (state === 'passed') passed++;
          else if (state === 'failed') failed++;
          else skipped++;
        }
      }
      line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    },
  };
}
