import type { Surroundings } from '../command.js';
import { enrichedLines } from '../enrichedLines.js';
import { filterStdin } from '../lineFilter.js';
import { openBookFor } from '../lists.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';
import { showFiltered } from '../show/filtered.js';

/**
 * The filter: a model record a line in, the same record with its price a line out, all that is not added as it came. At the
 * end the numbers go to stderr.
 */
export async function filterLines(options: Options, surroundings: Surroundings): Promise<number> {
  const book = await openBookFor(options, networksOf(options, surroundings));
  const filter = { holds: 'model record', answer: enrichedLines(book), show: showFiltered('enriched') };
  return filterStdin(filter, options, surroundings);
}
