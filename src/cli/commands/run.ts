import type { Surroundings } from '../command.js';
import { execute } from '../execute.js';
import { listsOf } from '../lists.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';
import { providersOf } from '../providers.js';

/** Downloads, settles and writes as the options say; gives the exit code. */
export async function runAll(options: Options, surroundings: Surroundings): Promise<number> {
  const { lists, networks } = await listsOf(options, networksOf(options, surroundings));
  const sources = await providersOf(options, networks);
  return execute(
    { networks, lists, datasets: ['raw', 'enriched'], ...(sources && { sources }) },
    options,
    surroundings,
  );
}
