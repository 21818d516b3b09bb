import { describe, it } from 'vitest';
import type { Event, SourceRef } from '../../src/model/events.js';
import type { Model } from '../../src/model/model.js';
import type { PriceRow } from '../../src/model/price.js';
import type { Snapshot, SnapshotHead } from '../../src/model/snapshot.js';
import { toEvents } from '../../src/operators/toEvents.js';
import { SourceError } from '../../src/read/errors.js';
import { UnreadError } from '../../src/read/unreadError.js';
import type { Joined } from '../../src/settle/settleModel.js';
import {
  aFault,
  aLetter,
  aModel,
  anOrigin,
  aPriceRow,
  aPriceSnapshot,
  aSnapshot,
  completed,
  day2,
  failed,
  modelRead,
  priced,
  priceRead,
  rejected,
} from '../builders.js';
import { marbles } from '../marbles.js';

const [m0, m1] = [aModel('m0'), aModel('m1')];
const acme: SourceRef = { kind: 'provider', source: 'acme' };

const refusal = { witness: 'helicone', row: 'ACME/m1', code: 'magnitude', detail: '-1' };

/** Two models, each beside its joined one, with one rejected row and three skipped. */
const joined: Snapshot<Joined> = {
  ...aSnapshot({ items: [m0, m1], letters: [aLetter()], skipped: 3 }),
  items: [m0, m1].map((model) => ({ model, enriched: priced(model), refused: model === m1 ? [refusal] : [] })),
};

/** The pages of such a snapshot. */
const pages = aSnapshot().sources;

const models = toEvents<Joined>(acme, (pair, { sources }): Event => ({ type: 'model', ...acme, ...pair, sources }));

const defect = (says: string) =>
  failed({
    error: `a defect of ratecard, please report it: ${says}`,
    faults: [
      {
        ...{ endpoint: '', request: null, url: null, kind: 'defect', httpStatus: null, attempts: 1, retryAt: null },
        error: `a defect of ratecard, please report it: ${says}`,
      },
    ],
    requests: { answered: 0, retried: 0, failed: 0 },
  });

describe('toEvents', () => {
  it('spreads a snapshot into its models, each with its joined one and its refused prices, its rejected rows and its end', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const snapshot = cold('--(S|)', { S: joined });
      expectObservable(snapshot.pipe(models)).toBe('--(mnrc|)', {
        m: modelRead(m0, priced(m0), pages),
        n: { ...modelRead(m1, priced(m1), pages), refused: [refusal] },
        r: rejected(),
        c: completed({ rows: 6, rejected: 1, skipped: 3 }),
      });
      expectSubscriptions(snapshot.subscriptions).toBe('^-!');
    }));

  it('says at the end all that is known of the reading, and the shape of its rows', () =>
    marbles(({ cold, expectObservable }) => {
      const known: Partial<SnapshotHead> = {
        ...{ status: 'stale', endpoint: 'docs', url: 'https://acme.example/docs', via: 'mirror', sha256: 'def' },
        ...{ fetchedAt: day2, readAt: day2, priced: 1, kept: { records: 1, prices: 2, facts: 3 }, bytes: 7 },
        ...{ requests: { answered: 4, retried: 5, failed: 6 }, faults: [aFault()], error: 'torn', retryAt: day2 },
        drift: { newKeys: ['x'], goneKeys: [], changedTypes: [], rows: { was: 1, is: 2 } },
        sources: { docs: anOrigin(), 'api@2025-12-01': anOrigin() },
      };
      const snapshot: Snapshot<Joined> = {
        ...joined,
        ...known,
        items: [],
        letters: [],
        shape: { x: 'null' },
        stated: { docs: { input: 2 } },
      };
      expectObservable(cold('(S|)', { S: snapshot }).pipe(models)).toBe('(c|)', {
        c: completed(
          { ...known, rows: 6, rejected: 1, skipped: 3 },
          { shape: { x: 'null' }, stated: { docs: { input: 2 } } },
        ),
      });
    }));

  it('spreads the reading of a price list into its rows', () =>
    marbles(({ cold, expectObservable }) => {
      const ref: SourceRef = { kind: 'prices', source: 'acme-prices' };
      const [a, b] = [aPriceRow('a'), aPriceRow('b')];
      const letter = aLetter({ ...ref, row: 7 });
      const list = aPriceSnapshot({ items: [a, b], letters: [letter] });
      const events = toEvents<PriceRow>(ref, (price): Event => ({ type: 'price', ...ref, price }));
      expectObservable(cold('-(S|)', { S: list }).pipe(events)).toBe('-(abrc|)', {
        ...{ a: priceRead(a), b: priceRead(b), r: rejected(letter) },
        c: completed(
          { url: 'https://prices.example/api', rows: 3, rejected: 1, priced: 2 },
          { ...ref, shape: { model: 'string' } },
        ),
      });
    }));

  it('makes a chain that gave nothing the last event, with the first date to ask again', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const faults = [aFault('api', { attempts: 4 }), aFault('docs', { retryAt: day2 })];
      const snapshot = cold<Snapshot<Joined>>('--#', undefined, new UnreadError(faults));
      expectObservable(snapshot.pipe(models)).toBe('--(f|)', {
        f: failed({ faults, retryAt: day2, requests: { answered: 0, retried: 3, failed: 2 } }),
      });
      expectSubscriptions(snapshot.subscriptions).toBe('^-!');
    }));

  it('counts no request that was not made', () =>
    marbles(({ cold, expectObservable }) => {
      const faults = [
        aFault('api', { kind: 'no-key', url: null, error: 'needs a key: set ACME_API_KEY' }),
        aFault('docs', { kind: 'shape', request: 'prices', error: 'the answer is empty' }),
      ];
      const snapshot = cold<Snapshot<Joined>>('#', undefined, new UnreadError(faults));
      expectObservable(snapshot.pipe(models)).toBe('(f|)', {
        f: failed({
          ...{ faults, error: 'needs a key: set ACME_API_KEY' },
          requests: { answered: 0, retried: 0, failed: 0 },
        }),
      });
    }));

  it('has something to say where there was no endpoint to read', () =>
    marbles(({ cold, expectObservable }) => {
      const snapshot = cold<Snapshot<Joined>>('#', undefined, new UnreadError([]));
      expectObservable(snapshot.pipe(models)).toBe('(f|)', {
        f: failed({
          ...{ error: 'no endpoint to read', faults: [] },
          requests: { answered: 0, retried: 0, failed: 0 },
        }),
      });
    }));

  it.each([
    ['an error', new TypeError('undefined is not a function'), 'undefined is not a function'],
    ['a fault of one request', new SourceError('http', '503', { retryAt: day2 }), '503'],
    ['no error at all', 'torn', 'torn'],
  ])('takes %s that is not the fault of a chain for a defect of ours, which is the last event', (_, error, says) =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const snapshot = cold<Snapshot<Joined>>('--#', undefined, error);
      expectObservable(snapshot.pipe(models)).toBe('--(f|)', { f: defect(says) });
      expectSubscriptions(snapshot.subscriptions).toBe('^-!');
    }),
  );

  it('takes a record that can not be told for a defect of ours, and tells none of the others', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const snapshot = cold('--S--|', { S: aSnapshot({ items: [m0, m1] }) });
      const events = toEvents<Model>(acme, (model) => {
        if (model.id === 'm1') throw new TypeError('m1 is not a model');
        return modelRead(model);
      });
      expectObservable(snapshot.pipe(events)).toBe('--(f|)', { f: defect('m1 is not a model') });
      expectSubscriptions(snapshot.subscriptions).toBe('^-!');
    }));

  it('passes unsubscription upstream', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const snapshot = cold<Snapshot<Joined>>('-----(S|)');
      expectObservable(snapshot.pipe(models), '^--!').toBe('-');
      expectSubscriptions(snapshot.subscriptions).toBe('^--!');
    }));
});
