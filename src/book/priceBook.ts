import { Recent } from '../match/recent.js';
import type { PriceIndex } from '../match/priceIndex.js';
import type { Identify } from '../identity/identifier.js';
import type { Identity } from '../model/identity.js';
import type { Model } from '../model/model.js';
import { namedOrigins } from '../model/namedOrigins.js';
import type { Origins } from '../model/origin.js';
import type { ProviderKind } from '../model/providerKind.js';
import type { Snapshot } from '../model/snapshot.js';
import type { OpenCourt } from '../settle/court.js';
import { pageOf } from '../settle/overrides.js';
import { type Court, type Offer, settle, type Settled } from '../settle/settle.js';
import { settleModel } from '../settle/settleModel.js';
import { type ModelQuestions, modelQuestions } from './modelQuestions.js';
import { offerFrom } from './offerFrom.js';
import type { Query } from './query.js';
import { settledTable } from './settledTable.js';
import { nearOn, offerOn, offersOn, type Shelf, shelfOf } from './shelf.js';

/** The one answer to a query. */
export interface Answer extends Settled {
  /** The offer of the table that is meant; null where the table has none. */
  readonly offer: Model | null;
  /** The pages that the answer names. */
  readonly sources: Origins;
}

/** Looks up what offers cost: the table's word for those that it lists, and the price lists' for all others. */
export interface PriceBook extends ModelQuestions {
  readonly lists: readonly PriceIndex[];
  /** What a query costs. */
  readonly price: (query: Query) => Promise<Answer>;
  /** What a record costs of which more is known than a name; prices that it states are its provider's word. */
  readonly settle: (offer: Offer) => Answer;
  /** Which model a query means; null where the book was opened without a way to tell. */
  readonly modelOf: (query: Query) => Identity | null;
  /** The table's offers of a provider, not settled yet. */
  readonly offersOf: (provider: string) => Promise<readonly Model[]>;
  /** The offer of the table that a query names, not settled yet; null where the table has none. */
  readonly offer: (query: Query) => Promise<Model | null>;
  /** The provider's offers with the names most like that of a query, the most alike first, without the one it names. */
  readonly near: (query: Query) => Promise<readonly Model[]>;
}

export interface PriceBookOptions {
  readonly court: OpenCourt;
  readonly table: Table;
  /** Tells which models offers are. Default: nobody does. */
  readonly identify?: Identify | undefined;
  /** 0…1: a price that is less likely to be right is not given. Default 0.8. */
  readonly minConfidence?: number | undefined;
}

/** The table of offers, as it is read. */
export interface Table {
  /** Reads what is known of a provider; undefined where nothing is. Asked once a provider. */
  (provider: string): Promise<Snapshot<Model> | undefined>;
  /** The same, where the offers need not be read before one of them is asked for; undefined where they do. */
  readonly part?: (provider: string) => Promise<TablePart | undefined>;
  /** All providers of the table, with what each is to its models: whoever asks for models asks them all. */
  readonly providers?: () => Promise<ReadonlyMap<string, ProviderKind | null>>;
}

/** Offers by id, and the pages that they name. */
export type TablePart = Pick<Shelf, 'offers' | 'sources'>;

async function openShelf(table: Table, provider: string): Promise<Shelf> {
  const part = await table.part?.(provider);
  if (part) return shelfOf(provider, part.offers, part.sources);
  const { items = [], sources = {} } = (await table(provider)) ?? {};
  return shelfOf(provider, new Map(items.map((model) => [model.id, model])), sources);
}

/** Providers whose offers are remembered: lines may name any that there are, and many that there are not. */
const mostShelves = 400;

/** Opens a price book over a table of offers and the price lists. */
export function openBook({ court, table, identify, minConfidence }: PriceBookOptions): PriceBook {
  const shelves = new Recent<Promise<Shelf>>(mostShelves);
  const shelfFor = (provider: string): Promise<Shelf> => shelves.getOrMake(provider, () => openShelf(table, provider));
  const pages = Object.assign({}, ...court.lists.map(({ sources }) => sources), pageOf(court.overrides)) as Origins;
  const answer = (asked: Offer, offer: Model | null, own?: Shelf): Answer => {
    const sibling = (id: string) => own?.offers.get(id)?.cost;
    const settled = settle(asked, { ...court, sibling, minConfidence });
    const sources = namedOrigins(
      { ...own?.sources, ...pages },
      [{ pricing: settled.pricing, quotes: settled.witnesses }],
      offer?.from['*'] ?? '',
    );
    return { ...settled, offer, sources };
  };
  return {
    ...modelQuestions(
      settledTable({ table, identify }, async (provider) =>
        settledOn(await shelfFor(provider), { ...court, minConfidence }),
      ),
    ),
    lists: court.lists,
    offersOf: async (provider) => offersOn(await shelfFor(provider)),
    offer: async (query) => offerOn(await shelfFor(query.provider), query),
    near: async (query) => nearOn(await shelfFor(query.provider), query),
    modelOf: (query) => identify?.([query])[0] ?? null,
    settle: (offer) => answer(offer, null),
    price: async (query) => {
      const own = await shelfFor(query.provider);
      const offer = offerOn(own, query);
      return offer ? answer(offer, offer, own) : answer(offerFrom(query), null, own);
    },
  };
}

/** The provider's offers with their settled prices, as a run writes them. */
function settledOn(shelf: Shelf, court: Court): Model[] {
  const sibling = (id: string) => shelf.offers.get(id)?.cost;
  return offersOn(shelf).map((offer) => settleModel(offer, { ...court, sibling }).enriched);
}
