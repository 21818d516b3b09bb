import { NEVER } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/fetch/errors.js';
import { ChainError, type SourceReading } from '../../src/operators/readSource.js';
import { fromEarlier, fromFile, standIn } from '../../src/operators/standIn.js';
import { aCatalog, aFault, aLetter, aProviderFile, aSettled, day1, day2, models } from '../builders.js';
import { marbles } from '../marbles.js';

const faults = [aFault('api'), aFault('docs', { retryAt: day2 })];
const down = new ChainError(faults);
const reading: SourceReading = {
  catalog: aCatalog({ rejected: [aLetter()], skipped: 1, rows: [{ id: 'm' }, {}, { id: 7 }] }),
  before: [],
  faults: [],
};
const settled = aSettled({ rejected: [aLetter()], skipped: 1, shape: { id: 'number|string' } });
const recording: SourceReading = {
  ...reading,
  catalog: { ...reading.catalog, via: 'recording' },
  faults: [aFault('docs', { retryAt: day2 })],
};

describe('standIn', () => {
  it('settles on what was read, with the shape of its rows, and reads no recordings', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const read = cold('--(r|)', { r: reading });
      const recorded = cold('-(r|)', { r: recording });
      expectObservable(read.pipe(standIn({ earlier: aProviderFile(), recorded }))).toBe('--(S|)', { S: settled });
      expectSubscriptions(read.subscriptions).toBe('^-!');
      expectSubscriptions(recorded.subscriptions).toBe([]);
    }));

  it('says why it was not the best link that answered', () =>
    marbles(({ cold, expectObservable }) => {
      const before = [aFault('api'), aFault('docs', { retryAt: day2 })];
      const all = [...before, aFault('catalog', { retryAt: day1 })];
      expectObservable(cold('(r|)', { r: { ...reading, before, faults: all } }).pipe(standIn({}))).toBe('(S|)', {
        S: { ...settled, faults: all, error: 'api answered 503', retryAt: day2 },
      });
    }));

  it('finds nothing wrong where only links that fill have failed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const read = cold('-(r|)', { r: { ...reading, faults } });
      expectObservable(read.pipe(standIn({ recorded: NEVER }))).toBe('-(S|)', { S: { ...settled, faults } });
      expectSubscriptions(read.subscriptions).toBe('^!');
    }));

  it('calls a recording that was asked for a recording, and finds nothing wrong with it', () =>
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold('(r|)', { r: recording }).pipe(standIn({}))).toBe('(S|)', {
        S: { ...settled, status: 'recording', via: 'recording', faults: recording.faults },
      });
    }));

  it('lets the recordings stand in for what can not be read, with the faults of the reading', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const read = cold<SourceReading>('--#', undefined, down);
      const recorded = cold('           --(r|)', { r: recording });
      const expected = '                ----(S|)';
      expectObservable(read.pipe(standIn({ recorded }))).toBe(expected, {
        S: { ...settled, status: 'recording', via: 'recording', error: 'api answered 503', retryAt: day2, faults },
      });
      expectSubscriptions(read.subscriptions).toBe('    ^-!');
      expectSubscriptions(recorded.subscriptions).toBe('--^-!');
    }));

  it('lets the last output stand in before the recordings', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const read = cold<SourceReading>('--#', undefined, down);
      const recorded = cold('(r|)', { r: recording });
      const earlier = aProviderFile({ models: models(3) });
      expectObservable(read.pipe(standIn({ earlier, recorded }))).toBe('--(S|)', { S: fromEarlier(earlier, down) });
      expectSubscriptions(recorded.subscriptions).toBe([]);
    }));

  it('does not count an output that was itself a recording', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const read = cold<SourceReading>('--#', undefined, down);
      const recorded = cold('-(r|)', { r: recording });
      const earlier = aProviderFile({ via: 'recording' });
      expectObservable(read.pipe(standIn({ earlier, recorded }))).toBe('---(S|)', {
        S: { ...settled, status: 'recording', via: 'recording', error: 'api answered 503', retryAt: day2, faults },
      });
      expectObservable(read.pipe(standIn({ earlier }))).toBe('--#', undefined, down);
      expectSubscriptions(recorded.subscriptions).toBe('--^!');
    }));

  it('passes the error of the reading on where nothing stands in, or what does fails or is empty', () =>
    marbles(({ cold, expectObservable }) => {
      const read = cold<SourceReading>('--#', undefined, down);
      const failing = cold<SourceReading>('-#', undefined, new ChainError([aFault('recording')]));
      expectObservable(read.pipe(standIn({}))).toBe('--#', undefined, down);
      expectObservable(read.pipe(standIn({ recorded: failing }))).toBe('---#', undefined, down);
      expectObservable(read.pipe(standIn({ recorded: cold('-|') }))).toBe('---#', undefined, down);
    }));

  it('covers up no defect of ours', () =>
    marbles(({ cold, expectObservable }) => {
      for (const error of [new TypeError('undefined'), new SourceError('http', '503')]) {
        const read = cold<SourceReading>('--#', undefined, error);
        expectObservable(read.pipe(standIn({ earlier: aProviderFile() }))).toBe('--#', undefined, error);
      }
    }));

  it('passes unsubscription on, to the reading as to the recordings', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const slow = cold<SourceReading>('-----(r|)');
      const read = cold<SourceReading>('--#', undefined, down);
      const recorded = cold<SourceReading>('----(r|)');
      expectObservable(slow.pipe(standIn({ recorded: NEVER })), '^--!').toBe('-');
      expectObservable(read.pipe(standIn({ recorded })), '^--!').toBe('-');
      expectSubscriptions(slow.subscriptions).toBe('    ^--!');
      expectSubscriptions(recorded.subscriptions).toBe('--^!');
    }));
});

describe('fromEarlier', () => {
  it('is the earlier output, stale, with the error and the first date to ask again', () => {
    const earlier = aProviderFile({ models: models(3), link: 'docs', via: 'mirror' });
    expect(fromEarlier(earlier, down)).toEqual(
      aSettled({
        ...{ status: 'stale', models: models(3), link: 'docs', via: 'mirror', fetchedAt: day1 },
        ...{ requests: 0, bytes: 0, shape: {}, error: 'api answered 503', retryAt: day2, faults },
      }),
    );
  });
});

describe('fromFile', () => {
  it.each([
    ['live', 'unchanged'],
    ['mirror', 'unchanged'],
    ['recording', 'recording'],
  ] as const)('takes an output that came %s for %s', (via, status) => {
    expect(fromFile(aProviderFile({ via }))).toEqual(aSettled({ via, status, requests: 0, bytes: 0, shape: {} }));
  });
});
