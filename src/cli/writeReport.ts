import type { ProviderFile } from '../model/providerFile.js';
import { believedNow } from '../model/clock.js';
import { pageProgram } from '../report/pageProgram.js';
import { readWritten } from '../report/readWritten.js';
import { reportOf } from '../report/reportOf.js';
import { reportPage } from '../report/reportPage.js';
import { writeAtomically } from '../sinks/writeAtomically.js';
import { reportPath } from '../store/paths.js';
import type { Surroundings } from './command.js';
import { tell } from './tell.js';

/** Writes the page of a table, with what stands beside it in the folder; gives its path and what it is. */
export async function writeReport(
  out: string,
  table: readonly ProviderFile[],
  { stderr }: Pick<Surroundings, 'stderr'>,
  { quiet }: { readonly quiet?: boolean | undefined } = {},
): Promise<{ path: string; page: string }> {
  const data = reportOf(await readWritten(out, table), believedNow(Date.now()));
  const page = reportPage(data, await pageProgram());
  await writeAtomically(out, reportPath, page);
  const path = `${out}/${reportPath}`;
  if (!quiet) tell(stderr, `Written: the page to ${path} (${Math.ceil(page.length / 1024).toLocaleString('en')} KB).`);
  return { path, page };
}
