/** Lower case without accents, so that `Crème` is found by `creme`. */
export const foldText = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** The words of a folded text. An apostrophe is part of its word. */
export const wordsOf = (folded: string): readonly string[] => folded.match(/[\p{L}\p{N}']+/gu) ?? [];
