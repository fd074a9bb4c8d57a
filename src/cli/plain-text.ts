/** What a terminal may be sent of a stranger's words: one line, nothing that moves the cursor or turns the text around. */
export const plainText = (text: string) =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();

/** What the system refused, as the end of a sentence. Throws on what is no refusal of the system's. */
export function plainSentence(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) throw error;
  return `${error.message}.`;
}
