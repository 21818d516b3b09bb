import type { PriceIndex } from '../match/priceIndex.js';
import { type Run, run as runSchema, runPath } from '../model/run.js';
import type { Baseline } from '../operators/guardEarlier.js';
import type { SettledPrices } from '../operators/settlePrices.js';
import type { Kind } from '../sinks/providerFiles.js';
import { prettyJson, writeAtomically } from '../sinks/writeAtomically.js';
import { writeRun } from '../sinks/writeRun.js';
import { readAs } from '../sinks/earlier.js';
import type { Surroundings } from './command.js';
import { Failure } from './failure.js';
import { manifestOf } from './manifest.js';
import type { Options } from './options.js';
import { showSummary } from './showSummary.js';
import type { Watched } from './watch.js';

interface Conclusion {
  readonly summary: Watched;
  readonly prices: SettledPrices | null;
  readonly index: PriceIndex | null;
  readonly baselines: Readonly<Record<string, Baseline>>;
  readonly kinds: readonly Kind[];
  readonly startedAt: Date;
  readonly options: Options;
  readonly surroundings: Pick<Surroundings, 'stderr'>;
}

/** Writes what a run leaves beside the providers' files, shows the summary, and gives the exit code. */
export async function conclude(conclusion: Conclusion): Promise<number> {
  const { summary, options, surroundings } = conclusion;
  if (summary.lost.length > 0) {
    throw new Failure(
      `rows were lost on the way (${summary.lost.join(', ')}): a defect of ratecard, please report it`,
      1,
    );
  }
  const run = await write(conclusion);
  if (!options.quiet) showSummary(run, options, surroundings, summary);
  if (run.totals.models === 0)
    throw new Failure('no provider could be read: see the errors above, or try --offline', 1);
  const asked = Object.entries({ ...run.providers, ...(run.prices && { 'the price list': run.prices }) });
  const failed = asked.filter(([, { status, error }]) => status === 'failed' || error !== null);
  if (options.strict && failed.length > 0) {
    throw new Failure(
      `--strict: ${failed.length} failed: ${failed
        .slice(0, 5)
        .map(([id]) => id)
        .join(', ')}${failed.length > 5 ? ' …' : ''}`,
      1,
    );
  }
  return 0;
}

/** Writes the manifest, which it gives, and before it the other files, unless the models went to stdout; nothing in a dry run. */
async function write({ summary, prices, index, baselines, kinds, startedAt, options }: Conclusion): Promise<Run> {
  const { out = 'data', stdout, dryRun } = options;
  const before = await readAs(runSchema, out, runPath);
  const facts = { options, startedAt, index, earlier: before?.outcomes ?? {}, isDownload: kinds.includes('raw') };
  const manifest = (files: Run['files']) => manifestOf(summary, prices, { ...facts, files });
  if (!dryRun && stdout === undefined) return writeRun(out, { summary, prices, baselines, kinds, manifest });
  const run = manifest({});
  if (!dryRun) await writeAtomically(out, runPath, prettyJson(run));
  return run;
}
