import type { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import { amount, count, flag, part, parts, text } from '../parse/fields.js';
import { isDollar } from '../parse/isDollar.js';
import { isVariable, perMillion, scaled, stated } from '../parse/money.js';
import { paidFirst } from '../parse/paidFirst.js';
import { statedTier } from '../parse/statedTier.js';

/** The same price twice: in 1e-4 USD per 1M tokens, and, in newer rows, in USD per 1M tokens. */
const price = part({ price_per_m: amount, price_per_m_decimal: amount });
const pricing = part({ prompt: price, completion: price, input_cache_read: price, input_cache_write: price });

/** The price fields of a row. */
export const prices = {
  input_token_price_per_m: amount,
  output_token_price_per_m: amount,
  pricing,
  currency: text,
  is_tiered_billing: flag,
  tiered_billing_configs: parts({ min_tokens: count, max_tokens: count, pricing }),
};
type Row = z.infer<z.ZodObject<typeof prices>>;
type Step = Row['tiered_billing_configs'][number];
type Price = Row['pricing']['prompt'];
type Cost = NonNullable<Draft['cost']>;
type Priced = Pick<Draft, 'cost' | 'tiers' | 'priceStatus' | 'noPrice' | 'issues'>;

/**
 * The price of a row. A model that is billed in steps has zeros in the flat fields: its first step is the price, the
 * others are tiers. Zeros without steps are free.
 */
export function priceOf(model: Row): Priced {
  const { pricing: nested, input_token_price_per_m: input, output_token_price_per_m: output } = model;
  if ([input, output, nested.prompt.price_per_m, nested.completion.price_per_m].some(isVariable))
    return { priceStatus: 'variable' };
  const flat = {
    ...costOf(nested),
    input: paidFirst(tenThousandths(input), valueOf(nested.prompt)),
    output: paidFirst(tenThousandths(output), valueOf(nested.completion)),
  };
  if (model.currency && !isDollar(model.currency)) return inOther(model.currency.toUpperCase(), flat);
  if (model.is_tiered_billing || model.tiered_billing_configs.length > 0) return inSteps(flat, model);
  if (Object.values(flat).some((price) => price !== null && price > 0)) return { cost: paid(flat) };
  return { cost: flat, ...(flat.input === 0 && flat.output === 0 && { priceStatus: 'free' }) };
}

/** "the prices are in CNY: 1.4 in, 4.4 out per 1M tokens". */
function inOther(currency: string, { input, output }: Cost): Priced {
  const [taken, given] = [input, output].map((each) => scaled(each, 1000) ?? '?');
  return { noPrice: `the prices are in ${currency}: ${taken} in, ${given} out per 1M tokens` };
}

/** The steps in the order of the prompt's length. */
function inSteps(flat: Cost, model: Row): Priced {
  const steps = model.tiered_billing_configs.toSorted((a, b) => (a.min_tokens ?? 0) - (b.min_tokens ?? 0));
  const [first] = steps;
  const base = first && (first.min_tokens ?? 0) <= 1 ? paid(costOf(first.pricing)) : {};
  const cost = Object.keys(base).length > 0 ? base : paid(flat);
  const tiers = steps.flatMap((step, i) => tierOf(step, steps[i - 1]));
  if (Object.keys(cost).length > 0 || tiers.length > 0) return { cost, tiers };
  return { issues: [{ code: 'unread-price', detail: 'billed in steps that the list does not tell' }] };
}

/** A step begins where the one before it ends; the first one, from the first token on, is the price itself. */
function tierOf({ min_tokens: from, pricing: own }: Step, before: Step | undefined): Tier[] {
  const above = before?.max_tokens ?? from ?? 0;
  return statedTier(above > 1 ? { contextAbove: above } : null, paid(costOf(own)));
}

const costOf = (nested: Row['pricing']) => ({
  input: valueOf(nested.prompt),
  output: valueOf(nested.completion),
  cacheRead: valueOf(nested.input_cache_read),
  cacheWrite: valueOf(nested.input_cache_write),
});

const tenThousandths = (quoted: unknown): number | null => scaled(quoted, 1, 10_000_000);

/** The whole number, unless it is 0 beside a fraction that it is too coarse for. */
const valueOf = ({ price_per_m: whole, price_per_m_decimal: decimal }: Price): number | null =>
  paidFirst(tenThousandths(whole), perMillion(decimal));

/** A cache at 0 beside tokens that are not is one that has no price. */
const paid = ({ input, output, cacheRead, cacheWrite }: Cost) =>
  stated({
    ...(input || output ? { input, output } : {}),
    cacheRead: cacheRead || null,
    cacheWrite: cacheWrite || null,
  });
