/**
 * What `promise` comes to, or null when it takes longer than `milliseconds`; a value that comes later goes to
 * `discard`. Rejects as the promise does, while there is time.
 */
export function settleWithin<T>(
  promise: Promise<T>,
  milliseconds: number,
  discard: (late: T) => void = () => {},
): Promise<T | null> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      resolve(null);
    }, milliseconds);
    promise.then(
      (value) => {
        clearTimeout(timer);
        if (isLate) discard(value);
        else resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
