import { type ChildProcess } from 'node:child_process';
import { json } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

/** What a program says of itself when it ends. */
export interface Account {
  /** CPU, user and system, in ms. */
  readonly cpuMs: number;
  /** The longest time for which it answered nobody, in ms. */
  readonly blockedMs: number;
  /** Its memory at most, in MB. */
  readonly memoryMb: number;
}

const script = `
import { writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const account = { cpuMs: (userCPUTime + systemCPUTime) / 1e3, blockedMs: delay.max / 1e6, memoryMb: maxRSS / 1024 };
  writeSync(3, JSON.stringify(account));
});`;

/** Arguments of node under which a program accounts for itself to its fourth stream, which `accountOf` reads. */
export const accounting: readonly string[] = ['--import', `data:text/javascript,${encodeURIComponent(script)}`];

export const accountOf = (program: ChildProcess): Promise<Account> =>
  json(program.stdio[3] as Readable) as Promise<Account>;
