import { enrichRecord } from '../../book/enrichRecord.js';
import type { PriceBook } from '../../book/priceBook.js';
import type { Surroundings } from '../command.js';
import { filterStdin, type LineAnswer, objectOf } from '../lineFilter.js';
import { openBookFor } from '../lists.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';
import { showFiltered } from '../show/filtered.js';

/**
 * The filter: a model record a line in, the same record with its price a line out, unknown fields kept. At the end the numbers
 * go to stderr.
 */
export async function filterLines(options: Options, surroundings: Surroundings): Promise<number> {
  const book = await openBookFor(options, networksOf(options, surroundings));
  const filter = {
    holds: 'model record',
    answer: (line: string) => answerTo(line, book),
    show: showFiltered('enriched'),
  };
  return filterStdin(filter, options, surroundings);
}

/** The line's record with its price, or why there is none. */
async function answerTo(line: string, book: PriceBook): Promise<LineAnswer> {
  const record = objectOf(line);
  if (!record) return { why: 'is not a JSON object: each line holds one model record' };
  try {
    return { text: JSON.stringify(await enrichRecord(record, book)) };
  } catch (error) {
    // Such as a record too deep to be written.
    const says = error instanceof Error ? error.message : String(error);
    return { why: `can't be enriched (${says}): take it out, or add --on-error pass or drop` };
  }
}
