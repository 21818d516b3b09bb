import { describe, it } from 'vitest';
import { eachFrame } from '../../src/operators/eachFrame.js';
import { marbles } from '../marbles.js';

describe('eachFrame', () => {
  it('gives the latest value again and again, however many come or none, and ends with its source', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('abc----d--|');
      expectObservable(source.pipe(eachFrame(4))).toBe('----c---d-|', {
        c: { value: 'c', now: 4 },
        d: { value: 'd', now: 8 },
      });
      expectSubscriptions(source.subscriptions).toBe('^---------!');
    }));

  it('goes on while nothing comes, and gives nothing before the first value', () =>
    marbles(({ cold, expectObservable }) =>
      expectObservable(cold('---a-------|').pipe(eachFrame(2))).toBe('----a-b-c-d|', {
        a: { value: 'a', now: 4 },
        b: { value: 'a', now: 6 },
        c: { value: 'a', now: 8 },
        d: { value: 'a', now: 10 },
      }),
    ));

  it('ends with a source that ends before the first frame', () =>
    marbles(({ cold, expectObservable }) => expectObservable(cold('(a|)').pipe(eachFrame(4))).toBe('|')));

  it('passes an error on at once', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('a-#');
      expectObservable(source.pipe(eachFrame(4))).toBe('--#');
      expectSubscriptions(source.subscriptions).toBe('^-!');
    }));

  it('passes unsubscription upstream', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('a-----');
      expectObservable(source.pipe(eachFrame(2)), '^--!').toBe('--a', { a: { value: 'a', now: 2 } });
      expectSubscriptions(source.subscriptions).toBe('^--!');
    }));
});
