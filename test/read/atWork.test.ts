import { asyncScheduler, of, tap, throwError } from 'rxjs';
import { afterEach, expect, it, vi } from 'vitest';
import { atWork } from '../../src/read/atWork.js';
import { marbles } from '../marbles.js';

afterEach(() => vi.restoreAllMocks());

it('passes all on as it is', () =>
  marbles(({ cold, expectObservable, expectSubscriptions }) => {
    const ends = cold('--a--(b|)');
    const fails = cold('-a#');
    expectObservable(ends.pipe(atWork(() => undefined))).toBe('--a--(b|)');
    expectObservable(fails.pipe(atWork(() => undefined))).toBe('-a#');
    expectObservable(ends.pipe(atWork(() => undefined)), '^---!').toBe('--a');
    expectSubscriptions(ends.subscriptions).toBe(['^----!', '^---!']);
    expectSubscriptions(fails.subscriptions).toBe('^-!');
  }));

it('tells how long each value was worked on, also where that fails', () => {
  let now = 100;
  vi.spyOn(asyncScheduler, 'now').mockImplementation(() => now);
  const told: number[][] = [];
  const fails = of(7).pipe(
    atWork((...span) => told.push(span)),
    tap((ms) => (now += ms)),
    tap(() => {
      throw new Error('it can not be read');
    }),
  );
  fails.subscribe({ error: () => undefined });
  of(5, 0)
    .pipe(
      atWork((...span) => told.push(span)),
      tap((ms) => (now += ms)),
    )
    .subscribe();
  throwError(() => new Error('no value'))
    .pipe(atWork((...span) => told.push(span)))
    .subscribe({ error: () => undefined });
  expect(told).toEqual([
    [100, 107],
    [107, 112],
    [112, 112],
  ]);
});
