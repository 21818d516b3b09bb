import type { Draft } from '../../model/draft.js';
import { conditionOf } from '../parse/conditionOf.js';
import { inTiers } from '../parse/inTiers.js';
import { wordedPrices } from '../parse/wordedPrices.js';

/** The cell of a model's price, and the level of service of its table ('' for the standard one). */
export interface PriceCell {
  readonly text: string | null;
  readonly level: string | null;
}

/** What a model's cells say: the first standard one is its price, those of other levels are tiers. */
export function pricesOf(cells: readonly PriceCell[]): Pick<Draft, 'cost' | 'tiers' | 'issues'> {
  const read = cells.map(({ text, level }) => ({
    when: conditionOf('', level ?? ''),
    ...wordedPrices(text ?? '', unitOf),
  }));
  const unread = read.flatMap((cell) => cell.unread);
  return { ...inTiers(read), issues: unread.map((detail) => ({ code: 'unread-price', detail })) };
}

/** "$0.15 input$0.60 output" are prices per 1M tokens. */
const unitOf = (words: string): string =>
  /^(cached )?input$|^output$/i.test(words) ? `million ${words} tokens` : words;

/** What the page says where it shows no amount. */
export function whyNoPrice(model: string, cells: readonly PriceCell[]): Pick<Draft, 'noPrice'> {
  const shown = cells.map(({ text }) => text ?? '').join(' ');
  if (/contact\s*sales/i.test(shown)) return { noPrice: 'the page says to contact sales' };
  const isSystem = model.startsWith('groq/compound') && !shown.includes('$');
  return isSystem ? { noPrice: 'a system without a price of its own: what it calls is billed' } : {};
}
