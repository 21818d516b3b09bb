import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import { perMillion, stated } from '../parse/money.js';
import { holdsOn, isDated, termOf } from '../parse/terms.js';
import { tokenPrice } from '../parse/tokenPrice.js';
import { tokens } from '../parse/tokens.js';
import { unreadCells } from '../parse/unreadCells.js';

type Cells = { readonly [field in 'input' | 'output' | 'cacheRead' | 'cacheWrite' | 'cacheWrite1h']: string | null };

/** What the pages show of one model's prices. */
interface Prices {
  readonly day: string | null;
  readonly prices: readonly (Cells & { readonly condition: string | null })[];
  readonly levels: readonly (Cells & { readonly tier: string | null })[];
  /** Input and output of the overview in one cell. */
  readonly price: string | null;
}

/** The row in force on the page's day is the price; the others, and those of other service levels, are tiers. */
export function priceOf(model: Prices): Pick<Draft, 'cost' | 'tiers' | 'issues'> {
  const entries = model.prices.map(({ condition, ...shown }) => {
    const words = condition ?? '';
    const [term, isLong] = [termOf(words), isForLong(words)];
    const isKnown = words === '' || isDated(term) || /prompts?|tokens/i.test(words);
    return { term, isLong, variant: isKnown ? '' : words, above: isLong ? tokens(words) : null, cost: costOf(shown) };
  });
  const base = entries.find(
    ({ term, isLong, variant }) => !isLong && variant === '' && (model.day === null || holdsOn(term, model.day)),
  );
  const tiers = entries.flatMap(({ term, above, isLong, variant, cost }): Tier[] => {
    if (isLong ? above === null : !isDated(term) && variant === '') return [];
    const when = { ...(above !== null && { contextAbove: above }), ...term, ...(variant && { variant }) };
    return [{ when, cost: stated(cost) }];
  });
  const levels = model.levels.flatMap(({ tier, ...shown }): Tier[] =>
    tier ? [{ when: { serviceTier: tier }, cost: stated(costOf(shown)) }] : [],
  );
  const cost = (model.prices.length > 0 ? base?.cost : overviewCost(model.price)) ?? {};
  return { cost, tiers: [...tiers, ...levels], issues: [...model.prices, ...model.levels].flatMap(unreadIn) };
}

/** "for prompts over 100,000 tokens"; not "up to" or "≤". */
const isForLong = (condition: string): boolean =>
  /prompts?|tokens/i.test(condition) && !/≤|<|\b(up to|under|below|less|within|at most)\b/i.test(condition);

const costOf = (shown: Cells) => ({
  input: tokenPrice(shown.input),
  output: tokenPrice(shown.output),
  cacheRead: tokenPrice(shown.cacheRead),
  cacheWrite: tokenPrice(shown.cacheWrite),
  cacheWrite1h: tokenPrice(shown.cacheWrite1h),
});

const unreadIn = ({ input, output, cacheRead, cacheWrite, cacheWrite1h }: Cells) =>
  unreadCells({ input, output, cacheRead, cacheWrite, cacheWrite1h });

/** "$5 / input MTok<br/>$25 / output MTok" with any or no break, or "$5 / $25 per MTok (input / output)". */
function overviewCost(cell: string | null): NonNullable<Draft['cost']> {
  const before = (word: string) => new RegExp(String.raw`\$\s*([\d.,]+)\s*/\s*${word}`, 'i').exec(cell ?? '')?.[1];
  const isPair = /\(\s*input\s*\/\s*output\s*\)/i.test(cell ?? '');
  const pair = isPair ? /\$\s*([\d.]+)\s*\/\s*\$\s*([\d.]+)/.exec(cell ?? '') : null;
  return { input: perMillion(pair?.[1] ?? before('input')), output: perMillion(pair?.[2] ?? before('output')) };
}
