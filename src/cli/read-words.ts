// What the commands share in reading a command line.
import { type ParseArgsConfig, parseArgs } from 'node:util';

export type ReadWords<A> =
  | { readonly kind: 'run'; readonly arguments: A }
  | { readonly kind: 'help' }
  /** What was not understood, in one sentence. */
  | { readonly kind: 'wrong'; readonly sentence: string };

export type Wrong = Extract<ReadWords<never>, { readonly kind: 'wrong' }>;

export const wrong = (sentence: string): Wrong => ({ kind: 'wrong', sentence });

/** null for anything but plain digits. */
export const wholeNumber = (text: string) => (/^\d{1,16}$/.test(text) ? Number(text) : null);

/** Whether this is called as a picture or a video is, where a directory is wanted. */
export const isNamedAsFile = (path: string) => /\.(?:png|jpe?g|webp|gif|mp4|webm|mov)$/i.test(path);

/** Options and what stands beside them, or what is wrong with them. */
export function parseWords<O extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    return wrong(sentenceOf(error));
  }
}

/** Node's own messages run to several sentences of advice. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof TypeError && 'code' in error)) throw error;
  const option = /--?[\w-]+/.exec(error.message)?.[0] ?? 'An option';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return `There is no option ${option} (--help lists them).`;
  return error.message.includes('does not take')
    ? `${option} takes no value.`
    : `${option} needs a value, one that does not start with a dash.`;
}
