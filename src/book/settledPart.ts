import type { Model } from '../model/model.js';
import { namedOrigins } from '../model/namedOrigins.js';
import type { Origins } from '../model/origin.js';
import type { ProviderFile } from '../model/providerFile.js';
import type { Answer } from './priceBook.js';

/** An answer without all that was said on the way to it; its pages are those that its price names. */
export type Brief = Omit<Answer, 'refused' | 'witnesses'>;

/** The same answer in brief. */
export const briefOf = ({ offer, cost, tiers, pricing, from, sources }: Answer): Brief => ({
  ...{ offer, cost, tiers, pricing, from },
  sources: namedOrigins(sources, [{ pricing, from }], listing(offer)),
});

/** Offers of one provider by id. */
export type Offers = Pick<ReadonlyMap<string, Model>, 'get' | 'keys'>;

/** The offers of one provider in a settled table, by id, and the pages that they name. */
export interface SettledPart {
  readonly offers: Offers;
  readonly sources: Origins;
}

/** A provider's file as its part of the table. */
export const partOf = ({ models, sources }: Pick<ProviderFile, 'models' | 'sources'>): SettledPart => ({
  offers: new Map(models.map((model) => [model.id, model])),
  sources,
});

/** What a settled table answers of one of its offers: what settling it wrote into its record. */
export function answerFrom(offer: Model, sources: Origins): Brief {
  const { cost, tiers, pricing, from } = offer;
  return {
    ...{ offer, cost, tiers, pricing, from: othersIn(offer) },
    sources: namedOrigins(sources, [{ pricing, from }], listing(offer)),
  };
}

const listing = (offer: Model | null): string => offer?.from['*'] ?? '';

/** Of a record's notes those that name another witness for its price: which endpoint of its own had it is none of them. */
function othersIn({ pricing: { status, source }, from }: Model): Readonly<Record<string, string>> {
  const isTaken = (witness: string) => status === 'priced' && witness === source;
  return Object.fromEntries(
    Object.entries(from).filter(
      ([field, witness]) => field.startsWith('cost.') || (field === 'cost' && isTaken(witness)),
    ),
  );
}
