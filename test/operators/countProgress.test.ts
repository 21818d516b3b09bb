import { describe, it } from 'vitest';
import type { Event } from '../../src/model/events.js';
import { countProgress } from '../../src/operators/countProgress.js';
import { completed, failed, modelRead, rejected, started } from '../builders.js';
import { marbles } from '../marbles.js';

const acme = started('acme', 'Acme');
const beta = started('beta', 'Beta AI');
const done = completed({ provider: 'acme' });
const lost = failed({ provider: 'beta' });

describe('countProgress', () => {
  it('tells of each start and each end, with the time so far and the time to come', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const events = cold('--a--b--m--r--c--f--|', {
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

  it('grows the total where more providers start than were planned', () =>
    marbles(({ cold, expectObservable }) => {
      const events = cold('ab|', { a: acme, b: beta });
      expectObservable(events.pipe(countProgress(1))).toBe('ab|', {
        a: { done: 0, running: 1, total: 1, elapsedMs: 0, etaMs: null, event: acme, name: 'Acme' },
        b: { done: 0, running: 2, total: 2, elapsedMs: 1, etaMs: null, event: beta, name: 'Beta AI' },
      });
    }));

  it('counts the time and the providers of each subscription for itself', () =>
    marbles(({ cold, expectObservable }) => {
      const progress = cold('a|', { a: acme }).pipe(countProgress(1));
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
      const events = cold('----a', { a: acme });
      expectObservable(events.pipe(countProgress(1)), '^--!').toBe('----');
      expectSubscriptions(events.subscriptions).toBe('^--!');
    }));
});
