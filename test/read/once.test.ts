import { take } from 'rxjs';
import { describe, it } from 'vitest';
import { begun, once } from '../../src/read/once.js';
import { marbles } from '../marbles.js';

describe('once', () => {
  it('runs the source for the first subscriber only and gives the others what it gave', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold(' --(a|)');
      const shared = source.pipe(once());
      expectObservable(shared).toBe('--(a|)');
      expectObservable(shared, '-^').toBe('--(a|)');
      expectObservable(shared, '------^').toBe('------(a|)');
      expectSubscriptions(source.subscriptions).toBe('^-!');
    }));

  it('keeps the value for later ones when the first one leaves on it, before the source is through', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('--a--|');
      const shared = source.pipe(once());
      expectObservable(shared.pipe(take(1))).toBe('--(a|)');
      expectObservable(shared.pipe(take(1)), '---^').toBe('---(a|)');
      expectObservable(shared, '---------^').toBe('---------(a|)');
      expectSubscriptions(source.subscriptions).toBe('^----!');
    }));

  it('does not run a source that failed again', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('--#');
      const shared = source.pipe(once());
      expectObservable(shared).toBe('--#');
      expectObservable(shared, '----^').toBe('----#');
      expectSubscriptions(source.subscriptions).toBe('^-!');
    }));

  it('keeps an empty end', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('--|');
      const shared = source.pipe(once());
      expectObservable(shared).toBe('--|');
      expectObservable(shared, '----^').toBe('----|');
      expectSubscriptions(source.subscriptions).toBe('^-!');
    }));

  it('stops the source only when the last one leaves, and starts it anew for the next', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('----(a|)');
      const shared = source.pipe(once());
      expectObservable(shared, '^-!').toBe('-');
      expectObservable(shared, '-^-!').toBe('-');
      expectObservable(shared, '-----^').toBe('---------(a|)');
      expectSubscriptions(source.subscriptions).toBe(['^--!', '-----^---!']);
    }));

  it('does not run before it is subscribed to', () =>
    marbles(({ cold, expectSubscriptions }) => {
      const source = cold('a|');
      source.pipe(once());
      expectSubscriptions(source.subscriptions).toBe([]);
    }));
});

describe('begun', () => {
  it('begins the source, and tells neither its value nor its error', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const [source, failing] = [cold('--(a|)'), cold('--#')];
      const shared = source.pipe(once());
      expectObservable(begun(shared)).toBe('--|');
      expectObservable(shared, '---^').toBe('---(a|)');
      expectObservable(begun(failing.pipe(once()))).toBe('--|');
      expectSubscriptions(source.subscriptions).toBe('^-!');
      expectSubscriptions(failing.subscriptions).toBe('^-!');
    }));

  it('ends the source with the last of all who wait', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('------(a|)');
      const shared = source.pipe(once());
      expectObservable(begun(shared), '^--!').toBe('-');
      expectObservable(shared, '-^---!').toBe('-');
      expectSubscriptions(source.subscriptions).toBe('^----!');
    }));
});
