import { Decimal } from 'decimal.js';
import type { CostField } from '../model/cost.js';
import type { Model } from '../model/model.js';

/** How many tokens the shown prices are for. */
export type Unit = '1M' | '1K';

/** A price for people, exact: tokens in USD per so many, all else in USD per one. */
export const priceText = (price: number, field: CostField, unit: Unit): string =>
  new Decimal(price).times(field.startsWith('per') || unit === '1K' ? 1 : 1000).toFixed();

/** What a person calls a price. */
export const priceNames: Readonly<Record<CostField, string>> = {
  input: 'input',
  output: 'output',
  cacheRead: 'cache read',
  cacheWrite: 'cache write',
  cacheWrite1h: 'cache write, 1 h',
  reasoning: 'reasoning',
  inputAudio: 'audio in',
  outputAudio: 'audio out',
  inputImage: 'image tokens in',
  outputImage: 'image tokens out',
  perImage: 'an image out',
  perInputImage: 'an image in',
  perMegapixel: 'a megapixel out',
  perRequest: 'a call',
  perSearch: 'a search',
  perSecond: 'a second',
  perPage: 'a page',
  perCharacter: 'a character',
};

/** The prices of an offer that are known, in the order of the record. */
export const pricesKnown = ({ cost }: Pick<Model, 'cost'>): [field: CostField, price: number][] =>
  (Object.keys(priceNames) as CostField[]).flatMap((field) => {
    const price = cost[field];
    return typeof price === 'number' ? [[field, price]] : [];
  });

/** Why an offer has no price, in the words of its record; empty where it has one. */
export const whyNone = ({ pricing: { status, issues } }: Pick<Model, 'pricing'>): string =>
  status === 'priced' || status === 'free' ? '' : issues.map(({ detail }) => detail).join('; ') || statusWords[status];

/** What a status means. */
export const statusWords: Readonly<Record<Model['pricing']['status'], string>> = {
  priced: 'a price is known',
  free: 'the provider says that it is free',
  variable: 'what it costs depends on the call',
  plan: 'part of a subscription',
  unknown: 'no price of it can be told',
  quarantined: 'a price was stated that is not believed',
};

const grouped = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** USD for people: cents from a dollar on, below that three digits that count. */
export function dollars(usd: Decimal | string): string {
  const value = new Decimal(usd);
  return `$${value.gte(1) ? grouped.format(value.toNumber()) : value.toSignificantDigits(3).toFixed()}`;
}
