import type { Page } from '../../model/page.js';
import { embedded } from '../parse/embedded.js';
import { shapeError } from '../parse/shapeError.js';

/** A price of the pricing page, USD per 1M tokens, by display name. */
interface Priced {
  readonly name: string;
  readonly inputPrice: unknown;
  readonly outputPrice: unknown;
}

/**
 * The token prices in the page's data: `"modelName":"Command A+","per":"…"`, then `"pricings":[{"inputPrice":2.5,…}]`.
 * "Free" is no price: such a model is free on trial keys only.
 */
export function pricesIn({ body }: Page): Priced[] {
  const [, ...records] = body.replaceAll(/\\+"/g, '"').split(/(?="modelName"\s*:)/);
  if (records.length === 0) throw shapeError('the page names no models');
  return records.flatMap((record) => {
    const [, name = ''] = /^"modelName"\s*:\s*"([^"]*)"/.exec(record) ?? [];
    const [, per = ''] = /"per"\s*:\s*"([^"]*)"/.exec(record) ?? [];
    const [pricings] = embedded(record, 'pricings');
    const [prices] = Array.isArray(pricings) ? (pricings as unknown[]) : [];
    if (!/tok|\b1 ?m\b|million/i.test(per) || typeof prices !== 'object' || prices === null) return [];
    const { inputPrice, outputPrice } = prices as Record<string, unknown>;
    return [{ name, inputPrice, outputPrice }];
  });
}

/** The price of a live model: the one that its name and date has or, where it is the only live one of its name, the name. */
export function priceFor(id: string, live: readonly string[], priced: readonly Priced[]): Partial<Priced> {
  if (!live.includes(id)) return {};
  const isOnly = live.filter((other) => stemOf(other) === stemOf(id)).length === 1;
  const exact = stemOf(id) === spelt(id) ? [] : priced.filter(({ name }) => spelt(name) === spelt(id));
  const found = exact.length > 0 || !isOnly ? exact : priced.filter(({ name }) => spelt(name) === stemOf(id));
  const [only, ...more] = found;
  const agreed = more.every(
    (other) => other.inputPrice === only?.inputPrice && other.outputPrice === only?.outputPrice,
  );
  return only && agreed ? { inputPrice: only.inputPrice, outputPrice: only.outputPrice } : {};
}

/** "Command A+" and command-a-plus, "Embed 4" and embed-v4.0 are spelt alike. */
const spelt = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('+', '-plus')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/-v(?=\d)/g, '-')
    .replace(/-0$|^-|-$/g, '');

/** command-r-08-2024 -> command-r. */
const stemOf = (id: string): string => spelt(id.replace(/-\d{2}-20\d{2}$/, ''));
