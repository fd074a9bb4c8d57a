#!/usr/bin/env node
// The terminal program: this file is what is run, once to obey and once more for each thread that paints.
import { isMainThread } from 'node:worker_threads';
import { servePainting } from './paint-threads.ts';
import { runCommand } from './run-command.ts';

if (isMainThread) {
  // `palate ... | head` closes the pipe early: that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.exitCode = await runCommand(process.argv.slice(2));
} else servePainting();
