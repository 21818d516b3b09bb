import { resolve } from 'node:path';
import open from 'open';
import type { Surroundings } from '../command.js';
import { Failure } from '../failure.js';
import { holding } from '../holding.js';
import type { Options } from '../options.js';
import { settledTable } from '../settledTable.js';
import { tell } from '../tell.js';
import { writeReport } from '../writeReport.js';
import { writeSite } from '../writeSite.js';

/** Writes the page to look at, with --site a site around it, and with --open shows it; gives the exit code. */
export async function report(options: Options, surroundings: Surroundings): Promise<number> {
  const { out = 'data', site, quiet } = options;
  const path = await holding(out, options, surroundings, async () => {
    const table = await settledTable(options, surroundings);
    const written = await writeReport(out, table, surroundings, options);
    if (site !== undefined) {
      const count = await writeSite(site, { ...written, out, table });
      if (!quiet) tell(surroundings.stderr, `Written: a site of ${count.toLocaleString('en')} files to ${site}.`);
    }
    return written.path;
  });
  if (options.open) await show(path);
  return 0;
}

async function show(path: string): Promise<void> {
  await open(resolve(path)).catch((error: unknown) => {
    throw new Failure(`no browser could be started (${String(error)}): open ${path} yourself`, 1);
  });
}
