import type { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import type { Issue } from '../../model/pricing.js';
import { amount, part, parts, text } from '../parse/fields.js';
import { grouped } from '../parse/grouped.js';
import { isDollar } from '../parse/isDollar.js';
import { perUnit, stated } from '../parse/money.js';
import { withoutZeros } from '../parse/withoutZeros.js';
import { conditions, type Range, rangeOf } from './range.js';
import { inUnit, kinds, type PriceKind } from './unit.js';

const entries = parts({ value: amount, unit: text, currency: text, conditions });

/** A list of prices for each kind, with unit and conditions. */
export const pricings = part({
  prompt: entries,
  completion: entries,
  input_cache_read: entries,
  input_cache_write: entries,
  input_cache_write_5_min: entries,
  input_cache_write_1_h: entries,
  audio_input: entries,
});
type Pricings = z.infer<typeof pricings>;
type Cost = NonNullable<Draft['cost']>;
type Field = keyof Cost;

/** One price, in the record's unit, with the range that it holds for. */
interface Quote {
  readonly field: Field;
  readonly price: number;
  readonly range: Range;
}

/** The price for the shortest prompt is the model's own, the others are tiers. 0 throughout is how the list says free. */
export function priceOf(model: Pricings): Pick<Draft, 'cost' | 'tiers' | 'priceStatus' | 'noPrice' | 'issues'> {
  const quotes: Quote[] = [];
  const issues: Issue[] = [];
  for (const kind of kinds) for (const one of model[kind]) read(kind, one, model, quotes, issues);
  const said = settled(quotes, issues);
  const base = Object.fromEntries(
    said.filter(({ range }) => range.key === '').map(({ field, price }) => [field, price]),
  );
  const tiers = tiersOf(said, base);
  const isFree = quotes.length > 0 && issues.length === 0 && quotes.every(({ price }) => price === 0);
  if (isFree) return { cost: base, priceStatus: 'free' };
  const isVariable = (['input', 'output'] as const).some(
    (field) => quotes.some((one) => one.field === field) && base[field] === undefined,
  );
  return {
    cost: withoutZeros(isVariable ? { ...base, input: null, output: null } : base),
    tiers,
    issues,
    ...(isVariable && { priceStatus: 'variable' }),
  };
}

type Entry = Pricings['prompt'][number];

function read(kind: PriceKind, entry: Entry, model: Pricings, quotes: Quote[], issues: Issue[]): void {
  const price = perUnit(entry.value);
  if (price === null) return;
  const told = `${kind}: ${price} ${entry.currency ?? ''} ${entry.unit ?? ''}`.trim();
  if (kind === 'input_cache_write_1_h' && model.input_cache_write_5_min.length === 0) {
    // Only where there is a price of five minutes too is it one of writing.
    if (price > 0) issues.push({ code: 'cache-storage', detail: `${told} is a price of storage, not of writing` });
    return;
  }
  const found = isDollar(entry.currency) ? inUnit(kind, entry.unit, price) : undefined;
  if (found) quotes.push({ ...found, range: rangeOf(entry.conditions) });
  else if (price > 0) issues.push({ code: 'unknown-unit', detail: told });
}

/** Of several prices for one range a condition is lost: where they differ none of them is the price. */
function settled(quotes: readonly Quote[], issues: Issue[]): Quote[] {
  return [...grouped(quotes, ({ field, range }) => `${field} ${range.key}`).values()].flatMap((group) => {
    const prices = [...new Set(group.map(({ price }) => price))];
    const [first] = group;
    if (first && prices.length === 1) return [first];
    issues.push({
      code: 'unread-condition',
      detail: `${first?.field}: ${prices.join(' or ')} USD, and nothing says when`,
    });
    return [];
  });
}

/** A tier for each other range; what equals the model's own price is none. */
function tiersOf(quotes: readonly Quote[], base: Cost): Tier[] {
  const others = quotes.filter(({ range, price }) => range.key !== '' && price > 0);
  return [...grouped(others, ({ range }) => range.key).values()]
    .sort(([a], [b]) => (a?.range.start ?? 0) - (b?.range.start ?? 0))
    .flatMap((group) => {
      const cost = stated(Object.fromEntries(group.map(({ field, price }) => [field, price])));
      const differs = group.some(({ field, price }) => base[field] !== price);
      return differs && group[0] ? [{ when: group[0].range.when, cost }] : [];
    });
}
