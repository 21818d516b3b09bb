import { map, mergeMap, type Observable, pipe, take, toArray } from 'rxjs';
import { describe, it } from 'vitest';
import type { Settled } from '../../src/model/events.js';
import type { Model } from '../../src/model/model.js';
import { joinSettled } from '../../src/operators/joinSettled.js';
import { aSettled, models, priced } from '../builders.js';
import { marbles } from '../marbles.js';

/** A join that asks for the models once prices are there, as `joinPrices` does. */
const withPrices = (prices: Observable<unknown>) => (rows: Observable<Model>) =>
  prices.pipe(
    take(1),
    mergeMap(() => rows),
    map(priced),
  );

describe('joinSettled', () => {
  const settled = aSettled({ models: models(3) });
  const joined = { ...settled, enriched: models(3).map(priced) };

  it('waits for the join and keeps the models beside the joined ones', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('-s-----|', { s: settled });
      const prices = cold(' ---p|');
      expectObservable(source.pipe(joinSettled(withPrices(prices)))).toBe('----t--|', { t: joined });
      expectSubscriptions(source.subscriptions).toBe('^------!');
      expectSubscriptions(prices.subscriptions).toBe('-^--!');
    }));

  it('joins nothing before there is something to join', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const prices = cold('p|');
      expectObservable(cold<Settled>('--#').pipe(joinSettled(withPrices(prices)))).toBe('--#');
      expectSubscriptions(prices.subscriptions).toBe([]);
    }));

  it('hands all models to one subscription of the join, in their order', () =>
    marbles(({ cold, expectObservable }) => {
      const reversed = pipe(
        toArray<Model>(),
        mergeMap((rows) => rows.toReversed()),
      );
      expectObservable(cold('s|', { s: settled }).pipe(joinSettled(reversed))).toBe('t|', {
        t: { ...settled, enriched: models(3).toReversed() },
      });
    }));

  it('settles on no models as well', () =>
    marbles(({ cold, expectObservable }) => {
      const none = aSettled({ models: [] });
      expectObservable(cold('s|', { s: none }).pipe(joinSettled(map(priced)))).toBe('t|', {
        t: { ...none, enriched: [] },
      });
    }));

  it('passes an error of the join on and stops', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('-s-----|', { s: settled });
      expectObservable(source.pipe(joinSettled(withPrices(cold('--#'))))).toBe('---#');
      expectSubscriptions(source.subscriptions).toBe('^--!');
    }));

  it('passes unsubscription to the join and upstream', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('-s-----|', { s: settled });
      const prices = cold('------p');
      expectObservable(source.pipe(joinSettled(withPrices(prices))), '^---!').toBe('-');
      expectSubscriptions(source.subscriptions).toBe('^---!');
      expectSubscriptions(prices.subscriptions).toBe('-^--!');
    }));
});
