import type { Written } from '../model/events.js';
import { priceFileOf, pricePath } from '../model/priceFile.js';
import { type Run, runPath } from '../model/run.js';
import type { Summary } from '../operators/summarize.js';
import type { SettledPrices } from '../operators/settlePrices.js';
import type { Baseline } from '../operators/guardEarlier.js';
import { deadLetters, rejectedPath } from './deadLetters.js';
import { baselinesPath } from './earlier.js';
import type { Kind } from './providerFiles.js';
import { prettyJson, writeAtomically } from './writeAtomically.js';

/** What a run leaves beside the providers' files. */
export interface RunFiles {
  readonly summary: Summary;
  readonly prices: SettledPrices | null;
  /** What earlier runs saw of the providers that this one did not read. */
  readonly baselines: Readonly<Record<string, Baseline>>;
  /** Dead letters and baselines belong to the raw files. */
  readonly kinds: readonly Kind[];
  readonly manifest: (files: Run['files']) => Run;
}

/**
 * Writes the dead letters, the price list, the baselines and, last, the manifest, which it gives; sorted, each whole or
 * not at all.
 */
export async function writeRun(dir: string, { summary, prices, baselines, kinds, manifest }: RunFiles): Promise<Run> {
  const written: Written[] = [];
  if (kinds.includes('raw')) {
    written.push(await writeAtomically(dir, rejectedPath, await deadLetters(dir, summary)));
    await writeAtomically(dir, baselinesPath, prettyJson(sorted({ ...baselines, ...summary.baselines })));
  }
  if (prices?.list && prices.status !== 'stale') {
    written.push(await writeAtomically(dir, pricePath(prices.list.source), prettyJson(priceFileOf(prices.list))));
  }
  const files = { ...summary.files, ...Object.fromEntries(written.map(({ path, sha256 }) => [path, sha256])) };
  const run = manifest(sorted(files));
  await writeAtomically(dir, runPath, prettyJson(run));
  return run;
}

const sorted = <Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
