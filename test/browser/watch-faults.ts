import type { BrowserContext } from 'playwright-core';

/**
 * Everything that may not happen in any page of `context`, as sentences, in a list that grows as it happens: console errors,
 * uncaught errors, violations of the policy, requests to anywhere but `origin`. Call it before the first page is opened.
 */
export async function watchFaults(context: BrowserContext, origin: string): Promise<readonly string[]> {
  const faults: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console error: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    faults.push(`page error: ${error.error().message}`);
  });
  // A request that the policy refused is not seen here, but by the violation it causes; and the other way round.
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isLocal = ['data:', 'blob:', 'about:'].includes(url.protocol) || url.origin === origin;
    if (!isLocal) faults.push(`request off-origin: ${request.url()}`);
  });
  await context.exposeBinding('reportViolation', (_source, violation: string) => {
    faults.push(`policy violation: ${violation}`);
  });
  await context.addInitScript(() => {
    const report = (window as Window & { reportViolation?: (violation: string) => void }).reportViolation;
    document.addEventListener('securitypolicyviolation', (event) => {
      report?.(`${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`.trim());
    });
  });
  return faults;
}
