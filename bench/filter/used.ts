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

const [usage, again] = ['usage.js', 'again.js'].map((name) => join(import.meta.dirname, name)) as [string, string];

/** What a program reads: a file, or so many lines, those of the file again and again. */
export interface Input {
  readonly file: string;
  readonly lines?: number;
}

/** Runs a program of Node over an input as its stdin; its output goes nowhere. */
export async function used(program: readonly string[], input: Input): Promise<Used> {
  const started = performance.now();
  const source = input.lines === undefined ? openSync(input.file, 'r') : linesOf(input.file, input.lines);
  const child = spawn(process.execPath, ['--import', usage, ...program], {
    stdio: [source, openSync('/dev/null', 'w'), 'inherit', 'pipe'],
  });
  const says = text(child.stdio[3] as Readable);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program.join(' ')} ended with ${code}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(await says) as NodeJS.ResourceUsage;
  const wall = (performance.now() - started) / 1000;
  return { wall, cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
}

/** The end of a pipe into which another process writes the lines. */
const linesOf = (file: string, lines: number): Readable =>
  spawn(process.execPath, [again, file, String(lines)], { stdio: ['ignore', 'pipe', 'inherit'] }).stdout;
