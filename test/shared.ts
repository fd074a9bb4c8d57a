import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The reference material beside the project's own checkout; a user's clone has none, and tests that read it skip visibly. */
const sharedFolder = fileURLToPath(new URL('../../shared/', import.meta.url));

export const hasShared = existsSync(sharedFolder);

export const sharedPath = (path: string) => `${sharedFolder}${path}`;
