import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

/** What a program used from its start to its end: seconds and megabytes. */
export interface Used {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

const usage = join(import.meta.dirname, 'usage.js');

/** Runs a program of Node over a file as its stdin; its output goes nowhere. */
export async function used(program: readonly string[], stdin: string): Promise<Used> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', usage, ...program], {
    stdio: [openSync(stdin, 'r'), openSync('/dev/null', 'w'), 'inherit', 'pipe'],
  });
  const says = text(child.stdio[3] as Readable);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program.join(' ')} ended with ${code}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(await says) as NodeJS.ResourceUsage;
  const wall = (performance.now() - started) / 1000;
  return { wall, cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
}
