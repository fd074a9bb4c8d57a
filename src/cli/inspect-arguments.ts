import { parseWords, type ReadWords, wrong } from './read-words.ts';

export interface InspectArguments {
  readonly file: string;
  /** For programs instead of people. */
  readonly isJson: boolean;
}

/** Reads what follows `inspect` on the command line. */
export function readInspectArguments(words: readonly string[]): ReadWords<InspectArguments> {
  const parsed = parseWords(words, {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if ('kind' in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  const [file, ...others] = positionals;
  if (file === undefined) return wrong('Say which file: inspect FILE.');
  if (others.length > 0) return wrong(`inspect takes one file, got ${positionals.join(' ')}.`);
  return { kind: 'run', arguments: { file, isJson: values.json } };
}
