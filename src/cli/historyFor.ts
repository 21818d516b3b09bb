import type { PriceHistory } from '../history/priceHistory.js';
import { openHistory } from '../store/openHistory.js';
import { historyPath } from '../store/paths.js';
import { Failure, usageError } from './failure.js';
import type { Options } from './options.js';
import { versionOf } from './versionOf.js';

/**
 * The price history of the output folder, of the version that --as-of names; undefined where it has none, or where --prices
 * names whose word is asked, which a history does not say. Fails where it is needed and not there.
 */
export async function historyFor(
  { out = 'data', prices, asOf }: Options,
  isNeeded = asOf !== undefined,
): Promise<PriceHistory | undefined> {
  if (prices !== undefined) {
    if (isNeeded) throw usageError('the history has the prices of all lists together: leave out --prices');
    return undefined;
  }
  const history = await openHistory(out, (asOf !== undefined && versionOf(asOf)) || undefined);
  if (!history && isNeeded) throw new Failure(`${out}/${historyPath} is not there: \`ratecard run\` begins it`, 1);
  return history;
}
