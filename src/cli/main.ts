#!/usr/bin/env node
import { fromEvent, merge, share, take, tap } from 'rxjs';
import { interrupted } from './execute.js';
import { Failure } from './failure.js';
import { programOf } from './program.js';

let isStopped = false;
const stop = merge(fromEvent(process, 'SIGINT'), fromEvent(process, 'SIGTERM')).pipe(
  take(1),
  tap(() => (isStopped = true)),
  share(),
);

const { stdin, stdout, stderr, env } = process;
process.exitCode = await programOf({ stdin, stdout, stderr, env, stop, isStopped: () => isStopped }, process.argv).then(
  (code) => (isStopped ? interrupted : code),
  (error: unknown) => {
    if (isStopped) return interrupted;
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
    // The file system's word, such as a full disk, is for the user to hear; all else is a defect and shows its stack.
    const isSystem = error instanceof Error && 'syscall' in error;
    if (!(error instanceof Failure) && !isSystem) throw error;
    stderr.write(`error: ${error.message}\n`);
    return error instanceof Failure ? error.exitCode : 1;
  },
);
