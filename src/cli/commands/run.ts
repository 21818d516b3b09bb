import { readTable } from '../../store/enriched.js';
import type { Surroundings } from '../command.js';
import { execute } from '../execute.js';
import { listsOf } from '../lists.js';
import { usageError } from '../failure.js';
import { holding } from '../holding.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';
import { providersOf } from '../providers.js';
import { writeReport } from '../writeReport.js';

/** Downloads, settles and writes as the options say; gives the exit code. */
export async function runAll(options: Options, surroundings: Surroundings): Promise<number> {
  if (options.report && (options.dryRun || options.stdout !== undefined))
    throw usageError('--report is made of the files that a run writes: leave out --dry-run and --stdout');
  const { lists, networks } = await listsOf(options, networksOf(options, surroundings));
  const sources = await providersOf(options, networks);
  const afterwards = options.report ? () => reportOf(options, surroundings) : undefined;
  return execute(
    { networks, lists, datasets: ['raw', 'enriched'], afterwards, ...(sources && { sources }) },
    options,
    surroundings,
  );
}

async function reportOf(options: Options, surroundings: Surroundings): Promise<void> {
  const { out = 'data' } = options;
  if (!surroundings.isStopped())
    await holding(out, options, surroundings, async () =>
      writeReport(out, await readTable(out), surroundings, options),
    );
}
