import type { Notices } from './notices.ts';

/** Actions whose code comes with the first of them, or when the first wall hangs. */
export interface Late<A> {
  /** Begins to load; once is enough. */
  readonly load: () => void;
  /** null when they do not come, which is said; the next use asks again. */
  readonly get: () => Promise<A | null>;
  /** At once when they are there. */
  readonly use: (work: (actions: A) => unknown) => Promise<void>;
  /** Only if they were ever there: what was never begun needs no end. */
  readonly useIfThere: (work: (actions: A) => void) => void;
}

export function createLate<A>({ say }: Notices, fetchActions: () => Promise<A>): Late<A> {
  let loaded: A | null = null;
  let loading: Promise<A | null> | null = null;

  function load(): Promise<A | null> {
    loading ??= fetchActions().then(
      (actions) => (loaded = actions),
      () => (loading = null),
    );
    return loading;
  }

  async function get(): Promise<A | null> {
    const actions = await load();
    if (actions === null) say('This part did not load. What was saved is safe. Reload to go on.');
    return actions;
  }

  return {
    load: () => void load(),
    get,
    async use(work) {
      const actions = loaded ?? (await get());
      if (actions !== null) await work(actions);
    },
    useIfThere: (work) => {
      if (loaded !== null) work(loaded);
    },
  };
}
