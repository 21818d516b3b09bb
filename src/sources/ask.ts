import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';

/**
 * What a companion brings: models that only it lists, prices, other facts of models that the list names, or the ids that
 * the API takes of models that the list calls otherwise.
 */
export type Brought = 'models' | 'prices' | 'facts' | 'ids';

/** One of an endpoint's named requests, and what is made of the pages that answer it. */
export interface Ask<Got = unknown> {
  /** Asked for at once. */
  readonly requests: readonly Request[];
  /** What to ask for once a page of another of the endpoint's requests has come, by that one's name. */
  readonly of?: Readonly<Record<string, (page: Page) => readonly Request[]>>;
  /** What to ask for next, given a page of this very request: the next page of a list. */
  readonly next?: (page: Page) => readonly Request[];
  /** Set for a companion, without which the rows can be read: what is missing where it fails. */
  readonly brings?: readonly Brought[];
  /** Reads one page. What it throws is a fault of the page. */
  readonly read: (page: Page) => unknown;
  /** What `rows` is given of all that was read, in the order of the requests. */
  readonly gather: (read: readonly unknown[]) => Got;
}

/** Requests as an endpoint declares them; a bare one is required, and `rows` is given its page. */
export type Asks = Readonly<Record<string, Ask | Request>>;

/** What `rows` is given. */
export type Pages<Declared extends Asks> = {
  readonly [name in keyof Declared]: Declared[name] extends Ask<infer Got> ? Got : Page;
};

const whole = (page: Page): Page => page;
const all = (read: readonly unknown[]) => read;
const first = ([one]: readonly unknown[]) => one;

/** A list that comes in pages; `next` names the next one. `rows` is given them all. */
export const paged = (request: Request, next: (page: Page) => readonly Request[]): Ask<readonly Page[]> => ({
  requests: [request],
  next,
  read: whole,
  gather: all as (read: readonly unknown[]) => readonly Page[],
});

/** Several requests, each as needed as the others. `rows` is given their pages in that order. */
export const pages = (requests: readonly Request[]): Ask<readonly Page[]> => ({
  requests,
  read: whole,
  gather: all as (read: readonly unknown[]) => readonly Page[],
});

/** How a companion is read, and what is lost without it. */
interface CompanionUse<Read> {
  readonly brings: Brought | readonly Brought[];
  readonly read: (page: Page) => Read;
}

/** A page that the rows can do without, such as a page of prices: undefined where it fails or can't be read. */
export const companion = <Read>(request: Request, { brings, read }: CompanionUse<Read>): Ask<Read | undefined> => ({
  requests: [request],
  brings: [brings].flat(),
  read,
  gather: first as (read: readonly unknown[]) => Read | undefined,
});

/** Several such pages: a list of its own, or one for each model. Those that fail or can't be read are left out. */
export const companions = <Read>({
  requests = [],
  brings,
  ...more
}: CompanionUse<Read> & Pick<Ask, 'of' | 'next'> & { readonly requests?: readonly Request[] }): Ask<
  readonly Read[]
> => ({
  requests,
  brings: [brings].flat(),
  ...more,
  gather: all as (read: readonly unknown[]) => readonly Read[],
});

const isAsk = (declared: Ask | Request): declared is Ask => 'requests' in declared;

/** The declared requests, the bare ones spelled out. */
export const asksOf = (declared: Asks): Record<string, Ask> =>
  Object.fromEntries(
    Object.entries(declared).map(([name, ask]) => [
      name,
      isAsk(ask) ? ask : { requests: [ask], read: whole, gather: first },
    ]),
  );
