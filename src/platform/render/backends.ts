/** Who can paint, the fastest first. Each is held to the pictures of the last, the reference painter. */
export const backends = ['webgl', 'wasm-relaxed', 'wasm-plain', 'javascript'] as const;

export type Backend = (typeof backends)[number];

/** Those that paint in a worker's own thread, on the processor. */
export type ThreadBackend = Exclude<Backend, 'webgl'>;

/** In the browser's words, why it runs none of it; null where it does. */
export type Refusals = { readonly [B in ThreadBackend]: string | null };
