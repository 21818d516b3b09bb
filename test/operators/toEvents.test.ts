import { describe, it } from 'vitest';
import type { Settled } from '../../src/model/events.js';
import { ChainError } from '../../src/operators/readSource.js';
import { toEvents } from '../../src/operators/toEvents.js';
import {
  aFault,
  aLetter,
  aModel,
  aSettled,
  completed,
  day2,
  failed,
  modelRead,
  models,
  priced,
  rejected,
} from '../builders.js';
import { marbles } from '../marbles.js';

const [m0, m1] = [aModel('m0'), aModel('m1')];

describe('toEvents', () => {
  it('spreads a settling into its models, its rejected rows and its end', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const settled = cold('--(S|)', { S: aSettled({ models: models(2), rejected: [aLetter()], skipped: 3 }) });
      expectObservable(settled.pipe(toEvents('acme'))).toBe('--(mnrc|)', {
        m: modelRead(m0),
        n: modelRead(m1),
        r: rejected(),
        c: completed({ rows: 6, skipped: 3 }),
      });
      expectSubscriptions(settled.subscriptions).toBe('^-!');
    }));

  it('shows each model beside the joined one', () =>
    marbles(({ cold, expectObservable }) => {
      const settled = cold('(S|)', { S: aSettled({ models: models(2), enriched: models(2).map(priced) }) });
      expectObservable(settled.pipe(toEvents('acme'))).toBe('(mnc|)', {
        m: modelRead(m0, priced(m0)),
        n: modelRead(m1, priced(m1)),
        c: completed({ rows: 2 }),
      });
    }));

  it('makes a chain that gave nothing the last event, with the first date to ask again', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const faults = [aFault('api'), aFault('docs', { retryAt: day2 })];
      const settled = cold<Settled>('--#', undefined, new ChainError(faults));
      expectObservable(settled.pipe(toEvents('acme'))).toBe('--(f|)', { f: failed({ faults, retryAt: day2 }) });
      expectSubscriptions(settled.subscriptions).toBe('^-!');
    }));

  it('passes any other error on: it is a defect of ours', () =>
    marbles(({ cold, expectObservable }) => {
      const error = new TypeError('undefined is not a function');
      expectObservable(cold<Settled>('--#', undefined, error).pipe(toEvents('acme'))).toBe('--#', undefined, error);
    }));

  it('passes unsubscription upstream', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const settled = cold<Settled>('-----(S|)');
      expectObservable(settled.pipe(toEvents('acme')), '^--!').toBe('-');
      expectSubscriptions(settled.subscriptions).toBe('^--!');
    }));
});
