import type { z } from 'zod';
import type { Page, Request } from '../fetch/request.js';
import type { Cost, Issue, Lifecycle, Modality, Mode, Model, Tier } from '../model/model.js';

/** What a source says of one model; what it leaves out is not known. */
export interface Draft {
  /** Exactly what the provider's API takes. */
  readonly id: string;
  readonly name?: string | null | undefined;
  readonly ownedBy?: string | null | undefined;
  readonly mode?: Mode | null | undefined;
  readonly modalities?: { readonly input?: readonly Modality[]; readonly output?: readonly Modality[] };
  /** Tokens; 0 and below read as not known. */
  readonly limit?: { readonly context?: number | null | undefined; readonly output?: number | null };
  readonly capabilities?: Partial<Model['capabilities']>;
  readonly openWeights?: boolean | null | undefined;
  readonly quantization?: string | null | undefined;
  /** Dates: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly knowledge?: string | null | undefined;
  readonly releaseDate?: string | null | undefined;
  readonly lastUpdated?: string | null | undefined;
  readonly status?: Lifecycle | null | undefined;
  readonly deprecatedAt?: string | null | undefined;
  readonly retiresAt?: string | null | undefined;
  /** USD per 1K tokens, from `parse/money.ts`. */
  readonly cost?: { readonly [field in keyof Cost]?: number | null | undefined };
  readonly tiers?: readonly Tier[];
  /** Said by the provider, never concluded from a zero. */
  readonly priceStatus?: 'free' | 'variable' | 'plan' | undefined;
  /** What a reader of the price should know, such as two price tables that contradict each other. */
  readonly issues?: readonly Issue[] | undefined;
}

/** One way to a provider's catalog: an API list, a document, or another catalog's entry. */
export interface Link<Row = unknown> {
  /** Short noun for the manifest: `api`, `docs`, `catalog` … unique within the source. */
  readonly name: string;
  /** Whose word a price of this link is. Default `provider`. */
  readonly origin?: `catalog:${string}`;
  /** Whether it is asked for what earlier links left null. Default true; false for a second way to the same facts. */
  readonly fills?: boolean;
  /** All asked for at once; their pages are given to `rows` in this order. */
  readonly requests: readonly Request[];
  /** What to ask for next, given a page that has just come: the next page of a list, a page for each model. */
  readonly next?: (page: Page) => readonly Request[];
  /** Splits the pages into rows, one a model. Throws `shapeError` where a page is not what it was. */
  readonly rows: (pages: readonly Page[]) => Iterable<unknown>;
  /** What a row needs to be read at all: require little, survive the rest (`parse/fields.ts`). */
  readonly row: z.ZodType<Row>;
  /** Undefined for a row that is not a model on offer: it is skipped and counted. */
  readonly normalize: (row: Row) => Draft | undefined;
}

/**
 * One provider: data and pure functions. It never fetches, logs, or reads the clock or the environment.
 *
 * The links are a chain: the first that works gives the models, and each later one fills what is still null in them
 * (matched by id, else by name). A link whose requests need a key that is not there is passed over.
 */
export interface Source {
  /** models.dev id; also the name of the file, of the recording's folder and of the output. */
  readonly id: string;
  readonly name: string;
  /** Page for people. */
  readonly docs: string;
  /** Environment variables that hold a key for this provider's inference API. */
  readonly env: readonly string[];
  /** What the provider quotes prices in, for the table of sources. */
  readonly unit: string;
  /** recorded = a real body was seen, schema = official schema or typed clients agree, inferred = nobody has shown it. */
  readonly evidence: 'recorded' | 'schema' | 'inferred' | 'catalog';
  readonly links: readonly Link[];
}

/** Keeps the row type between `row` and `normalize`, then forgets it so that links fit one list. */
export const defineLink = <Row>(link: Link<Row>): Link => link as unknown as Link;

export const defineSource = (source: Source): Source => source;
