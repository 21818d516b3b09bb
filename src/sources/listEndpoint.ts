import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { defineEndpoint, type Endpoint } from './define.js';
import { jsonList } from './parse/json.js';

/** How the rows of a list are read. */
export interface Reading<Row> extends Pick<
  Endpoint<Row>,
  'row' | 'createdIsRelease' | 'fills' | 'ignores' | 'normalize'
> {
  /** Splits the page into rows; left out for JSON with its rows under `data`. */
  readonly rows?: (page: Page) => Iterable<unknown>;
}

/** The endpoint of a list that is one page and needs no other: JSON, or a document where `rows` reads it. */
export const listEndpoint = <Row>(
  name: string,
  { list: request, rows = (page) => jsonList(page, 'data'), ...reading }: Reading<Row> & { readonly list: Request },
): Endpoint => defineEndpoint({ name, requests: { list: request }, rows: ({ list }) => rows(list), ...reading });
