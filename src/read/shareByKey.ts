import type { Observable } from 'rxjs';
import { once } from './once.js';

/**
 * Makes askers for the same thing share one run of it. Takes a key and a source of one value; gives the shared source.
 * How it ends, well or not, is kept and given to later askers, so a failed download is not tried again by each of them.
 * One of two waiters may leave; when the last one leaves before the end, the run is unsubscribed and the next asker
 * starts anew.
 *
 * ```
 * source    ---v|          subscribed once
 * asker 1   ---v|
 * asker 2     ^v|
 * asker 3         (v|)
 * ```
 */
export function shareByKey<T>(): (key: string, source: Observable<T>) => Observable<T> {
  const known = new Map<string, Observable<T>>();

  return (key, source) => {
    const shared = known.get(key) ?? source.pipe(once());
    known.set(key, shared);
    return shared;
  };
}
