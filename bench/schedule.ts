import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastValueFrom } from 'rxjs';
import { knownSources } from '../src/read/knownSources.js';
import { openNetworks } from '../src/read/networks.js';
import { priceLists } from '../src/sources/prices/index.js';
import { cleanEnv, root } from '../test/cli/ratecard.js';
import { recordingsDir } from '../test/sources/harness.js';
import { boundOf } from './schedule/bound.js';
import { type Idle, idleOf } from './schedule/idle.js';
import { type Account, accounting, accountOf } from './schedule/ownAccount.js';
import type { Told, Waits } from './schedule/slowMirror.js';

/** A live run beside the least time that its requests take. */
export interface ScheduleRow {
  readonly what: string;
  /** The run's wall time, process start included, divided by the bound. */
  readonly ratio: number;
  /** What the ratio may be at most. */
  readonly bar: number;
  readonly wallMs: number;
  /** `boundOf` says what it is. */
  readonly boundMs: number;
  readonly longest: string;
  readonly longestMs: number;
  readonly sumMs: number;
  /** Requests that the mirror answered. */
  readonly requests: number;
  readonly account: Account;
  readonly idle: Idle;
  /** Of the machine when the run began, by the last minute. */
  readonly load: number;
}

export interface ScheduleOptions {
  /** Of the latencies. Default: 1, 2 and 3, since a first run has luck or not with the sources that it begins last. */
  readonly seeds?: readonly number[];
  readonly concurrencies?: readonly number[];
  /** Which runs into a folder. Default: the first, and one again. */
  readonly times?: readonly string[];
  /** All latencies times that: the more, the less the program's own time counts. Default 1. */
  readonly factor?: number;
  /** The program. Default: the checkout's `dist/cli/main.js`. */
  readonly program?: string;
}

const bars: Readonly<Record<number, number>> = { 5: 1.15, 10: 1.3 };

/**
 * Live runs against a mirror that is as slow as hosts are: for each seed and concurrency one into an empty folder, which knows
 * nothing of how long sources take, and one into the same folder again.
 */
export async function schedule({
  seeds = [1, 2, 3],
  concurrencies = [5, 10],
  times = ['first', 'again'],
  factor = 1,
  program = join(root, 'dist/cli/main.js'),
}: ScheduleOptions = {}): Promise<ScheduleRow[]> {
  const rows: ScheduleRow[] = [];
  for (const seed of seeds)
    for (const concurrency of concurrencies) {
      const out = await mkdtemp(join(tmpdir(), 'ratecard-schedule-'));
      for (const time of times)
        rows.push(
          await measured(`${concurrency} at a time, ${time}, seed ${seed}`, {
            seed,
            concurrency,
            factor,
            program,
            out,
          }),
        );
      await rm(out, { recursive: true });
    }
  return rows;
}

/** A run against a mirror that hardly waits: that it runs. */
export const short = (): Promise<ScheduleRow[]> =>
  schedule({ seeds: [1], concurrencies: [10], factor: 0.01, times: ['first'] });

interface Measure {
  readonly seed: number;
  readonly concurrency: number;
  readonly factor: number;
  readonly program: string;
  readonly out: string;
}

async function measured(what: string, { seed, concurrency, factor, program, out }: Measure): Promise<ScheduleRow> {
  const [load = 0] = loadavg();
  const mirror = fork(join(import.meta.dirname, 'schedule/slowMirror.ts'), [seed, factor].map(String), {
    execArgv: ['--import', 'tsx'],
  });
  try {
    const url = ((await told(mirror)) as { url: string }).url;
    const from = performance.timeOrigin + performance.now();
    const args = ['--mirror', url, '--out', out, '--concurrency', String(concurrency), '--quiet'];
    const run = spawn(process.execPath, [...accounting, program, ...args], {
      cwd: root,
      env: cleanEnv(),
      stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    });
    const [account, [code]] = await Promise.all([accountOf(run), once(run, 'exit') as Promise<[number]>]);
    const to = performance.timeOrigin + performance.now();
    if (code !== 0) throw new Error(`the run ended with ${code}`);
    mirror.send('waits');
    const { waits } = (await told(mirror)) as { waits: Waits };
    const bound = boundOf(await allSources(), waits, concurrency);
    return {
      what,
      ratio: (to - from) / bound.ms,
      bar: bars[concurrency] ?? Infinity,
      wallMs: to - from,
      boundMs: bound.ms,
      longest: bound.longestId,
      longestMs: bound.longest,
      sumMs: bound.sum,
      requests: Object.keys(waits).length,
      account,
      idle: idleOf(Object.values(waits), concurrency, { from, to }),
      load,
    };
  } finally {
    mirror.kill();
  }
}

const told = async (mirror: ChildProcess): Promise<Told> => ((await once(mirror, 'message')) as [Told])[0];

async function allSources() {
  const networks = openNetworks({ mode: 'offline', env: {}, recordingsDir });
  return [...priceLists, ...(await lastValueFrom(knownSources(networks)))];
}
