import {
  defer,
  EMPTY,
  expand,
  identity,
  map,
  mergeMap,
  type MonoTypeOperatorFunction,
  type Observable,
  of,
} from 'rxjs';
import { ownTurn } from './ownTurn.js';
import { longestReading, timeFor } from './withinTime.js';

/** After so many ms of work all else goes on: an answer that came waits no longer, and the request that it frees a slot for. */
const longestSlice = 12;

/** Work that may be left off for a while wherever it yields. */
export type Sliced<Result> = Generator<undefined, Result>;

/**
 * What work on so many characters gives, done in slices, each in a turn of the event loop that is nobody else's. All of them
 * together take `longestMs` at most. Errors with what the work throws. `working` is applied to each slice but the first.
 *
 * ```
 * work     xx xx x
 * result   ------(R|)       all at once where the work is short
 * ```
 */
export const inSlices = <Result>(
  work: () => Sliced<Result>,
  characters: number,
  working: <T>() => MonoTypeOperatorFunction<T> = () => identity,
  longestMs: number = longestReading,
): Observable<Result> =>
  defer(() => {
    const begun = work();
    const within = timeFor(characters, longestMs);
    const slice = () => within(() => advanced(begun, performance.now() + longestSlice));
    return of(slice()).pipe(
      expand(({ done }) => (done ? EMPTY : of(undefined).pipe(ownTurn(), working(), map(slice)))),
      mergeMap((result) => (result.done ? of(result.value) : EMPTY)),
    );
  });

function advanced<Result>(work: Sliced<Result>, until: number): IteratorResult<undefined, Result> {
  for (;;) {
    const result = work.next();
    if (result.done === true || performance.now() >= until) return result;
  }
}
