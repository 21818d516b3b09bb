import type { Page } from '../model/page.js';
import type { SourceKind } from '../model/sourceKind.js';
import type { Brought } from './ask.js';
import type { Endpoint, Source } from './define.js';

/** Where a record is read from. */
export interface Place<Out, Item> {
  readonly source: Pick<Source<Out, Item>, 'id'>;
  readonly endpoint: Pick<Endpoint, 'name' | 'origin'>;
  /** The endpoint's first page. */
  readonly page: Pick<Page, 'url' | 'fetchedAt' | 'sha256' | 'via'>;
}

/** An endpoint that failed, or pages of it, and what did not come with that. */
export interface Lost {
  readonly endpoint: string;
  readonly brings: readonly Brought[];
}

/** What was lost now, and what it is kept from. */
export interface Keeping {
  readonly lost: readonly Lost[];
  /** The source's endpoints, best first. */
  readonly endpoints: readonly Pick<Endpoint, 'name' | 'origin'>[];
  /** The endpoint that gave the records now, and the one that gave the earlier ones. */
  readonly now: string;
  readonly before: string;
  /** ISO day of the earlier reading. */
  readonly day: string;
}

/** Records, and how much of them is kept from an earlier reading. */
export interface Kept<Item> {
  readonly items: readonly Item[];
  readonly kept: { readonly records: number; readonly prices: number; readonly facts: number };
}

/** What the rows of a source become, offers of models or rows of a price list: all that differs between the two. */
export interface Kind<Out, Item> {
  readonly name: SourceKind;
  /** The record of what `normalize` made of a row. Throws where it can't be one. */
  readonly item: (out: Out, place: Place<Out, Item>) => Item;
  /** Equal for two rows of one record, of which the second is skipped; null where each row stands for itself. */
  readonly key: (item: Item) => string | null;
  /** Name of the endpoint whose price a record of `endpoint` has; null where it has none. */
  readonly pricedBy: (item: Item, endpoint: string) => string | null;
  /** Fills what is null in `items` from those of a later endpoint. */
  readonly fill: (
    items: readonly Item[],
    others: readonly Item[],
    endpoint: Pick<Endpoint, 'name' | 'origin'>,
  ) => readonly Item[];
  /** Keeps of an earlier reading what was lost now, where nothing better came in its place. */
  readonly keep: (now: readonly Item[], before: readonly Item[], how: Keeping) => Kept<Item>;
  /** The record without what differs from reading to reading. */
  readonly facts: (item: Item) => unknown;
}
