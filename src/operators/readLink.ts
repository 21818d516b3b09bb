import { defer, from, map, mergeMap, type Observable, toArray } from 'rxjs';
import { shapeError } from '../fetch/errors.js';
import type { Page } from '../fetch/request.js';
import type { DeadLetter } from '../model/events.js';
import { type Model, model as modelSchema } from '../model/model.js';
import { offer, provenance } from '../sources/offer.js';
import type { Link, Source } from '../sources/source.js';
import { type Fetch, fetchPages } from './fetchPages.js';
import { normalizeRows } from './normalizeRows.js';
import { validateRows } from './validateRows.js';

/** All that one link says: rows = models + rejected + skipped. */
export interface Catalog {
  readonly link: string;
  readonly via: Page['via'];
  readonly fetchedAt: string;
  readonly models: readonly Model[];
  readonly rejected: readonly DeadLetter[];
  readonly skipped: number;
  readonly rows: readonly unknown[];
  readonly requests: number;
  readonly bytes: number;
}

/**
 * Reads one link, start to end: fetch, split, judge, normalize. Emits once.
 *
 * Errors with a `SourceError`: of the network, or of shape where the pages hold no model at all.
 *
 * ```
 * pages    ---([A B]|)
 * result   ---(C|)          C the catalog of both pages
 * ```
 */
export function readLink(source: Source, link: Link, fetch: Fetch): Observable<Catalog> {
  return fetchPages(link, fetch).pipe(mergeMap((pages) => defer(() => readPages(source, link, pages))));
}

function readPages(source: Source, link: Link, pages: readonly Page[]): Observable<Catalog> {
  const [first] = pages;
  if (!first) throw shapeError('no page came');
  const rows = split(link, pages);
  const origin = provenance(link, first);
  const toModel = (row: unknown) => {
    const draft = link.normalize(row);
    return draft && modelSchema.parse(offer(draft, source, link, origin));
  };
  return from(rows).pipe(
    validateRows(link.row),
    normalizeRows(source.id, toModel),
    toArray(),
    map((readings): Catalog => {
      const models = readings.flatMap((reading) => (reading.type === 'model' ? [reading.model] : []));
      const rejected = readings.flatMap((reading) => (reading.type === 'rejected' ? [reading.letter] : []));
      const skipped = readings.length - models.length - rejected.length;
      if (models.length === 0) throw noModel(rows.length, rejected);
      const bytes = pages.reduce((sum, page) => sum + page.bytes, 0);
      return {
        link: link.name,
        via: first.via,
        fetchedAt: first.fetchedAt,
        models,
        rejected,
        skipped,
        rows,
        requests: pages.length,
        bytes,
      };
    }),
  );
}

/** `link.rows`, with whatever it throws as a shape error. */
function split(link: Link, pages: readonly Page[]): unknown[] {
  try {
    return [...link.rows(pages)];
  } catch (error) {
    if (error instanceof Error && error.name === 'SourceError') throw error;
    throw shapeError(`the answer is not what it was: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

const noModel = (rows: number, rejected: readonly DeadLetter[]) =>
  shapeError(
    rows === 0
      ? 'the answer holds no models'
      : `none of the ${rows} rows is a model${rejected[0] ? ` (the first one: ${rejected[0].reason})` : ''}`,
  );
