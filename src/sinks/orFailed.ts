import { catchError, type MonoTypeOperatorFunction, of, throwError } from 'rxjs';
import type { Event } from '../model/events.js';
import { UnwrittenError } from './unwritten.js';

/**
 * Ends a source whose files could not be written in its failure, which takes the place of its end: the others go on. Any
 * other error of a sink, such as that nobody reads stdout, is the run's.
 *
 * ```
 * events   -sm-#        can't be written
 * result   -sm-(f|)
 * ```
 */
export const orFailed: MonoTypeOperatorFunction<Event> = (events) =>
  events.pipe(
    catchError((error: unknown) => {
      if (!(error instanceof UnwrittenError)) return throwError(() => error);
      const { source, fault } = error;
      const requests = { answered: 0, retried: 0, failed: 0 };
      return of<Event>({ type: 'failed', ...source, error: fault.error, retryAt: null, faults: [fault], requests });
    }),
  );
