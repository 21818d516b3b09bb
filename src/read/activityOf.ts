import { EMPTY, merge, mergeMap, type Observable } from 'rxjs';
import type { Activity } from '../model/activity.js';
import type { Network } from './network.js';
import type { Slots } from './slots.js';

/**
 * What the sources of a run do, as it happens; never ends. A retry is told of the source whose request it is, and of nobody
 * where that was given up.
 *
 * ```
 * slots    a---w--
 * network  --r----
 * result   a-R-w--     R = r with its source
 * ```
 */
export const activityOf = (
  slots: Pick<Slots, 'activity' | 'whose'>,
  { retries = EMPTY }: Pick<Network, 'retries'>,
): Observable<Activity> =>
  merge(
    slots.activity,
    retries.pipe(
      mergeMap((retry) => {
        const who = slots.whose(retry.request);
        return who ? [{ ...who, type: 'retrying' as const, ...retry }] : [];
      }),
    ),
  );
