/** Drives a generator of slices without pause and gives its result. */
export function runToEnd<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const slice = work.next();
    if (slice.done) return slice.value;
  }
}

/** Passes slices on, their progress in [0, 1] mapped to [from, to]. */
export function* withinProgress<T>(
  from: number,
  to: number,
  work: Generator<number, T>,
): Generator<number, T> {
  for (;;) {
    const slice = work.next();
    if (slice.done) return slice.value;
    yield from + (to - from) * slice.value;
  }
}

/** Passes slices on with a progress that never falls, whatever had to be done again. */
export function* withRisingProgress<T>(work: Generator<number, T>): Generator<number, T> {
  let highest = 0;
  for (;;) {
    const slice = work.next();
    if (slice.done) return slice.value;
    highest = Math.max(highest, slice.value);
    yield highest;
  }
}
