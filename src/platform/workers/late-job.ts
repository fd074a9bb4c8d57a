/** A job whose code comes when it is first asked for: a worker that starts has pictures to paint. */
export function lateJob<Input, Output>(
  load: () => Promise<(input: Input, signal: AbortSignal) => Generator<number, Output>>,
): (input: Input, signal: AbortSignal) => Generator<number | Promise<void>, Output> {
  let work: ((input: Input, signal: AbortSignal) => Generator<number, Output>) | null = null;
  return function* (input, signal) {
    if (work === null) {
      yield load().then((loaded) => {
        work = loaded;
      });
    }
    return yield* work!(input, signal);
  };
}
