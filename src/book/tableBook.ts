import type { CallCost } from '../cost/callCost.js';
import type { PastPrices } from '../history/offerHistory.js';
import { type PriceHistory, priceHistory } from '../history/priceHistory.js';
import { costOf } from '../cost/costOf.js';
import { type Around, usageOf } from '../cost/usageOf.js';
import type { Cost, Tier } from '../model/cost.js';
import type { Model } from '../model/model.js';
import { namedOrigins } from '../model/namedOrigins.js';
import type { Origins } from '../model/origin.js';
import type { Pricing } from '../model/pricing.js';
import type { ProviderFile } from '../model/providerFile.js';
import { modelQuestions, type ModelQuestions } from './modelQuestions.js';
import { priceAt } from './priceAt.js';
import { pricesOf } from './pricesOf.js';

/** What an offer costs, by the settled table. */
export interface OfferPrice {
  /** The offer as the table has it. */
  readonly offer: Model;
  /** USD per 1,000 tokens, `per…` USD per one; null = not known, 0 = the provider says that it is free. */
  readonly cost: Cost;
  /** Prices under a condition; only the fields that differ are given. */
  readonly tiers: readonly Tier[];
  /** Who states it, who differs, how likely it is to be right, and why there is none. */
  readonly pricing: Pricing;
  /** The pages that the two name; of a past price the lines in `past` have them. */
  readonly sources: Origins;
  /** The time in which these prices held, with the lines of the history that say so; null where it does not know, missing where today's hold. */
  readonly past?: PastPrices | null;
}

/** Which prices are meant. */
export interface PriceOptions {
  /** Those of that moment, by the history. Default: those of now, or of the version that the book was opened at. */
  readonly at?: Date | undefined;
}

/** When a call was made, and what stands around its usage, where that is known. */
export interface CallOptions extends Around {
  /** Prices that depend on the time are unpriced without it. With a history the call costs what it did then. */
  readonly at?: Date | undefined;
}

/** A settled table that is asked for prices: nothing is fetched or worked out anew. */
export interface TableBook extends ModelQuestions {
  /**
   * What an offer costs; its name is `provider/id`, in the table's own case or, where no other offer is called so, in any.
   * Null where the table has no such offer. Without a history the price of a past moment is today's, and an issue says so.
   */
  readonly price: (name: string, options?: PriceOptions) => OfferPrice | null;
  /**
   * What a call costs: USD as exact decimals, part by part. `usage` is the object of that name of any API that is known, an
   * answer that holds one, or a stream's list of events. Null where the table has no such offer.
   */
  readonly cost: (name: string, usage: unknown, options?: CallOptions) => CallCost | null;
  /** All offers, or those of one provider, sorted by provider and id. */
  readonly offersOf: (provider?: string) => readonly Model[];
  /** Ids of the providers, sorted. */
  readonly providers: readonly string[];
}

const noHistory = priceHistory(() => []);

/** Opens a table, with what its offers cost before where that is known. */
export function tableBook(table: readonly ProviderFile[], history?: PriceHistory): TableBook {
  const files = new Map(table.map((file) => [file.provider.id, file]));
  const offers = table.flatMap(({ models }) => models);
  let exact: Map<string, Model> | undefined;
  let plain: Map<string, Model | null> | undefined;
  const find = (name: string): Model | null => {
    exact ??= new Map(offers.map((offer) => [nameOf(offer), offer]));
    const found = exact.get(name);
    if (found) return found;
    plain ??= inAnyCase(offers);
    return plain.get(name.toLowerCase()) ?? null;
  };
  const known = { offers, kindOf: (provider: string) => files.get(provider)?.provider.kind ?? null };
  return {
    ...modelQuestions(() => Promise.resolve(known)),
    cost: (name, usage, { at, ...around } = {}) => {
      const offer = find(name);
      if (!offer) return null;
      const { provider, id } = offer;
      const prices = pricesOf(history ? priceAt(offer, history, offer, { at }) : offer);
      return costOf(usageOf(usage, { provider, ...around }), prices, { at, models: [id, nameOf(offer)] });
    },
    price: (name, { at } = {}) => {
      const offer = find(name);
      const file = offer && files.get(offer.provider);
      if (!offer || !file) return null;
      const { cost, tiers, pricing } = offer;
      const sources = namedOrigins(file.sources, [offer], file.endpoint);
      return priceAt({ offer, cost, tiers, pricing, sources }, history ?? noHistory, offer, { at });
    },
    offersOf: (provider) => (provider === undefined ? offers : (files.get(provider)?.models ?? [])),
    providers: [...files.keys()],
  };
}

const nameOf = ({ provider, id }: Model): string => `${provider}/${id}`;

/** Offers by their names in small letters; null where two share one. */
function inAnyCase(offers: readonly Model[]): Map<string, Model | null> {
  const known = new Map<string, Model | null>();
  for (const offer of offers) {
    const key = nameOf(offer).toLowerCase();
    known.set(key, known.has(key) ? null : offer);
  }
  return known;
}
