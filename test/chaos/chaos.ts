import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { from, lastValueFrom, mergeMap, toArray } from 'rxjs';
import { commandLine, type Ended, ratecard } from '../cli/ratecard.js';
import { chaosServer } from './chaosServer.js';
import { type ChaosFault, faults } from './faults.js';
import { type Before, broken, knownIn } from './invariants.js';
import { type Scenario, scenario } from './scenario.js';

/** What a run did that it may not. */
export interface Violation {
  readonly scenario: Scenario;
  readonly says: readonly string[];
}

export interface ChaosOptions {
  readonly runs: number;
  readonly seed: number;
  /** Runs at a time. Default 6. */
  readonly atOnce?: number;
}

/** ms that a run may take: its requests time out after two seconds and are tried four times. */
const longest = 60_000;
/** Every so many runs is one of the real program. */
const real = 10;

const common = ['--timeout', '2', '--concurrency', '8', '--quiet'];

/** Runs the program over a folder with a good earlier run, once for each scenario, and gives all that did not hold. */
export async function chaos({ runs, seed, atOnce = 6 }: ChaosOptions): Promise<Violation[]> {
  const dir = await mkdtemp(join(tmpdir(), 'ratecard-chaos-'));
  try {
    const healthy = join(dir, 'healthy');
    const before = await goodRun(healthy);
    const scenarios = fc.sample(scenario, { seed, numRuns: runs });
    const found = await lastValueFrom(
      from(scenarios).pipe(
        mergeMap((one, i) => attempt(one, { healthy, before, out: join(dir, `${i}`), isReal: i % real === 0 }), atOnce),
        toArray(),
      ),
    );
    return found.filter(({ says }) => says.length > 0);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function goodRun(out: string): Promise<Before> {
  const server = await chaosServer();
  const { code, stderr } = await ratecard(['--mirror', server.url, '--out', out, '--concurrency', '20', '--quiet']);
  server.stop();
  if (code !== 0) throw new Error(`the good run ended with ${code}: ${stderr}`);
  return { raw: await knownIn(out, 'providers'), enriched: await knownIn(out, 'providers-enriched') };
}

interface Ground {
  readonly healthy: string;
  readonly before: Before;
  readonly out: string;
  /** The real program, rather than its command line in this process. */
  readonly isReal: boolean;
}

async function attempt(one: Scenario, { healthy, before, out, isReal }: Ground): Promise<Violation> {
  const wrong = new Map(
    Object.entries(one.pages).map(([page, name]) => [page, faults[name] as ChaosFault & { name?: string }]),
  );
  const server = await chaosServer(wrong);
  try {
    await copyOf(healthy, out, one.providers);
    const start = Date.now();
    const ended = await run(isReal, [
      ...['--mirror', server.url, '--out', out, ...common],
      ...one.providers.flatMap((id) => ['--provider', id]),
      ...(one.lists.length > 0 ? ['--prices', one.lists.join(',')] : []),
    ]);
    const ms = Date.now() - start;
    const pages = new Map(
      Object.entries(one.pages).map(([page, name]) => [page, { name, harm: faults[name]?.harm ?? 'none' }]),
    );
    const says = await broken(
      out,
      before,
      {
        ...{ providers: one.providers, pages, asked: new Set(server.asked.keys()) },
        isSettledAlike: one.lists.length === 0,
      },
      ended,
    );
    return { scenario: one, says: [...says, ...(ms > longest ? [`it took ${ms} ms`] : [])] };
  } catch (error) {
    return { scenario: one, says: [`unhandled: ${error instanceof Error ? (error.stack ?? '') : String(error)}`] };
  } finally {
    server.stop();
    await rm(out, { recursive: true, force: true });
  }
}

const run = (isReal: boolean, args: readonly string[]): Promise<Ended> => (isReal ? ratecard(args) : commandLine(args));

/** The part of a good folder that these providers need. */
async function copyOf(healthy: string, out: string, providers: readonly string[]): Promise<void> {
  for (const folder of ['providers', 'providers-enriched']) {
    await mkdir(join(out, folder), { recursive: true });
    for (const id of providers)
      await cp(join(healthy, folder, `${id}.json`), join(out, folder, `${id}.json`)).catch(() => undefined);
  }
  await cp(join(healthy, 'prices'), join(out, 'prices'), { recursive: true });
  for (const file of ['baselines.json', 'run.json']) await cp(join(healthy, file), join(out, file));
}
