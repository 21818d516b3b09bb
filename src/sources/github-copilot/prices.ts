import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { companion } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { isoDay } from '../parse/dates.js';
import { amount, id, parts, text } from '../parse/fields.js';
import { dollars, perMillion, type Quoted, stated } from '../parse/money.js';
import { tokens } from '../parse/tokens.js';
import { yamlList } from '../parse/yaml.js';
import { isMap, lifecycle, withId } from './names.js';

const tables = 'https://raw.githubusercontent.com/github/docs/main/data/tables/copilot';
const history: Request = { url: `${tables}/model-deprecation-history.yml` };

const row = z.looseObject({
  id,
  name: text,
  retiresAt: text,
  offers: parts({
    provider: text,
    release_status: text,
    input: amount,
    cached_input: amount,
    output: amount,
    cache_write: amount,
    threshold: text,
    tier: text,
    notes: text,
  }),
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

/** The price of the default tier; each other tier by its threshold, or by its label where that has no number. */
function pricesOf(offers: readonly Offer[]): Pick<Draft, 'cost' | 'tiers'> {
  const base = offers.find((offer) => !isLong(offer));
  const others = offers.filter(isLong);
  return {
    ...(base && { cost: costOf(base) }),
    tiers: others.map((offer): Tier => {
      const above = bound(offer.threshold) ?? bound(offer.notes);
      return {
        when: above ? { contextAbove: above } : { variant: offer.tier ?? 'long context' },
        cost: stated(costOf(offer)),
      };
    }),
  };
}

/** "> 272K", "Prompts >272K tokens" -> 272000. */
const bound = (words: string | null): number | null =>
  tokens(/[<>≤≥]\s*=?\s*(\d[\d.,]*\s*[km]?)/i.exec(words ?? '')?.[1]);

const isLong = ({ tier, threshold }: Offer): boolean =>
  tier ? !/^default$/i.test(tier) : /^\s*(>|≥|over|above)/i.test(threshold ?? '');

const costOf = (offer: Offer) => ({
  input: price(offer.input),
  output: price(offer.output),
  cacheRead: price(offer.cached_input),
  cacheWrite: price(offer.cache_write),
});

/** "$2.50", 2.5; "Not applicable", another currency and a cell with two amounts are no price. */
function price(quoted: Quoted): number | null {
  const words = String(quoted ?? '').trim();
  const [amount, second] = /^(US)?\s*\$/.test(words) ? dollars(words) : [words];
  return second === undefined ? perMillion(amount) : null;
}
