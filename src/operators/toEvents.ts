import { catchError, concat, from, mergeMap, of, type OperatorFunction } from 'rxjs';
import type { Event, Settled } from '../model/events.js';
import { ChainError, retryAtOf } from './readSource.js';

/**
 * Spreads what a run settled on into the provider's events. Never errors for a source's sake: that is its last event.
 *
 * ```
 * settled   --(S|)          two models, one rejected row
 * result    --(mmrc|)
 *
 * settled   --#
 * result    --(f|)
 * ```
 */
export function toEvents(provider: string): OperatorFunction<Settled, Event> {
  return (settled) =>
    settled.pipe(
      mergeMap(({ models, enriched = models, rejected, ...end }) =>
        concat(
          from(models.map((model, i): Event => ({ type: 'model', provider, model, enriched: enriched[i] ?? model }))),
          from(rejected.map((letter): Event => ({ type: 'rejected', provider, letter }))),
          of<Event>({ type: 'completed', provider, ...end, files: [] }),
        ),
      ),
      catchError((error: unknown) => {
        if (!(error instanceof ChainError)) throw error;
        const { message, faults } = error;
        return of<Event>({ type: 'failed', provider, error: message, retryAt: retryAtOf(faults), faults });
      }),
    );
}
