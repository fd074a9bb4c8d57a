// Titles and names of files come from anyone: in a sentence, none may turn the rest of it around.

const directionControls = /[\u202A-\u202E\u2066-\u2069]/g;

export const withoutDirections = (text: string): string => text.replace(directionControls, '');

/** Set apart from the sentence around it, whichever way its own letters run. */
export const isolated = (text: string): string => `\u2068${withoutDirections(text)}\u2069`;
