import { withNumeral } from '#core/gallery/title.ts';

/** What an edit of an artwork is called: its title with the next roman numeral that is free. */
export function nextTitle(title: string, taken: ReadonlySet<string>): string {
  const plain = title.replace(/ [IVXLCDM]+$/, '');
  return withNumeral(plain, new Set([...taken, title, plain]));
}
