import { Observable } from 'rxjs';

/**
 * Runs `work` on each subscription, gives what it resolves to and completes; a rejection becomes the error.
 *
 * Each subscription has its own signal, because one shared by all requests warns of a listener leak at the eleventh.
 * Unsubscription aborts it. So does the end, which frees what the work left open. The promise must cover the body as
 * well as the headers: what happens after it settles can be stopped by nobody.
 *
 * ```
 * work     -----v
 * result   -----(v|)
 *
 * unsub    ---!
 * signal   ---x        aborted
 * ```
 */
export function abortable<T>(work: (signal: AbortSignal) => Promise<T>): Observable<T> {
  return new Observable((subscriber) => {
    const controller = new AbortController();
    subscriber.add(() => controller.abort());
    work(controller.signal).then(
      (value) => {
        subscriber.next(value);
        subscriber.complete();
      },
      (error: unknown) => subscriber.error(error),
    );
  });
}
