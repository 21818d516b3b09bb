import { map, mergeMap, type MonoTypeOperatorFunction, Observable } from 'rxjs';

const waiting = new Set<() => void>();
let isDue = false;

const due = (): void => {
  if (isDue || waiting.size === 0) return;
  isDue = true;
  setImmediate(serveFirst);
};

const serveFirst = (): void => {
  isDue = false;
  const [serve] = waiting;
  if (!serve) return;
  waiting.delete(serve);
  due();
  serve();
};

/** Emits once, in the next turn of the event loop that is nobody else's. */
const turn = new Observable<void>((subscriber) => {
  const serve = () => {
    subscriber.next();
    subscriber.complete();
  };
  subscriber.add(() => waiting.delete(serve));
  waiting.add(serve);
  due();
});

/**
 * Passes each value on in a turn of the event loop of its own, one a turn over all streams of the process: what is made of a
 * value takes time, in which no answer is heard and no request goes out, and between two of them they do.
 *
 * ```
 * a        --A--|
 * b        --B--|
 * result a --A--|
 * result b --B--|     of the same instant, but a turn later than A
 * ```
 */
export const ownTurn = <T>(): MonoTypeOperatorFunction<T> => mergeMap((value) => turn.pipe(map(() => value)));
