import type { ProviderFile } from '../model/providerFile.js';
import { readTable } from '../store/enriched.js';
import { hasOutput } from '../store/hasOutput.js';
import { folders } from '../store/paths.js';
import { shippedTable } from '../store/shipped/shippedTable.js';
import type { Surroundings } from './command.js';
import { tell } from './tell.js';

/**
 * The table of the last run into a folder, or, which it says, the shipped one where there was none: each provider's file,
 * sorted by id. Undefined where the folder has no table but something that prices are settled by, or where none ships: then
 * the recordings are asked, which it says too.
 */
export async function tableOnHand(
  out: string,
  { stderr }: Pick<Surroundings, 'stderr'>,
): Promise<ProviderFile[] | undefined> {
  const written = await readTable(out);
  if (written.length > 0) return written;
  const shipped = (await hasOutput(out)) ? [] : await shippedTable();
  const asked = shipped.length > 0 ? 'the table that came with ratecard is' : 'the recordings are';
  tell(stderr, `${out}/${folders.enriched} holds no models: ${asked} asked.`);
  return shipped.length > 0 ? shipped : undefined;
}
