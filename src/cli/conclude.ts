import type { PriceIndex } from '../match/priceIndex.js';
import type { Baseline } from '../operators/guardEarlier.js';
import type { SettledPrices } from '../operators/settlePrices.js';
import type { Summary } from '../operators/summarize.js';
import type { Kind } from '../sinks/providerFiles.js';
import { prettyJson, writeAtomically } from '../sinks/writeAtomically.js';
import { writeRun } from '../sinks/writeRun.js';
import type { Surroundings } from './command.js';
import { Failure } from './failure.js';
import { manifestOf } from './manifest.js';
import type { Options } from './options.js';
import { showSummary } from './showSummary.js';
import type { Run } from '../model/run.js';

export interface Conclusion {
  readonly summary: Summary;
  readonly prices: SettledPrices | null;
  readonly index: PriceIndex | null;
  readonly baselines: Readonly<Record<string, Baseline>>;
  readonly kinds: readonly Kind[];
  readonly startedAt: Date;
  readonly options: Options;
  readonly surroundings: Pick<Surroundings, 'stderr'>;
}

/** Writes what a run leaves beside the providers' files, shows the summary, and gives the exit code. */
export async function conclude({
  summary,
  prices,
  index,
  baselines,
  kinds,
  startedAt,
  options,
  surroundings,
}: Conclusion): Promise<number> {
  if (summary.lost.length > 0) {
    throw new Failure(
      `rows were lost on the way (${summary.lost.join(', ')}): a defect of ratecard, please report it`,
      1,
    );
  }
  const manifest = (files: Run['files']) => manifestOf(summary, prices, { options, startedAt, files, index });
  const out = options.out ?? 'data';
  if (options.stdout !== undefined && !options.dryRun) await writeAtomically(out, 'run.json', prettyJson(manifest({})));
  else if (!options.dryRun) await writeRun(out, { summary, prices, baselines, kinds, manifest });

  const run = manifest({});
  if (!options.quiet) showSummary(run, options, surroundings);
  if (run.totals.models === 0)
    throw new Failure('no provider could be read: see the errors above, or try --offline', 1);
  const failed = Object.entries(run.providers).filter(([, { status, error }]) => status === 'failed' || error !== null);
  if (options.strict && failed.length > 0) {
    throw new Failure(
      `--strict: ${failed.length} of ${Object.keys(run.providers).length} providers failed (${failed
        .slice(0, 5)
        .map(([id]) => id)
        .join(', ')}${failed.length > 5 ? ' …' : ''})`,
      1,
    );
  }
  return 0;
}
