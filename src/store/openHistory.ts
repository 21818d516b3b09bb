import { type PriceHistory, priceHistory } from '../history/priceHistory.js';
import { readHistory } from './history.js';

/**
 * Opens the price history of an output folder; undefined where it has none. With `asOf` it is the version of that moment: what
 * later runs wrote does not count.
 *
 * Rejects with a `BadFile` for a history that is damaged.
 */
export async function openHistory(out: string, asOf?: Date): Promise<PriceHistory | undefined> {
  const { head, lines } = await readHistory(out);
  return head ? priceHistory(lines, asOf?.getTime()) : undefined;
}
