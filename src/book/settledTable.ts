import type { Model } from '../model/model.js';
import { identified } from './identified.js';
import type { Offers } from './offers.js';
import type { PriceBookOptions } from './priceBook.js';

/** Reads the whole table once it is asked for, each offer with its settled price and its model. */
export function settledTable(
  { table: { providers }, identify }: Pick<PriceBookOptions, 'table' | 'identify'>,
  settledOf: (provider: string) => Promise<readonly Model[]>,
): () => Promise<Offers> {
  let known: Promise<Offers> | undefined;
  return () => (known ??= open());

  async function open(): Promise<Offers> {
    if (!providers) throw new Error('the table does not say which providers it has: open it by openTable');
    const kinds = await providers();
    const offers: Model[] = [];
    for (const id of kinds.keys()) offers.push(...(await settledOf(id)));
    return { offers: identified(offers, identify), kindOf: (id) => kinds.get(id) ?? null };
  }
}
