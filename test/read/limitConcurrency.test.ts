import { lastValueFrom, merge, of, throwError, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { limitConcurrency } from '../../src/read/limitConcurrency.js';
import { marbles } from '../marbles.js';

describe('limitConcurrency', () => {
  it('lets the next in when one ends, by completion or error, in the order they came', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const limited = limitConcurrency(2);
      const [a, b, c, d] = [cold('--a|'), cold('-#'), cold('--c|'), cold('--d|')] as const;
      expectObservable(a.pipe(limited())).toBe('--a|');
      expectObservable(b.pipe(limited())).toBe('-#');
      expectObservable(c.pipe(limited())).toBe('---c|');
      expectObservable(d.pipe(limited())).toBe('-----d|');
      expectSubscriptions(a.subscriptions).toBe('^--!');
      expectSubscriptions(b.subscriptions).toBe('^!');
      expectSubscriptions(c.subscriptions).toBe('-^--!');
      expectSubscriptions(d.subscriptions).toBe('---^--!');
    }));

  it('never starts what is unsubscribed while it waits, and gives the place of what is unsubscribed while it runs', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const limited = limitConcurrency(1);
      const [a, b, c] = [cold('------a|'), cold('b|'), cold('-c|')] as const;
      expectObservable(a.pipe(limited()), '^---!').toBe('---');
      expectObservable(b.pipe(limited()), '^-!').toBe('---');
      expectObservable(c.pipe(limited())).toBe('-----c|');
      expectSubscriptions(a.subscriptions).toBe('^---!');
      expectSubscriptions(b.subscriptions).toBe([]);
      expectSubscriptions(c.subscriptions).toBe('----^-!');
    }));

  it('loses nothing over sources that end at once', async () => {
    const limited = limitConcurrency(1);
    const many = Array.from({ length: 5_000 }, (_, index) => of(index).pipe(limited()));
    expect(await lastValueFrom(merge(...many).pipe(toArray()))).toHaveLength(5_000);
  });

  it('does not recurse where those who wait fail at once', () => {
    const limited = limitConcurrency(1);
    let failed = 0;
    marbles(({ cold, flush }) => {
      cold('-|').pipe(limited()).subscribe();
      for (let index = 0; index < 5_000; index += 1) {
        throwError(() => new Error('no network'))
          .pipe(limited())
          .subscribe({ error: () => (failed += 1) });
      }
      flush();
    });
    expect(failed).toBe(5_000);
  });
});
