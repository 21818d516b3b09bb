import { describe, it } from 'vitest';
import { believeBeside } from '../../src/operators/believeBeside.js';
import { UnreadError } from '../../src/read/unreadError.js';
import { aFault, aPriceSnapshot } from '../builders.js';
import { marbles } from '../marbles.js';

const l = aPriceSnapshot({ faults: [aFault('other')] });
const right = { apart: new Map() };
const odd = { apart: new Map([['first', { code: 'another-unit', detail: '25 of 30: is their unit another one?' }]]) };
const error = new UnreadError([
  aFault('api', {
    ...{ url: l.url, kind: 'shape', httpStatus: null },
    error: '25 of 30: is their unit another one? None of its prices is believed',
  }),
  aFault('other'),
]);

describe('believeBeside', () => {
  it('waits for the court once the list is there, and passes on one that is believed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const list = cold('   --(l|)', { l });
      const court = cold('    --(c|)', { c: odd });
      expectObservable(list.pipe(believeBeside(court, 'second'))).toBe('----(l|)', { l });
      expectSubscriptions(list.subscriptions).toBe(' ^-!');
      expectSubscriptions(court.subscriptions).toBe('--^-!');
    }));

  it('errors where the list is not believed, with its other faults', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const list = cold('   --(l|)', { l });
      const court = cold('    --(c|)', { c: odd });
      expectObservable(list.pipe(believeBeside(court, 'first'))).toBe('----#', undefined, error);
      expectSubscriptions(court.subscriptions).toBe('--^-!');
    }));

  it('waits for the list, where the court is there before', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const list = cold('   ----(l|)', { l });
      const court = cold('  c-------', { c: right });
      expectObservable(list.pipe(believeBeside(court, 'first'))).toBe('----(l|)', { l });
      expectSubscriptions(court.subscriptions).toBe('----(^!)');
    }));

  it('errors at once where the list can not be read, and asks no court', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const list = cold<typeof l>('--#', undefined, error);
      const court = cold('  ----(c|)', { c: right });
      expectObservable(list.pipe(believeBeside(court, 'first'))).toBe('--#', undefined, error);
      expectSubscriptions(court.subscriptions).toBe([]);
    }));

  it('stops both when nobody listens any more', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const list = cold('   -l------', { l });
      const court = cold('   ------(c|)', { c: right });
      expectObservable(list.pipe(believeBeside(court, 'first')), '^--!').toBe('-');
      expectSubscriptions(list.subscriptions).toBe(' ^--!');
      expectSubscriptions(court.subscriptions).toBe('-^-!');
    }));
});
