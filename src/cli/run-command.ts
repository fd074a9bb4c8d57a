// The commands of the terminal program. Exit codes: 0 done, 1 the work failed, 2 the command was not understood, 130 stopped by Ctrl+C,
// 143 by SIGTERM, as `timeout` and schedulers send it.
import { version } from '../../package.json';
import { inspectHelp, mainHelp, paintHelp, seedsHelp } from './help.ts';
import { readInspectArguments } from './inspect-arguments.ts';
import { inspectFile } from './inspect-command.ts';
import { readPaintArguments } from './paint-arguments.ts';
import { paintFile } from './paint-command.ts';
import type { ReadWords } from './read-words.ts';
import { readSeedsArguments } from './seeds-arguments.ts';
import { writeSeeds } from './seeds-command.ts';

const stopCodes = { SIGINT: 130, SIGTERM: 143 } as const;
type StopCode = (typeof stopCodes)[keyof typeof stopCodes];
type ExitCode = 0 | 1 | 2 | StopCode;

const helps = new Map([
  ['seeds', seedsHelp],
  ['paint', paintHelp],
  ['inspect', inspectHelp],
]);

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** `words`: what stands after the program's name. Speaks through the process's own streams. */
export async function runCommand(words: readonly string[]): Promise<ExitCode> {
  const [command, ...rest] = words;
  switch (command) {
    case 'seeds':
      return obey(readSeedsArguments(rest), seedsHelp, (wish) => writeSeeds(wish, say));
    case 'paint':
      return untilInterrupted((signal) =>
        obey(readPaintArguments(rest), paintHelp, (wish) => paintFile(wish, { say, tellProgress, signal })),
      );
    case 'inspect':
      return obey(readInspectArguments(rest), inspectHelp, (wish) => inspectFile(wish, say));
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(helps.get(rest[0] ?? '') ?? mainHelp);
      return 0;
    case '--version':
      say(`palate ${version}`);
      return 0;
    case undefined:
      return complain(2, 'Say what to do, for instance: seeds 24 --out DIR (--help tells more).');
    default:
      return complain(2, `There is no command ${command} (--help lists them).`);
  }
}

/** `work` resolves to what went wrong, in one sentence, or to null. */
async function obey<A>(
  read: ReadWords<A>,
  help: string,
  work: (wish: A) => Promise<string | null>,
): Promise<ExitCode> {
  switch (read.kind) {
    case 'help':
      process.stdout.write(help);
      return 0;
    case 'wrong':
      return complain(2, read.sentence);
    case 'run': {
      const failure = await work(read.arguments);
      return failure === null ? 0 : complain(1, failure);
    }
    default:
      return read satisfies never;
  }
}

/** For work that listens: the signal aborts when somebody presses Ctrl+C, or the process is told to end. */
async function untilInterrupted(work: (signal: AbortSignal) => Promise<ExitCode>): Promise<ExitCode> {
  const stop = new AbortController();
  let code: StopCode = stopCodes.SIGINT;
  const onStop = (name: keyof typeof stopCodes) => {
    code = stopCodes[name];
    stop.abort();
  };
  process.once('SIGINT', onStop).once('SIGTERM', onStop);
  try {
    return await work(stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return complain(code, 'Stopped; no unfinished file is left.');
  } finally {
    process.off('SIGINT', onStop).off('SIGTERM', onStop);
  }
}

/** One line that is written over, for somebody who watches; files and pipes get none of it. */
function tellProgress(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${words}`);
}

function complain<Code extends 1 | 2 | StopCode>(code: Code, sentence: string): Code {
  process.stderr.write(`palate: ${sentence}\n`);
  return code;
}
