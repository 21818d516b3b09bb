import { describe, expect, it } from 'vitest';
import { addOverrides } from '../../src/operators/addOverrides.js';
import { openCourt, type OpenCourt } from '../../src/settle/court.js';
import type { Overrides } from '../../src/settle/overrides.js';
import { anOrigin } from '../builders.js';
import { marbles } from '../marbles.js';

const overrides: Overrides = { page: anOrigin(), offers: new Map() };
const court = openCourt([]);

describe('addOverrides', () => {
  it('lets the corrections speak with the lists', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const lists = cold<OpenCourt>('--(c|)', { c: court });
      expectObservable(lists.pipe(addOverrides(overrides))).toBe('--(C|)', { C: { ...court, overrides } });
      expectSubscriptions(lists.subscriptions).toBe('^-!');
    }));

  it('lets them speak alone where there are no lists', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const none = cold<OpenCourt>('--|');
      const alone = none.pipe(addOverrides(overrides));
      expectObservable(alone).toBe('--(O|)', {
        O: { ...court, peers: expect.anything() as OpenCourt['peers'], overrides },
      });
      expectSubscriptions(none.subscriptions).toBe('^-!');
    }));

  it('passes an error on', () =>
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold<OpenCourt>('--#').pipe(addOverrides(overrides))).toBe('--#');
    }));

  it('leaves the lists as they are where nobody corrected anything', () =>
    marbles(({ cold, expectObservable }) => {
      const lists = cold<OpenCourt>('--(c|)', { c: court });
      expectObservable(lists.pipe(addOverrides(undefined))).toBe('--(c|)', { c: court });
    }));
});
