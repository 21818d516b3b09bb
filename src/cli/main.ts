#!/usr/bin/env node
import { tell } from './tell.js';
import { setFlagsFromString } from 'node:v8';
import { Failure, interrupted } from './failure.js';
import { programOf } from './program.js';
import { Signals } from './signals.js';
import { v8FlagsFor } from './v8Flags.js';
import { isSystemError, sayingOf } from '../sinks/systemError.js';

for (const flag of v8FlagsFor(process.versions.node, process.argv.slice(2))) setFlagsFromString(flag);

const signals = new Signals();
const { isStopped } = signals;

const { stdin, stdout, stderr, env } = process;
let lastError: unknown;

/** Says what went wrong, once, and gives the exit code. A reader that has enough of stdout is no error. */
function exitCodeOf(error: unknown): number {
  if (isStopped()) return interrupted;
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
  // The file system's word, such as a full disk, is for the user to hear; all else is a defect and shows its stack.
  const isSystem = isSystemError(error);
  const isDefect = !(error instanceof Failure) && !isSystem;
  const says = isSystem ? sayingOf(error) : (error as Error).message;
  if (error !== lastError) tell(stderr, ...(isDefect ? defectLines(error) : [`error: ${says}`]));
  lastError = error;
  return error instanceof Failure ? error.exitCode : 1;
}

/** A defect with where it happened; its message is one line, for it may be of others' words. */
function defectLines(error: unknown): string[] {
  const says = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return [`error: a defect of ratecard, please report it: ${says}`, ...stack];
}

const end = (code: number): void => {
  process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
};

stdout.on('error', (error) => end(exitCodeOf(error)));
// What can't be said is no reason to stop.
stderr.on('error', () => undefined);
await programOf({ stdin, stdout, stderr, env, stop: signals, isStopped }, process.argv).then(
  (code) => end(isStopped() ? interrupted : code),
  (error: unknown) => end(exitCodeOf(error)),
);
