import { catchError, EMPTY, map, type Observable, of, type OperatorFunction, throwError, throwIfEmpty } from 'rxjs';
import { SourceError } from '../fetch/errors.js';
import type { PriceList } from './readPrices.js';

/** The price list that a run goes by. */
export interface SettledPrices {
  /** Null where there is none at all: models keep the prices they have. */
  readonly list: PriceList | null;
  readonly status: 'fresh' | 'recording' | 'stale' | 'failed';
  readonly error: string | null;
  readonly retryAt: string | null;
}

export interface SettlePricesOptions {
  /** The list that the last run went by, where there is one that was not a recording. */
  readonly earlier?: PriceList | undefined;
  /** The recorded list; not given where recordings may not stand in. */
  readonly recorded?: Observable<PriceList> | undefined;
}

/**
 * Settles on a price list: where reading it fails, the last one stands in, else the recording, else none.
 * Never errors for the list's sake.
 *
 * ```
 * list      --#
 * recorded    --(r|)
 * result    ----(S|)     S with status recording and the error
 * ```
 */
export function settlePrices({ earlier, recorded }: SettlePricesOptions): OperatorFunction<PriceList, SettledPrices> {
  return (read) =>
    read.pipe(
      map((list): SettledPrices => ({
        list,
        status: list.via === 'recording' ? 'recording' : 'fresh',
        error: null,
        retryAt: null,
      })),
      catchError((error: unknown) => {
        if (!(error instanceof SourceError)) throw error;
        const why = { error: error.message, retryAt: error.retryAt ?? null };
        if (earlier) return of<SettledPrices>({ list: earlier, status: 'stale', ...why });
        return (recorded ?? EMPTY).pipe(
          map((list): SettledPrices => ({ list, status: 'recording', ...why })),
          throwIfEmpty(() => error),
          catchError((again: unknown) =>
            again instanceof SourceError
              ? of<SettledPrices>({ list: null, status: 'failed', ...why })
              : throwError(() => again),
          ),
        );
      }),
    );
}
