/** What a terminal may be sent of a stranger's words: one line, nothing that moves the cursor or turns the text around. */
export const plainText = (text: string) =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
