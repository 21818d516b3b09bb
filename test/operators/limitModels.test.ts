import { describe, it } from 'vitest';
import type { Settled } from '../../src/model/events.js';
import { limitModels } from '../../src/operators/limitModels.js';
import { aLetter, aSettled, models } from '../builders.js';
import { marbles } from '../marbles.js';

describe('limitModels', () => {
  const five = aSettled({ models: models(5), rejected: [aLetter()], skipped: 1 });

  it('keeps the first models and counts the rest as skipped, so that the rows still add up', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const settled = cold('-s--|', { s: five });
      expectObservable(settled.pipe(limitModels(2))).toBe('-t--|', { t: { ...five, models: models(2), skipped: 4 } });
      expectSubscriptions(settled.subscriptions).toBe('^---!');
    }));

  it.each([5, 6, undefined])('leaves it as it is with a limit of %s', (most) =>
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold('-s|', { s: five }).pipe(limitModels(most))).toBe('-s|', { s: five });
    }),
  );

  it('passes an error and unsubscription on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const settled = cold<Settled>('----#');
      expectObservable(settled.pipe(limitModels(2))).toBe('----#');
      expectObservable(settled.pipe(limitModels(2)), '^-!').toBe('-');
      expectSubscriptions(settled.subscriptions).toBe(['^---!', '^-!']);
    }));
});
