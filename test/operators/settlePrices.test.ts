import { NEVER } from 'rxjs';
import { describe, it } from 'vitest';
import { SourceError } from '../../src/fetch/errors.js';
import type { PriceList } from '../../src/operators/readPrices.js';
import { type SettledPrices, settlePrices } from '../../src/operators/settlePrices.js';
import { aPriceList, day2 } from '../builders.js';
import { marbles } from '../marbles.js';
import { row } from '../match/rows.js';

const down = new SourceError('http', 'helicone.example answered 429', { retryAt: day2 });
const list = aPriceList();
const recording = aPriceList({ via: 'recording' });
const why = { error: 'helicone.example answered 429', retryAt: day2 };
const none: SettledPrices = { list: null, status: 'failed', ...why };

describe('settlePrices', () => {
  it('goes by the list that was read and asks for no other', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const read = cold('--(l|)', { l: list });
      const recorded = cold('--(r|)', { r: recording });
      expectObservable(read.pipe(settlePrices({ earlier: aPriceList({ bytes: 0 }), recorded }))).toBe('--(S|)', {
        S: { list, status: 'fresh', error: null, retryAt: null },
      });
      expectSubscriptions(read.subscriptions).toBe('^-!');
      expectSubscriptions(recorded.subscriptions).toBe([]);
    }));

  it('calls a recording a recording', () =>
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold('(r|)', { r: recording }).pipe(settlePrices({}))).toBe('(S|)', {
        S: { list: recording, status: 'recording', error: null, retryAt: null },
      });
    }));

  it('takes the recording where the list can not be read, and only then', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const read = cold<PriceList>('--#', undefined, down);
      const recorded = cold('       --(r|)', { r: recording });
      const expected = '            ----(S|)';
      expectObservable(read.pipe(settlePrices({ recorded }))).toBe(expected, {
        S: { list: recording, status: 'recording', ...why },
      });
      expectSubscriptions(read.subscriptions).toBe('    ^-!');
      expectSubscriptions(recorded.subscriptions).toBe('--^-!');
    }));

  it('takes the list of the last run before the recording', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const read = cold<PriceList>('--#', undefined, down);
      const recorded = cold('(r|)', { r: recording });
      expectObservable(read.pipe(settlePrices({ earlier: list, recorded }))).toBe('--(S|)', {
        S: { list, status: 'stale', ...why },
      });
      expectSubscriptions(recorded.subscriptions).toBe([]);
    }));

  it('takes the list of the last run before one that lost more than 30 % of its rows, until told to believe it', () =>
    marbles(({ cold, expectObservable }) => {
      const rows = (count: number) =>
        aPriceList({ rows: Array.from({ length: count }, (_, i) => row('OPENAI', `m${i}`, 1, 2)) });
      const [earlier, most, some] = [rows(10), rows(7), rows(6)];
      const fresh = { status: 'fresh', error: null, retryAt: null } as const;
      expectObservable(cold('-l|', { l: most }).pipe(settlePrices({ earlier }))).toBe('-S|', {
        S: { list: most, ...fresh },
      });
      expectObservable(cold('-l|', { l: some }).pipe(settlePrices({ earlier, acceptShrink: true }))).toBe('-S|', {
        S: { list: some, ...fresh },
      });
      const error = 'the price list fell from 10 to 6 rows; if that is right, run again with --accept-shrink';
      expectObservable(cold('-l|', { l: some }).pipe(settlePrices({ earlier }))).toBe('-S|', {
        S: { list: earlier, status: 'stale', error, retryAt: null },
      });
    }));

  it('does without a list where nothing may stand in, or what may fails or is empty', () =>
    marbles(({ cold, expectObservable }) => {
      const read = cold<PriceList>('--#', undefined, down);
      const failing = cold<PriceList>('-#', undefined, new SourceError('no-recording', 'none'));
      expectObservable(read.pipe(settlePrices({}))).toBe('--(S|)', { S: none });
      expectObservable(read.pipe(settlePrices({ recorded: failing }))).toBe('---(S|)', { S: none });
      expectObservable(read.pipe(settlePrices({ recorded: cold('-|') }))).toBe('---(S|)', { S: none });
    }));

  it('passes on what is no fault of the list but of ours', () =>
    marbles(({ cold, expectObservable }) => {
      const defect = new TypeError('undefined is not a function');
      const read = cold<PriceList>('--#', undefined, defect);
      const failing = cold<PriceList>('--#', undefined, down);
      expectObservable(read.pipe(settlePrices({ earlier: list }))).toBe('--#', undefined, defect);
      expectObservable(failing.pipe(settlePrices({ recorded: read }))).toBe('----#', undefined, defect);
    }));

  it('says nothing of when to ask again where the list did not', () =>
    marbles(({ cold, expectObservable }) => {
      const read = cold<PriceList>('#', undefined, new SourceError('timeout', 'took too long'));
      expectObservable(read.pipe(settlePrices({}))).toBe('(S|)', {
        S: { list: null, status: 'failed', error: 'took too long', retryAt: null },
      });
    }));

  it('passes unsubscription on, to the list as to what stands in', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const slow = cold<PriceList>('-----(l|)');
      const read = cold<PriceList>('--#', undefined, down);
      const recorded = cold<PriceList>('----(r|)');
      expectObservable(slow.pipe(settlePrices({ recorded: NEVER })), '^--!').toBe('-');
      expectObservable(read.pipe(settlePrices({ recorded })), '^--!').toBe('-');
      expectSubscriptions(slow.subscriptions).toBe('    ^--!');
      expectSubscriptions(recorded.subscriptions).toBe('--^!');
    }));
});
