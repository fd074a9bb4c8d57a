// Small things of this browser, not of the person's work: lost without harm, absent where storage is blocked.

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`palate.ui.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`palate.ui.${name}`, value);
  } catch {
    // Blocked or full: the next visit begins without it.
  }
}
