import type { Draft } from '../../model/draft.js';
import { strayIssues } from '../parse/strayIssues.js';
import { isFree, isInEuro, priceOf, type Shown, unreadIn } from './prices.js';

/** What a row of a price page says of the price. */
export function saidOfPrice(
  cells: { readonly [cell in keyof Shown]: string | null } & { readonly stray: readonly string[] | null },
) {
  const shown: Shown = { input: cells.input ?? '', cached: cells.cached ?? '', output: cells.output ?? '' };
  return {
    cost: priceOf(shown),
    issues: [...(isInEuro(shown) ? [] : unreadIn(shown)), ...strayIssues(cells.stray)],
    ...(isFree(shown) && { priceStatus: 'free' as const }),
    ...(isInEuro(shown) && { noPrice: 'the page shows its price in euro only' }),
  } satisfies Partial<Draft>;
}
