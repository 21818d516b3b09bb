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
    if (!(error instanceof Failure)) throw error;
    stderr.write(`error: ${error.message}\n`);
    return error.exitCode;
  },
);
