import { catchError, EMPTY, map, type Observable, of, type OperatorFunction, throwError, throwIfEmpty } from 'rxjs';
import type { Settled } from '../model/events.js';
import type { ProviderFile } from '../model/providerFile.js';
import { shapeOf } from '../model/shape.js';
import { ChainError, retryAtOf, type SourceReading } from './readSource.js';

export interface StandInOptions {
  /** The provider's last output, where there is one. */
  readonly earlier?: ProviderFile | undefined;
  /** The provider read from its recordings; not given where recordings may not stand in. */
  readonly recorded?: Observable<SourceReading> | undefined;
}

/**
 * Settles a reading. Where it fails, the last good output stands in, else the recordings; else the error passes on.
 * An output that was itself made from recordings is no better than the recordings and doesn't count as good.
 *
 * ```
 * reading    --#
 * recorded     --(r|)
 * result     ----(S|)       S recording or, with an earlier output, at once S stale
 * ```
 */
export function standIn({ earlier, recorded }: StandInOptions): OperatorFunction<SourceReading, Settled> {
  return (reading) =>
    reading.pipe(
      map((read) => settled(read)),
      catchError((error: unknown) => {
        if (!(error instanceof ChainError)) throw error;
        if (earlier && earlier.via !== 'recording') return of(fromEarlier(earlier, error));
        return (recorded ?? EMPTY).pipe(
          map((read) => ({ ...settled(read), ...whyOf(error) })),
          catchError(() => throwError(() => error)),
          throwIfEmpty(() => error),
        );
      }),
    );
}

function settled({ catalog, before, faults }: SourceReading): Settled {
  const { models, rejected, skipped, link, via, fetchedAt, requests, bytes, rows } = catalog;
  return {
    status: via === 'recording' ? 'recording' : 'fresh',
    ...{ models, rejected, skipped, link, via, fetchedAt, readAt: fetchedAt, requests, bytes, faults },
    rows: rows.length,
    error: via === 'recording' ? null : (before[0]?.error ?? null),
    retryAt: via === 'recording' ? null : retryAtOf(before),
    drift: null,
    shape: shapeOf(rows),
  };
}

type Why = Pick<ChainError, 'message' | 'faults'>;

const whyOf = ({ message, faults }: Why) => ({ error: message, retryAt: retryAtOf(faults), faults });

/** The earlier output in place of what could not be read, or should not be believed. */
export const fromEarlier = (earlier: ProviderFile, why: Why): Settled => ({
  ...fromFile(earlier),
  status: 'stale',
  ...whyOf(why),
});

/** An output as it stands in its file. */
export const fromFile = ({ models, link, via, fetchedAt }: ProviderFile): Settled => ({
  status: via === 'recording' ? 'recording' : 'unchanged',
  ...{ models, link, via, fetchedAt, readAt: fetchedAt, rejected: [], rows: models.length },
  ...{ skipped: 0, requests: 0, bytes: 0 },
  ...{ error: null, retryAt: null, faults: [], drift: null, shape: {} },
});
