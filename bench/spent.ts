import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** What a program spent from its start to its end. */
export interface Spent {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Megabytes at most. */
  readonly memory: number;
  readonly stdout: string;
}

/** Runs a program of Node; an error where it ends with another code than 0. */
export async function spent(...program: readonly string[]): Promise<Spent> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'usage.js'), ...program], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const [stdout, usage] = [text(child.stdout as Readable), text(child.stdio[3] as Readable)];
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program.join(' ')} ended with ${code ?? 'a signal'}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(await usage) as NodeJS.ResourceUsage;
  const wallMs = performance.now() - started;
  return { wallMs, cpuMs: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024, stdout: await stdout };
}
