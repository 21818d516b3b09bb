import type { Draft } from '../../model/draft.js';
import type { Issue } from '../../model/pricing.js';
import { isDollar } from '../parse/isDollar.js';
import { madePrice } from '../parse/madePrice.js';
import { stated } from '../parse/money.js';
import { unitPrice } from '../parse/unitPrice.js';
import { withoutZeros } from '../parse/withoutZeros.js';
import { categorySides } from './category.js';

type Cost = NonNullable<Draft['cost']>;

interface Price {
  readonly unit: string | null;
  readonly unit_price: unknown;
  readonly currency: string | null;
}

/** The prices of a model of that category; what has another unit or currency is told. */
export function pricesOf(
  prices: readonly Price[],
  category: string | null,
): Pick<Draft, 'cost' | 'issues' | 'noPrice'> {
  const issues: Issue[] = [];
  const found: (readonly [string, number])[] = [];
  for (const { unit, unit_price: price, currency } of prices) {
    const detail = `${String(price)} ${currency ?? 'USD'} per ${unit ?? '?'}`;
    const read = Object.entries(stated(costIn(unit ?? '', price, category)));
    if (!isDollar(currency)) issues.push({ code: 'no-list-price', detail: `priced ${detail}` });
    else if (read.length > 0) found.push(...read);
    else if (Number(price) > 0) issues.push({ code: 'unknown-unit', detail });
  }
  const fields = [...new Set(found.map(([field]) => field))];
  const contrary = fields.filter(
    (field) => new Set(found.flatMap(([name, price]) => (name === field ? [price] : []))).size > 1,
  );
  for (const field of contrary) issues.push({ code: 'ambiguous-price', detail: `${field} has two prices` });
  const cost = Object.fromEntries(found.filter(([field]) => !contrary.includes(field)));
  return { cost: withoutZeros(cost), issues };
}

function costIn(unit: string, price: unknown, category: string | null): Cost {
  const words = unit.toLowerCase().replace(/^per /, '').trim();
  if (category?.toLowerCase() === 'llm' && anyTokens.test(words)) {
    const each = ['input token', 'output token'].map((kind) => unitPrice(words.replace(/tokens?$/, kind), price));
    return Object.assign({}, ...each) as Cost;
  }
  const { perImage, ...others } = madePrice(words, price);
  if (perImage === undefined) return others;
  const { input, output } = categorySides(category);
  const isTaken = output.length > 0 && !output.includes('image') && input.includes('image');
  return isTaken ? { perInputImage: perImage } : { perImage };
}

/** Tokens of no direction are any tokens of a language model; elsewhere nobody says which they are. */
const anyTokens = /^([\d,.]* ?(k|m|thousand|million)? )?tokens?$/;
