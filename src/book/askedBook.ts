import { Recent } from '../match/recent.js';
import { isDeepStrictEqual } from 'node:util';
import type { Identity } from '../model/identity.js';
import type { Model } from '../model/model.js';
import { overridesPage } from '../settle/overrides.js';
import type { Offer } from '../settle/settle.js';
import type { LooseRecord } from './looseRecord.js';
import type { PriceBook } from './priceBook.js';
import type { Query } from './query.js';
import { answerFrom, type Brief, briefOf, type SettledPart } from './settledPart.js';

/** What a price book is asked for single offers. */
export interface AskedBook {
  /** What a query costs. */
  readonly price: (query: Query) => Promise<Brief>;
  /** What a record costs of which more is known than a name; prices that it states are its provider's word. */
  readonly settle: (offer: Offer) => Promise<Brief>;
  /** Which model a query means; null where nobody tells. */
  readonly modelOf: (query: Query) => Promise<Identity | null>;
  /** The provider's offers with the names most like that of a query, the most alike first, without the one it names. */
  readonly near: (query: Query) => Promise<readonly Model[]>;
  /** Opens the price lists before the first query that needs them, for whoever is to hear first that there are none. */
  readonly openLists: () => Promise<unknown>;
}

export interface AskedBookOptions {
  /** A provider's part of a settled table; undefined where there is none to go by. Asked once a provider. */
  readonly part: (provider: string) => Promise<SettledPart | undefined>;
  /** What the records of a provider said of themselves when that part was settled, by id; undefined where nobody kept it. Asked once a provider. */
  readonly words?: ((provider: string) => Promise<Words | undefined>) | undefined;
  /** Opens the book that settles what the table does not answer. */
  readonly open: () => Promise<PriceBook>;
}

/** Lines may name any providers that there are, and many that there are not: no more of them than this are remembered. */
const mostProviders = 400;

/** Records by id, as far as they say something of their prices. */
export type Words = Pick<ReadonlyMap<string, LooseRecord>, 'get'>;

/**
 * A book that gives of the offers of a settled table what their records say, and opens the price lists only for what no record
 * answers: a query that names no offer there, and a record that says of its price something else than the one that was settled.
 */
export function askedBook({ part, words, open }: AskedBookOptions): AskedBook {
  const parts = new Recent<Promise<Part | undefined>>(mostProviders);
  const said = new Recent<Promise<Words | undefined> | undefined>(mostProviders);
  let opened: Promise<PriceBook> | undefined;
  const book = () => (opened ??= open());
  const known = async (query: Query): Promise<Found | undefined> => {
    const own = await parts.getOrMake(query.provider, async () => {
      const one = await part(query.provider);
      return one && new Part(one);
    });
    const offer = await own?.offer(query);
    return own && offer ? { offer, own } : undefined;
  };
  const settledAs = async (asked: Offer): Promise<Brief | undefined> => {
    const { provider, id } = asked;
    const record = (await said.getOrMake(provider, () => words?.(provider)))?.get(id);
    const found = record && (await isOf(record, asked)) ? await known(asked) : undefined;
    return found?.offer.id === id ? ofOthers(found.own.answer(found.offer)) : undefined;
  };
  return {
    price: async (query) => {
      const found = await known(query);
      return found ? found.own.answer(found.offer) : briefOf(await (await book()).price(query));
    },
    settle: async (offer) => (await settledAs(offer)) ?? briefOf((await book()).settle(offer)),
    modelOf: async (query) => (await known(query))?.offer.model ?? (await book()).modelOf(query),
    near: async (query) => (await book()).near(query),
    openLists: book,
  };
}

/** Whether an offer is asked about in the words of a record, and in no more than these. */
async function isOf(record: LooseRecord, asked: Offer): Promise<boolean> {
  const { askedIn } = await import('./ownWord.js');
  const name = typeof record['name'] === 'string' ? record['name'] : null;
  return isDeepStrictEqual(askedIn(record, { id: asked.id, provider: asked.provider, name }), asked);
}

/** The same with the pages of others alone: a record that states its price knows its own. */
function ofOthers(answer: Brief): Brief {
  const isOfOthers = (page: string) =>
    page === overridesPage || page.startsWith(`prices/${answer.pricing.source ?? ''}/`);
  return {
    ...answer,
    sources: Object.fromEntries(Object.entries(answer.sources).filter(([page]) => isOfOthers(page))),
  };
}

interface Found {
  readonly offer: Model;
  readonly own: Part;
}

/** A provider's part of the table, and the names that its offers may be asked by. */
class Part {
  #names: Promise<(query: Query) => Model | null> | undefined;

  constructor(private readonly part: SettledPart) {}

  /** The offer that a query names; null where the part has none. */
  async offer(query: Query): Promise<Model | null> {
    return this.part.offers.get(query.id) ?? (await (this.#names ??= this.#read(query.provider)))(query);
  }

  answer(offer: Model): Brief {
    return answerFrom(offer, this.part.sources);
  }

  /** Loaded for names in another spelling alone: most are written as they are. */
  async #read(provider: string): Promise<(query: Query) => Model | null> {
    const { namesOf, offerOn } = await import('./shelf.js');
    const { offers } = this.part;
    const names = namesOf([...offers.keys()].map((id) => ({ provider, id })));
    return (query) => offerOn({ offers, names }, query);
  }
}
