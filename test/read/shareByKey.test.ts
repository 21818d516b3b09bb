import { firstValueFrom, Observable, take } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { shareByKey } from '../../src/read/shareByKey.js';
import { marbles } from '../marbles.js';

describe('shareByKey', () => {
  it('runs once for all who ask for the same, early or late', () =>
    marbles(({ cold, hot, expectObservable, expectSubscriptions }) => {
      const source = cold('---(v|)');
      const share = shareByKey<string>();
      expectObservable(share('k', source)).toBe('            ---(v|)');
      expectObservable(share('k', source), '  -^').toBe('      ---(v|)');
      expectObservable(share('k', source), '  ------^').toBe(' ------(v|)');
      expectObservable(share('other', hot('-(w|)'))).toBe('    -(w|)');
      expectSubscriptions(source.subscriptions).toBe('        ^--!');
    }));

  it('keeps a failure and does not try again for each asker', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('--#');
      const share = shareByKey<string>();
      expectObservable(share('k', source)).toBe('            --#');
      expectObservable(share('k', source), '  -----^').toBe('  -----#');
      expectSubscriptions(source.subscriptions).toBe('        ^-!');
    }));

  it('goes on while one of two waiters is left, in either order', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('----(v|)');
      const share = shareByKey<string>();
      expectObservable(share('k', source), '  ^-!').toBe('     ---');
      expectObservable(share('k', source), '  -^').toBe('      ----(v|)');
      expectSubscriptions(source.subscriptions).toBe('        ^---!');
    }));

  it('stops when the last waiter leaves before the end, and starts anew for the next', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('----(v|)');
      const share = shareByKey<string>();
      expectObservable(share('k', source), '  ^--!').toBe('            ---');
      expectObservable(share('k', source), '  ^-!').toBe('             ---');
      expectObservable(share('k', source), '  ------^').toBe('         ----------(v|)');
      expectSubscriptions(source.subscriptions).toBe(['       ^--!', ' ------^---!']);
    }));

  it('keeps the value where a waiter leaves on it', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('--v-|');
      const share = shareByKey<string>();
      expectObservable(share('k', source).pipe(take(1))).toBe('--(v|)');
      expectObservable(share('k', source), '  ------^').toBe(' ------(v|)');
      expectSubscriptions(source.subscriptions).toBe('        ^---!');
    }));

  it('runs a synchronous source once', async () => {
    let runs = 0;
    const source = new Observable<number>((subscriber) => {
      subscriber.next(++runs);
      subscriber.complete();
    });
    const share = shareByKey<number>();
    expect(await firstValueFrom(share('k', source))).toBe(1);
    expect(await firstValueFrom(share('k', source))).toBe(1);
  });
});
