import { hasOutput } from './hasOutput.js';
import { openShipped } from './shipped/openShipped.js';
import { openWritten, type WrittenTable } from './writtenTable.js';

/**
 * What the last run left in a folder, or, where the folder holds nothing that prices are settled by, what came with the
 * program. Undefined where what is there is no table, a damaged one or one of another version.
 */
export const openOnHand = async (out: string): Promise<WrittenTable | undefined> =>
  (await openWritten(out)) ?? ((await hasOutput(out)) ? undefined : openShipped());
