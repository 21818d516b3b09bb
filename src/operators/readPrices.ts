import { map, type Observable, from, mergeMap, toArray } from 'rxjs';
import { shapeError } from '../fetch/errors.js';
import type { Page } from '../fetch/request.js';
import type { PriceRow } from '../model/price.js';
import type { PriceSource } from '../sources/prices/priceSource.js';
import type { Fetch } from './fetchPages.js';
import { validateRows } from './validateRows.js';

/** A price list as read: rows = prices + rejected. */
export interface PriceList {
  readonly source: string;
  readonly url: string;
  readonly via: Page['via'];
  readonly fetchedAt: string;
  readonly bytes: number;
  readonly rows: readonly PriceRow[];
  /** Rows that could not be read, with the reason. */
  readonly rejected: readonly { readonly path: string; readonly reason: string; readonly row: unknown }[];
}

/**
 * Reads a price list, start to end. Emits once; errors with a `SourceError`, also where no row can be read.
 *
 * ```
 * page     --(P|)
 * result   --(L|)        L all its rows
 * ```
 */
export function readPrices(source: PriceSource, fetch: Fetch): Observable<PriceList> {
  return fetch(source.request).pipe(mergeMap((page) => readPage(source, page)));
}

/** `readPrices` for a page that is already there. */
export function readPage(source: PriceSource, page: Page): Observable<PriceList> {
  return from([...source.rows(page)]).pipe(
    validateRows(source.row),
    toArray(),
    map((judged) => {
      const rows = judged.flatMap((row) => (row.ok ? [source.normalize(row.value)] : []));
      const rejected = judged.flatMap(({ ...row }) =>
        row.ok ? [] : [{ path: row.path, reason: row.reason, row: row.row }],
      );
      if (rows.length === 0)
        throw shapeError(`no row of the price list can be read (${rejected[0]?.reason ?? 'it is empty'})`);
      const { url, via, fetchedAt, bytes } = page;
      return { source: source.id, url, via, fetchedAt, bytes, rows, rejected };
    }),
  );
}
