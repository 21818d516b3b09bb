import type { Draft } from '../../model/draft.js';
import type { Issue, Tier } from '../../model/model.js';
import { perMillion, stated } from '../parse/money.js';
import { unitPrice } from '../parse/unitPrice.js';

/** The cell of a model's price, and the level of service of its table ('' for the standard one). */
export interface PriceCell {
  readonly text: string | null;
  readonly level: string | null;
}

/** The words that a price per 1M tokens stands before. */
const tokenWords: Readonly<Record<string, 'input' | 'output' | 'cacheRead'>> = {
  input: 'input',
  output: 'output',
  'cached input': 'cacheRead',
};

/** What a model's cells say: the first standard one is its price, those of other levels are tiers. */
export function pricesOf(cells: readonly PriceCell[]): Pick<Draft, 'cost' | 'tiers' | 'issues'> {
  const read = cells.map(({ text, level }) => ({ level, ...amountsIn(text ?? '') }));
  const base = read.find(({ level }) => !level);
  return {
    cost: base?.cost ?? {},
    tiers: read.flatMap(({ level, cost }): Tier[] =>
      level && Object.keys(cost).length > 0 ? [{ when: { serviceTier: level }, cost }] : [],
    ),
    issues: read.flatMap(({ issues }) => issues),
  };
}

/** "$0.15 input$0.60 output", "$0.111 per hour", "$40.00 per 1M characters": amounts, each with its words behind it. */
function amountsIn(text: string): { cost: Tier['cost']; issues: Issue[] } {
  const found = [...text.matchAll(/\$\s*([\d.,]+)\s*([^$]*)/g)].map(([shown, quoted = '', words = '']) => {
    const amount = quoted.replaceAll(',', '');
    const field = tokenWords[words.trim().toLowerCase()];
    const cost = field ? { [field]: perMillion(amount) } : unitPrice(words.replace(/^\s*\/\s*/, ''), amount);
    return { shown: shown.trim(), cost: stated(cost) };
  });
  return {
    cost: Object.assign({}, ...found.map(({ cost }) => cost)) as Tier['cost'],
    issues: found.flatMap(({ shown, cost }) =>
      Object.keys(cost).length === 0 ? [{ code: 'unread-price', detail: shown }] : [],
    ),
  };
}

/** What the page says where it shows no amount. */
export function whyNoPrice(model: string, cells: readonly PriceCell[]): Pick<Draft, 'noPrice'> {
  const shown = cells.map(({ text }) => text ?? '').join(' ');
  if (/contact\s*sales/i.test(shown)) return { noPrice: 'the page says to contact sales' };
  const isSystem = model.startsWith('groq/compound') && !shown.includes('$');
  return isSystem ? { noPrice: 'a system without a price of its own: what it calls is billed' } : {};
}
