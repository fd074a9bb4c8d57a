import { trustScriptUrl } from '#platform/trusted-types.ts';
import url from '../../worker.ts?worker&url';

/** Starts src/worker.ts. Throws when the page's policy or the browser refuses. */
export const createWorker = (): Worker => new Worker(trustScriptUrl(url), { type: 'module', name: 'palate' });
