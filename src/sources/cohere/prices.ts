import type { Draft } from '../../model/draft.js';
import type { Mode } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import { embedded } from '../parse/embedded.js';
import { perMillion, type Quoted, scaled, stated } from '../parse/money.js';
import { shapeError } from '../parse/shapeError.js';
import { unitPrice } from '../parse/unitPrice.js';

/** A price of the pricing page, USD for the unit that it names, by display name. */
interface Priced {
  readonly name: string;
  /** "1M tokens", "1K searches", "Free". */
  readonly per: string;
  readonly inputPrice: unknown;
  readonly outputPrice: unknown;
  /** Not read, so that a price among them is told. */
  readonly others: Readonly<Record<string, unknown>>;
}

/** The prices in the page's data: `"modelName":"Command A+","per":"…"`, then `"pricings":[{"inputPrice":2.5,…}]`. */
export function pricesIn({ body }: Page): Priced[] {
  const [, ...records] = body.replaceAll(/\\{1,16}"/g, '"').split(/(?="modelName"\s*:)/);
  if (records.length === 0) throw shapeError('the page names no models');
  return records.flatMap((record) => {
    const [, name = ''] = /^"modelName"\s*:\s*"([^"]*)"/.exec(record) ?? [];
    const [, per = ''] = /"per"\s*:\s*"([^"]*)"/.exec(record) ?? [];
    const [pricings] = embedded(record, 'pricings');
    const [prices] = Array.isArray(pricings) ? (pricings as unknown[]) : [];
    const { inputPrice, outputPrice, ...others } = (prices ?? {}) as Record<string, unknown>;
    return per === '' ? [] : [{ name, per, inputPrice, outputPrice, others }];
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
    (other) =>
      other.per === only?.per && other.inputPrice === only.inputPrice && other.outputPrice === only.outputPrice,
  );
  return only && agreed ? only : {};
}

/** "Command A+" and command-a-plus, "Embed 4" and embed-v4.0 are spelt alike. */
const spelt = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('+', '-plus')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/-v(?=\d)/g, '-')
    .replaceAll(/-0(?=-|$)|^-|-$/g, '');

/** command-r-08-2024 -> command-r. */
const stemOf = (id: string): string => spelt(id.replace(/-\d{2}-20\d{2}$/, ''));

/**
 * What such a price says of a model: "Free" is none, for such a model is free on trial keys only, and searches are what
 * a rerank model is paid for. Another unit is told, not read.
 */
export function saidOf(priced: Shown, mode: Mode | null): Pick<Draft, 'cost' | 'issues' | 'noPrice'> {
  const { per, inputPrice: input, outputPrice: output } = priced;
  if (per === null) return {};
  if (/^free\b/i.test(per)) return { noPrice: 'the pricing page says "Free" in place of a price: on trial keys only' };
  if (/\b(1 ?m|million|1,?000,?000)\b/i.test(per) && !/search|image|hour|minute/i.test(per))
    return { cost: { input: perMillion(input), output: perMillion(output) } };
  if (mode === 'rerank' && /\bsearch/i.test(per)) {
    const count = /\b1 ?k\b|\b1,?000\b|thousand/i.test(per) ? 1000 : 1;
    return { cost: { perSearch: scaled(input, 1, count) } };
  }
  const cost = stated(unitPrice(per, input));
  if (Object.keys(cost).length > 0) return { cost };
  return Number(input) > 0 ? { issues: [{ code: 'unread-price', detail: `${String(input)} per ${per}` }] } : {};
}

interface Shown {
  readonly per: string | null;
  readonly inputPrice?: Quoted;
  readonly outputPrice?: Quoted;
}
