import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import type { Issue } from '../../model/pricing.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { companion } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { isoDay } from '../parse/dates.js';
import { amount, id, parts, text } from '../parse/fields.js';
import { dollars, perMillion, type Quoted, stated } from '../parse/money.js';
import { isPerMillion } from '../parse/shownPrice.js';
import { tokens } from '../parse/tokens.js';
import { yamlList } from '../parse/yaml.js';
import { isMap, lifecycle, withId } from './names.js';

const tables = 'https://raw.githubusercontent.com/github/docs/main/data/tables/copilot';
const history: Request = { url: `${tables}/model-deprecation-history.yml` };

const columns = {
  provider: text,
  release_status: text,
  input: amount,
  cached_input: amount,
  output: amount,
  cache_write: amount,
  threshold: text,
  tier: text,
  notes: text,
};
const row = z.looseObject({
  id,
  name: text,
  retiresAt: text,
  offers: parts(columns),
});
/** The day of retirement by id. */
type Retirements = ReadonlyMap<unknown, string | null>;
type Offer = z.infer<typeof row>['offers'][number];

/** The price table, and the days on which models leave. */
export const prices = defineEndpoint({
  name: 'prices',
  requests: {
    list: { url: `${tables}/models-and-pricing.yml` },
    retirements: companion(history, { brings: 'facts', read: retirementsOn }),
  },
  rows,
  row,
  normalize: ({ offers, ...model }) => ({
    id: model.id,
    name: model.name,
    ownedBy: offers[0]?.provider,
    // Copilot talks; the table has nothing else.
    mode: 'chat' as const,
    status: lifecycle(offers[0]?.release_status, model.name),
    retiresAt: model.retiresAt,
    ...pricesOf(offers),
  }),
});

/** One row a model: its entries, one a price tier, are brought together under its name. */
function rows({ list, retirements }: { list: Page; retirements: Retirements | undefined }): unknown[] {
  const found: unknown[] = [];
  const byId = new Map<unknown, unknown[]>();
  for (const entry of yamlList(list).map((item) => withId(item, 'model'))) {
    const known = isMap(entry) ? byId.get(entry['id']) : undefined;
    if (known) known.push(entry);
    else if (!isMap(entry) || !entry['id']) found.push(entry);
    else {
      const offers = [entry];
      byId.set(entry['id'], offers);
      found.push({ id: entry['id'], name: entry['name'], retiresAt: retirements?.get(entry['id']), offers });
    }
  }
  return found;
}

function retirementsOn(page: Page): Retirements {
  const entries = yamlList(page).map((entry) => withId(entry, 'name'));
  return new Map(entries.filter(isMap).map((entry) => [entry['id'], isoDay(entry['retirement_date'])]));
}

/** The price of the default tier; each other tier by its threshold, its label, or both. */
function pricesOf(offers: readonly Offer[]): Pick<Draft, 'cost' | 'tiers' | 'issues'> {
  const base = offers.find((offer) => Object.keys(whenOf(offer)).length === 0);
  const others = offers.filter((offer) => offer !== base);
  return {
    ...(base && { cost: costOf(base) }),
    tiers: others.map((offer): Tier => ({ when: whenOf(offer), cost: stated(costOf(offer)) })),
    issues: offers.flatMap(unreadIn),
  };
}

/** "> 272K", "Prompts >272K tokens": above 272,000; a tier that is not just a longer prompt keeps its name. */
function whenOf({ tier, threshold, notes }: Offer): Tier['when'] {
  const isLong = /^long[ -]context$/i.test(tier ?? '');
  const isDefault = tier === null || /^(default|standard|not applicable)$/i.test(tier);
  const contextAbove = bound('>=?|≥|above|over', threshold) ?? (isDefault ? null : bound('>=?|≥|above|over', notes));
  const contextUpTo = bound('<=?|≤|up to', threshold);
  const service = /\b(batch|flex|priority|fast)\b/i.exec(tier ?? '')?.[0].toLowerCase();
  const named = isDefault || (isLong && contextAbove) ? {} : service ? { serviceTier: service } : { variant: tier };
  return {
    ...(contextAbove && { contextAbove }),
    // Beside the price of longer prompts, that of short ones is the base.
    ...(contextUpTo && (contextAbove || !isDefault) && { contextUpTo }),
    ...named,
  };
}

const bound = (words: string, text: string | null): number | null =>
  tokens(new RegExp(String.raw`(?:${words})\s*(\d[\d.,]*\s*[km]?)`, 'i').exec(text ?? '')?.[1]);

/** Amounts in a column that nobody knows, of another currency or unit, or two in a cell. */
const unreadIn = (offer: Offer): Issue[] =>
  Object.entries(offer).flatMap(([column, value]) =>
    typeof value === 'string' && isUnread(column, value)
      ? [{ code: 'unread-price', detail: `${column}: ${value}` }]
      : [],
  );

const isUnread = (column: string, value: string): boolean =>
  Object.hasOwn(columns, column)
    ? isPrice(column) && /[$€£¥]\s*\d/.test(value) && price(value) === null
    : Number(dollars(value)[0]) > 0;

const isPrice = (column: string): boolean => ['input', 'cached_input', 'output', 'cache_write'].includes(column);

const costOf = (offer: Offer) => ({
  input: price(offer.input),
  output: price(offer.output),
  cacheRead: price(offer.cached_input),
  cacheWrite: price(offer.cache_write),
});

/** "$2.50", 2.5; "Not applicable", another currency or unit and a cell with two amounts are no price. */
function price(quoted: Quoted): number | null {
  const words = String(quoted ?? '').trim();
  const [amount, second] = /^(US)?\s*\$/.test(words) ? dollars(words) : [words];
  return second === undefined && isPerMillion(words) ? perMillion(amount) : null;
}
