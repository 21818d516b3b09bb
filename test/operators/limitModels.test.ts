import { describe, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import type { PriceRow } from '../../src/model/price.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { limitModels } from '../../src/operators/limitModels.js';
import { aLetter, aPriceRow, aPriceSnapshot, aSnapshot, models } from '../builders.js';
import { marbles } from '../marbles.js';

describe('limitModels', () => {
  const five = aSnapshot({ items: models(5), letters: [aLetter()], skipped: 1 });

  it('keeps the first models and counts the rest as skipped, so that the rows still add up', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const snapshots = cold('-s--|', { s: five });
      expectObservable(snapshots.pipe(limitModels(2))).toBe('-t--|', {
        t: { ...five, items: models(2), skipped: 4, skips: { 'beyond --limit': 3 } },
      });
      expectSubscriptions(snapshots.subscriptions).toBe('^---!');
    }));

  it('limits each snapshot for itself', () =>
    marbles(({ cold, expectObservable }) => {
      const three = aSnapshot({ items: models(3) });
      expectObservable(cold('a-b-a|', { a: five, b: three }).pipe(limitModels(2))).toBe('a-b-a|', {
        a: { ...five, items: models(2), skipped: 4, skips: { 'beyond --limit': 3 } },
        b: { ...three, items: models(2), skipped: 1, skips: { 'beyond --limit': 1 } },
      });
    }));

  it.each([5, 6, Infinity, undefined])('leaves five models as they are with a limit of %s', (most) =>
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold('-s|', { s: five }).pipe(limitModels(most))).toBe('-s|', { s: five });
    }),
  );

  it('keeps none with a limit of 0', () =>
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold('-s|', { s: five }).pipe(limitModels(0))).toBe('-t|', {
        t: { ...five, items: [], skipped: 6, skips: { 'beyond --limit': 5 } },
      });
    }));

  it('limits the rows of a price list as well', () =>
    marbles(({ cold, expectObservable }) => {
      const list = aPriceSnapshot({ items: [aPriceRow('a'), aPriceRow('b')] });
      expectObservable(cold('-s|', { s: list }).pipe(limitModels<PriceRow>(1))).toBe('-t|', {
        t: { ...list, items: [aPriceRow('a')], skipped: 1, skips: { 'beyond --limit': 1 } },
      });
    }));

  it('passes an error and unsubscription on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const snapshots = cold<Snapshot<Model>>('----#');
      expectObservable(snapshots.pipe(limitModels(2))).toBe('----#');
      expectObservable(snapshots.pipe(limitModels(2)), '^-!').toBe('-');
      expectSubscriptions(snapshots.subscriptions).toBe(['^---!', '^-!']);
    }));
});
