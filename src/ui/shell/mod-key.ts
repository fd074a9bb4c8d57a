export const isMac = /Mac|iP(hone|ad|od)/.test(globalThis.navigator?.platform ?? '');

/** What is printed on the key that acts are combined with. */
export const modWord = isMac ? '⌘' : 'Ctrl';
