const numbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
);

/** `six`, `no` for 0; digits above twelve. */
export const numberWord = (count: number) => numbers[count] ?? String(count);

/** `fourth`; `13th` above twelve. Counts from 1. */
export function ordinalWord(place: number): string {
  const ending =
    place % 100 >= 11 && place % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return ordinals[place - 1] ?? `${place}${ending}`;
}

/** `x`, `x and y`, `x, y and radius`. */
export function listInWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
