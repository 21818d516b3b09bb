import type { Model, Mode } from '../../model/model.js';
import type { ProviderKind } from '../../model/providerKind.js';
import type { PriceStatus } from '../../model/pricing.js';
import type { Lifecycle } from '../../model/model.js';
import type { Sold } from '../offers.js';

/** What models are sorted by: the price first unless another is named; of equals the model's key. */
export const sorts = ['price', 'input', 'output', 'context', 'offers', 'released', 'model'] as const;
export type Sort = (typeof sorts)[number];

/** What somebody wants of models. Each part that is there has to hold of an offer, for its model to be found. */
export interface ModelsQuery {
  /** All of these words have to stand in the model's key, or in the name or an id of its offers; in any spelling. */
  readonly words?: string | undefined;
  /** Ids of who sells it. */
  readonly providers?: readonly string[] | undefined;
  /** Labs, in any spelling. */
  readonly labs?: readonly string[] | undefined;
  readonly modes?: readonly Mode[] | undefined;
  /** Whether it calls tools. */
  readonly tools?: boolean | undefined;
  /** Whether it thinks before it answers. */
  readonly reasoning?: boolean | undefined;
  /** USD per 1M tokens, as people say it; records have USD per 1K. */
  readonly maxInputUsdPerMillion?: number | undefined;
  /** USD per 1M tokens; of a model that writes nothing, such as an embedding, any will do. */
  readonly maxOutputUsdPerMillion?: number | undefined;
  /** Tokens. */
  readonly minContextTokens?: number | undefined;
  /** Default: all that are not deprecated or retired. */
  readonly lifecycles?: readonly Lifecycle[] | undefined;
  /** Default: all; where a price is asked for, priced. */
  readonly statuses?: readonly PriceStatus[] | undefined;
  /** Default `price`. */
  readonly sort?: Sort | undefined;
  /** At most so many models. Default: all. */
  readonly limit?: number | undefined;
}

/** An offer with how it is sold. */
export interface SoldOffer {
  readonly offer: Model;
  /** What its provider is to the models that it sells; null where nobody says. */
  readonly kind: ProviderKind | null;
  readonly sold: Sold;
}

/** A model that was found, by those of its offers that fit the query. */
export interface FoundModel {
  /** Canonical, such as `meta/llama-3.3-70b-instruct`; an offer of which nobody can tell its model stands for itself, `provider/id`. */
  readonly key: string;
  /** The key without a date: equal for the releases of one name; null where the offer stands for itself. */
  readonly line: string | null;
  /** Why an offer stands for itself; null where the model is known. */
  readonly why: string | null;
  readonly lab: string | null;
  /** As most offers say. */
  readonly mode: Mode | null;
  /** Tokens, as most offers say. */
  readonly contextTokens: number | null;
  /** Whether it calls tools, as most offers say that say it; null where none does. */
  readonly tools: boolean | null;
  /** Whether it thinks before it answers, in the same way. */
  readonly reasoning: boolean | null;
  /** When it came out, the earliest day that an offer says: an ISO date, or the beginning of one. */
  readonly releaseDate: string | null;
  /**
   * The priced offer of which 1,000 tokens in and out cost least together: of those sold directly, or of the others where
   * nobody does. Its `offer.cost` is in USD per 1K tokens. Null where none has a price by token. What is free is never it.
   */
  readonly cheapest: SoldOffer | null;
  /** All that fit, those that are free aside. */
  readonly offers: readonly Model[];
  /** Those that cost nothing, which stand apart: there is mostly a limit to them. */
  readonly free: readonly Model[];
}

/** What a query left out because nobody says, or says nothing that it could be judged by. */
export interface LeftOut {
  /** The part of the query. */
  readonly by: keyof ModelsQuery;
  /** Offers that would fit but for this; of `statuses` models. */
  readonly count: number;
  /** For people: "213 offers don't say whether they call tools". */
  readonly says: string;
}

/** The answer to a query. */
export interface FoundModels {
  readonly models: readonly FoundModel[];
  /** How many were found, before `limit`. */
  readonly found: number;
  readonly leftOut: readonly LeftOut[];
}
