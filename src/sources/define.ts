import type { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Model } from '../model/model.js';
import type { PriceRow } from '../model/price.js';
import type { ProviderKind } from '../model/providerKind.js';
import { type Ask, type Asks, asksOf, type Pages } from './ask.js';
import type { Kind } from './kind.js';
import { offers } from './offers.js';
import { priceRows } from './prices/priceRows.js';

/** One way to a source's rows: an API list, a document, or another catalog's entry. */
export interface Endpoint<Row = unknown, Out = Draft> {
  /** Short noun for the manifest: `api`, `docs`, `catalog` … unique within the source. */
  readonly name: string;
  /** Whose word a price of this endpoint is. Default `provider`. */
  readonly origin?: `catalog:${string}`;
  /** Whether it is asked for what earlier endpoints left null. Default true; false for a second way to the same facts. */
  readonly fills?: boolean;
  /** By name, the list first; all asked for at once. */
  readonly requests: Readonly<Record<string, Ask>>;
  /** Splits what was asked for into rows, one a record. Throws `shapeError` where a page is not what it was. */
  readonly rows: (pages: Readonly<Record<string, unknown>>) => Iterable<unknown>;
  /** What a row needs to be read at all: require little, survive the rest (`parse/fields.ts`). */
  readonly row: z.ZodType<Row>;
  /** Why `created` of a row is the release of its model; without it, it is when the row was made, and no release. */
  readonly createdIsRelease?: string;
  /** Price keys of rows that are known and not for the record, or ends of such (`*.diem`), each with the reason. */
  readonly ignores?: Readonly<Record<string, string>>;
  /** Whether a row is of prices that no model is known for: it is skipped, and counted among those that are not placed. */
  readonly isUnplaced?: (row: Row) => boolean;
  /** Undefined for a row that is not on offer: it is skipped and counted. */
  readonly normalize: (row: Row) => Out | undefined;
}

/**
 * One provider or price list: data and pure functions. It never fetches, logs, or reads the clock or the environment.
 *
 * The endpoints are a chain: the first that works gives the records, and each later one fills what is still null in them
 * (matched by id, else by name). An endpoint whose requests need a key that is not there is passed over.
 */
export interface Source<Out = Draft, Item = Model> {
  /** What its rows become. */
  readonly kind: Kind<Out, Item>;
  /** models.dev id; also the name of the file, of the recording's folder and of the output. */
  readonly id: string;
  readonly name: string;
  /**
   * What it is to the models that it sells. `lab`: they are of its own making. `cloud`: a cloud that sells those of several
   * labs, on its own machines and by its own contract. `host`: runs open weights on its own machines. `gateway`: passes
   * calls on to others. `plan`: a subscription, of which single calls have no price of their own. Who is several of these
   * is what most of his models are. Null where nobody says, and for a price list, which sells nothing.
   */
  readonly providerKind: ProviderKind | null;
  /** Page for people. */
  readonly docs: string;
  /** Environment variables that hold a key for this provider's inference API. */
  readonly env: readonly string[];
  /** What it quotes prices in, for the table of sources. */
  readonly unit: string;
  /** recorded = a real body was seen, schema = official schema or typed clients agree, inferred = nobody has shown it. */
  readonly evidence: 'recorded' | 'schema' | 'inferred' | 'catalog';
  readonly endpoints: readonly Endpoint<unknown, Out>[];
}

/** A price list: prices of many providers' models, in the list's own names. */
export interface PriceList extends Source<PriceRow, PriceRow> {
  /** The list's name of a provider, by our provider id, where it is another one than the id in capitals. */
  readonly sellers: Readonly<Record<string, string>>;
  /** The list's names that stand for one and the same seller, by the name that is left out. */
  readonly sameSeller?: Readonly<Record<string, string>>;
}

/** What an index of its rows has to know of a list. */
export type ListNames = Pick<PriceList, 'id' | 'sellers' | 'sameSeller'>;

/** An endpoint as it is written down: `rows` is given what each request's `read` made of its pages, by the request's name. */
type Written<Row, Out, Declared extends Asks> = Omit<Endpoint<Row, Out>, 'requests' | 'rows'> & {
  readonly requests: Declared;
  readonly rows: (pages: Pages<Declared>) => Iterable<unknown>;
};

/** Keeps the types of row and pages together, then forgets them so that endpoints fit one list. */
export const defineEndpoint = <Row, Declared extends Asks, Out = Draft>(
  endpoint: Written<Row, Out, Declared>,
): Endpoint<unknown, Out> =>
  ({ ...endpoint, requests: asksOf(endpoint.requests) }) as unknown as Endpoint<unknown, Out>;

export const defineSource = (source: Omit<Source, 'kind'>): Source => ({ kind: offers, ...source });

export const definePriceList = (list: Omit<PriceList, 'kind' | 'providerKind'>): PriceList => ({
  kind: priceRows,
  providerKind: null,
  ...list,
});
