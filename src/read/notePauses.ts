import { filter, type MonoTypeOperatorFunction, using } from 'rxjs';
import { activityOf } from './activityOf.js';
import type { Network } from './network.js';
import type { Slots } from './slots.js';

/**
 * Passes all on, and notes meanwhile in the slots which requests wait to be made again.
 *
 * ```
 * source   --a----b|
 * network  ---r-----
 * result   --a----b|     the source whose request r is has paused from 3 on
 * ```
 */
export const notePauses =
  <T>(
    slots: Pick<Slots, 'activity' | 'whose' | 'pause'>,
    network: Pick<Network, 'retries'>,
  ): MonoTypeOperatorFunction<T> =>
  (source) =>
    using(
      () =>
        activityOf(slots, network)
          .pipe(filter((one) => one.type === 'retrying'))
          .subscribe((retry) => slots.pause(retry, retry.at)),
      () => source,
    );
