/** What the browser says of this site's room on the device. Everything is null or false where it says nothing. */
export interface Room {
  /** Bytes used and allowed. */
  readonly measure: () => Promise<{ readonly usedBytes: number; readonly limitBytes: number } | null>;
  /** Whether the browser has promised to clear nothing by itself. */
  readonly isPersistent: () => Promise<boolean>;
  /** Asks it to; whether it agreed. */
  readonly persist: () => Promise<boolean>;
}

export function createRoom(): Room {
  const storage = 'storage' in navigator ? navigator.storage : null;
  const orElse = <T>(answer: Promise<T> | undefined, other: T) =>
    answer?.catch(() => other) ?? Promise.resolve(other);
  return {
    measure: () =>
      orElse(
        storage
          ?.estimate()
          .then(({ usage, quota }) =>
            usage === undefined || !quota ? null : { usedBytes: usage, limitBytes: quota },
          ),
        null,
      ),
    isPersistent: () => orElse(storage?.persisted(), false),
    persist: () => orElse(storage?.persist(), false),
  };
}
