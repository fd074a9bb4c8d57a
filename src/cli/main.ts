// The terminal program. Exit codes: 0 done, 1 the work failed, 2 the command was not understood.
import { mainHelp, seedsHelp } from './help.ts';
import { readSeedsArguments } from './seeds-arguments.ts';
import { writeSeeds } from './seeds-command.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

// `palate ... | head` closes the pipe early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<0 | 1 | 2> {
  const [command, ...rest] = words;
  switch (command) {
    case 'seeds':
      return seeds(rest);
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(rest[0] === 'seeds' ? seedsHelp : mainHelp);
      return 0;
    case undefined:
      return complain(2, 'Say what to do, for instance: seeds 24 --out DIR (--help tells more).');
    default:
      return complain(2, `There is no command ${command} (--help lists them).`);
  }
}

async function seeds(words: readonly string[]): Promise<0 | 1 | 2> {
  const read = readSeedsArguments(words);
  switch (read.kind) {
    case 'help':
      process.stdout.write(seedsHelp);
      return 0;
    case 'wrong':
      return complain(2, read.sentence);
    case 'run': {
      const failure = await writeSeeds(read.arguments, say);
      return failure === null ? 0 : complain(1, failure);
    }
    default:
      return read satisfies never;
  }
}

function complain<Code extends 1 | 2>(code: Code, sentence: string): Code {
  process.stderr.write(`palate: ${sentence}\n`);
  return code;
}
