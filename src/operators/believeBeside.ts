import { concatMap, map, type MonoTypeOperatorFunction, type Observable, take } from 'rxjs';
import type { Fault } from '../model/fault.js';
import type { Issue } from '../model/pricing.js';
import type { PriceRow } from '../model/price.js';
import type { Snapshot } from '../model/snapshot.js';
import { UnreadError } from '../read/unreadError.js';
import type { OpenCourt } from '../settle/court.js';

/**
 * Passes a price list on once it is known what the court makes of all lists together; errors with `UnreadError` where it is
 * not believed as a whole, so that none of its rows is left for a later run to go by. Only a list that is there waits for the
 * court.
 *
 * ```
 * snapshot  --(l|)
 * court     ----(c|)
 * result    ----(l|)      believed
 * result    ----#         in another unit than all others
 * ```
 */
export const believeBeside = (
  court: Observable<Pick<OpenCourt, 'apart'>>,
  list: string,
): MonoTypeOperatorFunction<Snapshot<PriceRow>> =>
  concatMap((snapshot) =>
    court.pipe(
      take(1),
      map(({ apart }) => {
        const issue = apart?.get(list);
        if (issue) throw new UnreadError([faultOf(snapshot, issue), ...snapshot.faults]);
        return snapshot;
      }),
    ),
  );

const faultOf = ({ endpoint, url }: Snapshot<PriceRow>, { detail }: Issue): Fault => ({
  ...{ endpoint, request: null, url, kind: 'shape', httpStatus: null, attempts: 1, retryAt: null },
  error: `${detail} None of its prices is believed`,
});
