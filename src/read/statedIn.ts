import type { Page } from '../model/page.js';
import { tokenUnit } from '../model/shape.js';
import type { Kind } from '../sources/kind.js';
import { pagesPerMillion } from './pagesPerMillion.js';
import { priceKeysIn } from './priceKeysIn.js';

interface Read<Item> {
  readonly pages: readonly Pick<Page, 'body'>[];
  readonly rows: readonly unknown[];
  readonly items: readonly Item[];
}

/** How often each price is stated, by the records made of the rows and by the keys of the rows, and the unit by the pages. */
export function statedIn<Out, Item>(
  { pages, rows, items }: Read<Item>,
  { prices }: Pick<Kind<Out, Item>, 'prices'>,
): Record<string, number> {
  const counts = priceKeysIn(rows);
  for (const name of items.flatMap(prices))
    counts[name] = ((Object.hasOwn(counts, name) ? counts[name] : undefined) ?? 0) + 1;
  const named = pagesPerMillion(pages);
  return named > 0 ? { ...counts, [tokenUnit]: named } : counts;
}
