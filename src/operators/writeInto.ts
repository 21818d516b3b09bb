import { bufferCount, concat, concatMap, connect, from, mergeMap, type MonoTypeOperatorFunction, take } from 'rxjs';
import type { Event } from '../model/events.js';

/** Events a write: small enough to be a pause for the others, large enough to be few awaits. */
const batch = 256;

/**
 * Writes a source's events to the run's sink and passes them on once they are taken: awaiting it is the back-pressure.
 * An error of the sink is the stream's. Committing and taking back are the run's business.
 *
 * ```
 * events   --(mmc|)
 * sink     --W               W takes all three until 4
 * result   ----(mmc|)
 * ```
 */
export function writeInto(sink: {
  readonly write: (events: readonly Event[]) => Promise<void>;
}): MonoTypeOperatorFunction<Event> {
  return (events) =>
    events.pipe(
      // A source's start is told at once, what follows in batches.
      connect((shared) => concat(shared.pipe(take(1), bufferCount(1)), shared.pipe(bufferCount(batch)))),
      concatMap(async (some) => {
        await sink.write(some);
        return some;
      }),
      mergeMap((some) => from(some)),
    );
}
