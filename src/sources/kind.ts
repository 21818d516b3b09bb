import type { Page } from '../model/page.js';
import type { SourceKind } from '../model/sourceKind.js';
import type { Brought } from './ask.js';
import type { Endpoint, Source } from './define.js';
import type { Asked } from './reading/whyUnknown.js';

/** Where a record is read from. */
export interface Place<Out, Item> {
  readonly source: Pick<Source<Out, Item>, 'id'>;
  readonly endpoint: Pick<Endpoint, 'name' | 'origin' | 'createdIsRelease'>;
  /** The first page of the endpoint. */
  readonly page: Pick<Page, 'fetchedAt'>;
  /** The name that records have for the page that states its price. */
  readonly pageName: string;
  /** As it came, and its place among the rows of the endpoint, from 0. */
  readonly row: unknown;
  readonly index: number;
  /** Its price keys that are above zero and not read. */
  readonly unread: ReadonlyMap<string, number>;
}

/** An endpoint that failed, or pages of it, and what did not come with that. */
export interface Lost {
  readonly endpoint: string;
  readonly brings: readonly Brought[];
  /**
   * It came, but some of its prices are gone: what it states newly in their place is not believed. Nothing that it states
   * is where the unit of all is gone.
   */
  readonly fell?: 'some' | 'all';
}

/** What was lost now, and what it is kept from. */
export interface Keeping {
  readonly lost: readonly Lost[];
  /** The source's endpoints, best first. */
  readonly endpoints: readonly Pick<Endpoint, 'name' | 'origin'>[];
  /** The endpoint that gave the records now, and the one that gave the earlier ones. */
  readonly now: string;
  readonly before: string;
  /** ISO day of the earlier reading, and of the one now. */
  readonly day: string;
  readonly today: string;
  /** Whether a page that an earlier record names did not come now. */
  readonly isGone: (page: string) => boolean;
}

/** Records, and how much of them is kept from an earlier reading. */
export interface Kept<Item> {
  readonly items: readonly Item[];
  readonly kept: { readonly records: number; readonly prices: number; readonly facts: number };
}

/** A price beside its earlier one, also where it did not move; 0 where there is none, or it is free. */
export interface Move {
  /** Of the record, as `identity` has it. */
  readonly id: string;
  /** The endpoint whose price it is. */
  readonly by: string;
  /** Name of the price. */
  readonly field: string;
  readonly was: number;
  readonly is: number;
}

/** What the rows of a source become, offers of models or rows of a price list: all that differs between the two. */
export interface Kind<Out, Item> {
  readonly name: SourceKind;
  /** The record of what `normalize` made of a row. Throws where it can't be one. */
  readonly item: (out: Out, place: Place<Out, Item>) => Item;
  /** Equal for two rows of one record, of which the second is skipped; null where each row stands for itself. */
  readonly key: (item: Item) => string | null;
  /** What a record is known by from reading to reading, also where several have it. */
  readonly identity: (item: Item) => string;
  /** Name of the endpoint whose price a record of `endpoint` has; null where it has none. */
  readonly pricedBy: (item: Item, endpoint: string) => string | null;
  /** Whether a record has prices that nobody could place: under a word, or per a unit, that is not known. */
  readonly isUnplaced: (item: Item) => boolean;
  /** Names of the prices that a record states (`priceNames`). */
  readonly prices: (item: Item) => readonly string[];
  /** Names of the pages that a record names. */
  readonly pages: (item: Item) => readonly string[];
  /** Fills what is null in `items` from those of a later endpoint. */
  readonly fill: (
    items: readonly Item[],
    others: readonly Item[],
    endpoint: Pick<Endpoint, 'name' | 'origin'>,
  ) => readonly Item[];
  /** Keeps of an earlier reading what was lost now, where nothing better came in its place. */
  readonly keep: (now: readonly Item[], before: readonly Item[], how: Keeping) => Kept<Item>;
  /** The stated prices beside those of an earlier reading. */
  readonly moves: (
    now: readonly Item[],
    before: readonly Item[],
    endpoints: { readonly now: string; readonly before: string },
  ) => Move[];
  /** The records with the earlier prices of those. */
  readonly holdBack: (
    now: readonly Item[],
    before: readonly Item[],
    ids: ReadonlySet<string>,
    day: string,
  ) => readonly Item[];
  /** What is concluded of a record once all endpoints have filled it. */
  readonly finish: (item: Item, asked: Asked) => Item;
  /** Whether it is a record of its own: one without an id that the API takes only says things of others. */
  readonly isOffer: (item: Item) => boolean;
  /** Whether a record that only a later endpoint of the source lists is one of its own. */
  readonly isOwn: (item: Item) => boolean;
  /** Such a record, with the endpoint that listed it. */
  readonly listedBy: (item: Item, endpoint: string) => Item;
}
