import { resolve } from 'node:path';
import open from 'open';
import type { Surroundings } from '../command.js';
import { Failure } from '../failure.js';
import { holding } from '../holding.js';
import type { Options } from '../options.js';
import { settledTable } from '../settledTable.js';
import { writeReport } from '../writeReport.js';

/** Writes the page to look at, and with --open shows it; gives the exit code. */
export async function report(options: Options, surroundings: Surroundings): Promise<number> {
  const { out = 'data' } = options;
  const path = await holding(out, options, surroundings, async () =>
    writeReport(out, await settledTable(options, surroundings), surroundings, options),
  );
  if (options.open)
    await open(resolve(path)).catch((error: unknown) => {
      throw new Failure(`no browser could be started (${String(error)}): open ${path} yourself`, 1);
    });
  return 0;
}
