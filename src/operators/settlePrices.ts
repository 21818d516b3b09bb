import { catchError, EMPTY, map, type Observable, of, type OperatorFunction, throwError, throwIfEmpty } from 'rxjs';
import { SourceError } from '../fetch/errors.js';
import { leastKept } from './guardEarlier.js';
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
  /** Believe a list that lost more than 30 % of its rows. Default false. */
  readonly acceptShrink?: boolean | undefined;
}

/**
 * Settles on a price list: where reading it fails, the last one stands in, else the recording, else none. The last one
 * also stands in for one that lost more than 30 % of its rows, which is more likely cut short than cleaned up.
 * Never errors for the list's sake.
 *
 * ```
 * list      --#
 * recorded    --(r|)
 * result    ----(S|)     S with status recording and the error
 * ```
 */
export function settlePrices(options: SettlePricesOptions): OperatorFunction<PriceList, SettledPrices> {
  const { earlier, recorded } = options;
  return (read) =>
    read.pipe(
      map((list) => believed(list, options)),
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

function believed(list: PriceList, { earlier, acceptShrink = false }: SettlePricesOptions): SettledPrices {
  if (earlier && !acceptShrink && list.rows.length < earlier.rows.length * leastKept) {
    const error = `the price list fell from ${earlier.rows.length} to ${list.rows.length} rows; if that is right, run again with --accept-shrink`;
    return { list: earlier, status: 'stale', error, retryAt: null };
  }
  return { list, status: list.via === 'recording' ? 'recording' : 'fresh', error: null, retryAt: null };
}
