import { map, mergeMap, type MonoTypeOperatorFunction, Observable } from 'rxjs';

const waiting = new Set<() => void>();
let isDue = false;
/** Turns of the event loop before each value: an answer takes some five to come in whole, and what comes in leads to the next request. */
const turnsBetween = 8;

const due = (): void => {
  if (isDue || waiting.size === 0) return;
  isDue = true;
  setImmediate(serveAfter, turnsBetween - 1);
};

const serveAfter = (more: number): void => {
  if (more > 0) {
    setImmediate(serveAfter, more - 1);
    return;
  }
  isDue = false;
  const [serve] = waiting;
  if (!serve) return;
  waiting.delete(serve);
  due();
  serve();
};

/** Emits once, in a turn of the event loop that is nobody else's, after some in which all else went on. */
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
 * Passes each value on in a turn of the event loop of its own, with turns for all else between two values of all streams of
 * the process: what is made of a value takes time, in which no answer is heard and no request goes out.
 *
 * ```
 * a        --A--|
 * b        --B--|
 * result a --A--|
 * result b --B--|     of the same instant, but some turns later than A
 * ```
 */
export const ownTurn = <T>(): MonoTypeOperatorFunction<T> => mergeMap((value) => turn.pipe(map(() => value)));
