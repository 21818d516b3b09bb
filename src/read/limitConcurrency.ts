import { type MonoTypeOperatorFunction, Observable, type Subscriber } from 'rxjs';

/**
 * Gives an operator that lets at most `limit` of the sources it is applied to run at a time; the others wait their
 * turn in the order they came. A source that is unsubscribed while it waits never starts; one that runs makes room.
 *
 * ```
 * a        --a|               limit 1
 * b        --b|
 * result a --a|
 * result b -----b|
 * ```
 */
export function limitConcurrency(limit: number): <T>() => MonoTypeOperatorFunction<T> {
  const waiting = new Set<() => void>();
  let running = 0;
  let starting = false;

  // A loop, not a call from the end of one to the start of the next, which for sources that fail at once would recurse.
  const startWaiting = () => {
    if (starting) return;
    starting = true;
    for (const start of waiting) {
      if (running >= limit) break;
      waiting.delete(start);
      start();
    }
    starting = false;
  };

  const enter = <T>(source: Observable<T>, subscriber: Subscriber<T>) => {
    const start = () => {
      running += 1;
      subscriber.add(() => {
        running -= 1;
        startWaiting();
      });
      subscriber.add(source.subscribe(subscriber));
    };
    waiting.add(start);
    subscriber.add(() => waiting.delete(start));
    startWaiting();
  };

  return () => (source) => new Observable((subscriber) => enter(source, subscriber));
}
