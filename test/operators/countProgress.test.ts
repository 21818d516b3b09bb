import { describe, it } from 'vitest';
import type { Event, Started } from '../../src/model/events.js';
import { countProgress } from '../../src/operators/countProgress.js';
import { completed, failed, modelRead, priceRead, rejected, started } from '../builders.js';
import { marbles } from '../marbles.js';

const acme = started('acme', 'Acme');
const beta = started('beta', 'Beta AI');
const prices: Started = { ...started('acme', 'Acme Prices'), kind: 'prices' };
const done = completed();
const pricesDone = completed({}, { kind: 'prices' });
const lost = failed({ source: 'beta' });

describe('countProgress', () => {
  it('tells of each start and each end, with the time so far and the time to come', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const events = cold<Event>('--a--b--m--r--c--f--|', {
        ...{ a: acme, b: beta, m: modelRead(), r: rejected(), c: done, f: lost },
      });
      expectObservable(events.pipe(countProgress(4))).toBe('--a--b--------c--f--|', {
        a: { done: 0, running: 1, total: 4, elapsedMs: 2, etaMs: null, event: acme, name: 'Acme' },
        b: { done: 0, running: 2, total: 4, elapsedMs: 5, etaMs: null, event: beta, name: 'Beta AI' },
        c: { done: 1, running: 1, total: 4, elapsedMs: 14, etaMs: 42, event: done, name: 'Acme' },
        f: { done: 2, running: 0, total: 4, elapsedMs: 17, etaMs: 17, event: lost, name: 'Beta AI' },
      });
      expectSubscriptions(events.subscriptions).toBe('^-------------------!');
    }));

  it('counts price lists as providers, and takes none for the provider of the same id', () =>
    marbles(({ cold, expectObservable }) => {
      const events = cold<Event>('p-a-q-d-c|', { p: prices, a: acme, q: priceRead(), d: pricesDone, c: done });
      expectObservable(events.pipe(countProgress(2))).toBe('p-a---d-c|', {
        p: { done: 0, running: 1, total: 2, elapsedMs: 0, etaMs: null, event: prices, name: 'Acme Prices' },
        a: { done: 0, running: 2, total: 2, elapsedMs: 2, etaMs: null, event: acme, name: 'Acme' },
        d: { done: 1, running: 1, total: 2, elapsedMs: 6, etaMs: 6, event: pricesDone, name: 'Acme Prices' },
        c: { done: 2, running: 0, total: 2, elapsedMs: 8, etaMs: 0, event: done, name: 'Acme' },
      });
    }));

  it('grows the total where more sources start than were planned', () =>
    marbles(({ cold, expectObservable }) => {
      const events = cold<Event>('ab|', { a: acme, b: beta });
      expectObservable(events.pipe(countProgress(1))).toBe('ab|', {
        a: { done: 0, running: 1, total: 1, elapsedMs: 0, etaMs: null, event: acme, name: 'Acme' },
        b: { done: 0, running: 2, total: 2, elapsedMs: 1, etaMs: null, event: beta, name: 'Beta AI' },
      });
    }));

  it('counts the time and the sources of each subscription for itself', () =>
    marbles(({ cold, expectObservable }) => {
      const progress = cold<Event>('a|', { a: acme }).pipe(countProgress(1));
      const value = { done: 0, running: 1, total: 1, elapsedMs: 0, etaMs: null, event: acme, name: 'Acme' };
      expectObservable(progress).toBe('a|', { a: value });
      expectObservable(progress, '---^').toBe('---a|', { a: value });
    }));

  it('passes an error on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const events = cold<Event>('--#');
      expectObservable(events.pipe(countProgress(1))).toBe('--#');
      expectSubscriptions(events.subscriptions).toBe('^-!');
    }));

  it('passes unsubscription upstream', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const events = cold<Event>('----a', { a: acme });
      expectObservable(events.pipe(countProgress(1)), '^--!').toBe('----');
      expectSubscriptions(events.subscriptions).toBe('^--!');
    }));
});
