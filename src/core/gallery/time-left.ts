/** How long something will still take, as people say it: `a few seconds`, `about 40 seconds`, `about 3 minutes`, `about 2 hours`. */
export function describeTimeLeft(seconds: number): string {
  if (seconds < 8) return 'a few seconds';
  if (seconds < 55) return `about ${Math.round(seconds / 5) * 5} seconds`;
  const minutes = Math.round(seconds / 60);
  if (minutes <= 1) return 'about a minute';
  if (minutes < 55) return `about ${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours <= 1 ? 'about an hour' : `about ${hours} hours`;
}

/** Before that the time left is a guess. */
const GUESS_AFTER_MS = 3000;

/** Seconds, from the share done; null while it is too early to say. */
export function estimateSecondsLeft(share: number, elapsedMs: number): number | null {
  if (elapsedMs < GUESS_AFTER_MS || share <= 0) return null;
  return ((elapsedMs / share) * (1 - share)) / 1000;
}
