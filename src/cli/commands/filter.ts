import { partIn } from '../../book/offerTexts.js';
import { askedFor } from '../asked.js';
import type { Surroundings } from '../command.js';
import { enrichedLines } from '../enrichedLines.js';
import { usageError } from '../failure.js';
import { filterStdin } from '../lineFilter.js';
import type { Options } from '../options.js';
import { showFiltered } from '../show/filtered.js';

/**
 * The filter: a model record a line in, the same record with its price a line out, all that is not added as it came. At the
 * end the numbers go to stderr.
 */
export async function filterLines(options: Options, surroundings: Surroundings): Promise<number> {
  if (options.provider) throw usageError('--stdin takes records of any provider: leave out --provider');
  const { book, hasTable } = await askedFor(options, surroundings, partIn);
  if (!hasTable) await book.openLists();
  const filter = { holds: 'model record', answer: enrichedLines(book), show: showFiltered('enriched') };
  return filterStdin(filter, options, surroundings);
}
