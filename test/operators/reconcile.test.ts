import { map, NEVER } from 'rxjs';
import { describe, it } from 'vitest';
import type { Fault } from '../../src/model/fault.js';
import type { Tier } from '../../src/model/cost.js';
import type { Model } from '../../src/model/model.js';
import type { PriceRow } from '../../src/model/price.js';
import type { Request } from '../../src/model/request.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { reconcile, type ReconcileOptions } from '../../src/operators/reconcile.js';
import { SourceError } from '../../src/read/errors.js';
import { UnreadError } from '../../src/read/unreadError.js';
import { type Brought, companion } from '../../src/sources/ask.js';
import {
  aBaseline,
  aFault,
  aLetter,
  aModel,
  anEndpoint,
  anOrigin,
  aPriceList,
  aPriceRow,
  aPriceSnapshot,
  aSnapshot,
  aSource,
  day1,
  day2,
  models,
  priced,
} from '../builders.js';
import { quoteOf } from '../../src/sources/quoteOf.js';
import { marbles } from '../marbles.js';

const day = 24 * 3_600_000;
const list: Request = { url: 'https://acme.example/api' };
const page = (...brings: Brought[]) =>
  companion({ url: 'https://acme.example/more' }, { brings, read: () => undefined });

/** A chain of an API with a page for each thing that a page may bring, documents, and somebody else's catalog. */
const source = aSource({
  endpoints: [
    anEndpoint({
      name: 'api',
      requests: {
        ...{ list, prices: page('prices'), limits: page('facts'), previews: page('models') },
        names: page('ids', 'prices', 'facts'),
      },
    }),
    anEndpoint({ name: 'docs', requests: { list, limits: page('facts') } }),
    anEndpoint({ name: 'catalog', origin: 'catalog:models.dev' }),
  ],
});

type Options = Partial<ReconcileOptions<unknown, Model>>;
const judged = (options: Options = {}) => reconcile({ source, ...options } as ReconcileOptions<unknown, Model>);

/** What the previous one had and that has not: it is named, whatever else becomes of a reading. */
const lackedBy = ({ items }: Snapshot<Model>, { previous }: Options): Snapshot<Model>['gone'] => {
  const now = new Map(items.map((item) => [item.id, item]));
  const before = previous?.snapshot.items ?? [];
  const isPriced = ({ pricing }: Model) => pricing.status !== 'unknown';
  const hasLost = (item: Model) => isPriced(item) && now.has(item.id) && !isPriced(now.get(item.id) ?? item);
  return {
    records: before.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    prices: before.filter(hasLost).map(({ id }) => id),
  };
};

/** What becomes of one reading, at that moment, where nothing is recorded that could stand in. */
const becomes = (options: Options, read: Snapshot<Model>, expected: Snapshot<Model>, at = 0) =>
  marbles(({ cold, expectObservable, expectSubscriptions }) => {
    const wait = at === 0 ? '' : `${at}ms `;
    const reading = cold(`${wait}a|`, { a: read });
    const named = { ...expected, gone: expected.status === 'stale' ? expected.gone : lackedBy(expected, options) };
    expectObservable(reading.pipe(judged(options))).toBe(`${wait}e|`, { e: named });
    expectSubscriptions(reading.subscriptions).toBe(at === 0 ? '^!' : `^ ${at}ms !`);
  });

/** What a file of an earlier run says. */
const previousOf = (more: Partial<Snapshot<Model>> = {}): Snapshot<Model> =>
  aSnapshot({
    ...{ status: 'unchanged', requests: { answered: 0, retried: 0, failed: 0 }, bytes: 0, shape: {} },
    ...more,
  });
const stale = (previous: Snapshot<Model>, more: Partial<Snapshot<Model>>): Snapshot<Model> => ({
  ...previous,
  status: 'stale',
  ...more,
});

const fell = (was: number, is: number, what = 'records') =>
  `the list fell from ${was} to ${is} ${what}; if that is right, run again with --accept-shrink`;
const noDrift = { newKeys: [], goneKeys: [], changedTypes: [] };

const faults = [aFault('api'), aFault('docs', { retryAt: day2 })];
const down = new UnreadError(faults);
const why = { error: 'api answered 503', retryAt: day2, faults };

/** What is noted of fields that are kept; the page of a kept price is called by its day. */
const kept = (model: Model, notes: Record<string, string>): Model => {
  const { evidence } = model.pricing;
  const asOf = notes['cost'] && evidence && { ...evidence, endpoint: `${evidence.endpoint}@${notes['cost']}` };
  return { ...model, ...(asOf && { pricing: { ...model.pricing, evidence: asOf } }), kept: notes };
};
/** The pages of a reading with that of the previous one, from which a price is kept. */
const withEarlierPage = ({ sources }: Snapshot<Model>) => ({ ...sources, 'api@2026-01-01': anOrigin() });
const filled = (model: Model, notes: Record<string, string>): Model => ({ ...model, from: { '*': 'api', ...notes } });

describe('reconcile', () => {
  it('marks the same list unchanged, keeps the old one for one half as long, and takes a new one', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const previous = previousOf({ items: models(4) });
      const same = aSnapshot({ items: models(4), fetchedAt: day2 });
      const half = aSnapshot({ items: models(2), fetchedAt: day2 });
      const other = aSnapshot({ items: [...models(4), aModel('new')], fetchedAt: day2 });
      const reading = cold('-a---b---c---|', { a: same, b: half, c: other });
      const recorded = cold<Snapshot<Model>>('(r|)');
      const result = '      -U---S---c---|';
      expectObservable(reading.pipe(judged({ previous: { snapshot: previous }, recorded }))).toBe(result, {
        U: { ...same, status: 'unchanged', fetchedAt: day1, sources: previous.sources },
        S: stale(previous, { error: fell(4, 2) }),
        c: other,
      });
      expectSubscriptions(reading.subscriptions).toBe('^------------!');
      expectSubscriptions(recorded.subscriptions).toBe([]);
    }));

  it('passes unsubscription on to a reading under way', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const reading = cold<Snapshot<Model>>('-----(a|)');
      expectObservable(reading.pipe(judged({ recorded: NEVER })), '^--!').toBe('-');
      expectSubscriptions(reading.subscriptions).toBe('^--!');
    }));

  it.each([new TypeError('undefined is not a function'), new SourceError('http', '503')])(
    'covers up no defect of ours: %s',
    (error) =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const reading = cold<Snapshot<Model>>('--#', undefined, error);
        const recorded = cold<Snapshot<Model>>('(r|)');
        const options = { previous: { snapshot: previousOf() }, recorded };
        expectObservable(reading.pipe(judged(options))).toBe('--#', undefined, error);
        expectSubscriptions(reading.subscriptions).toBe('^-!');
        expectSubscriptions(recorded.subscriptions).toBe([]);
      }),
  );

  describe('a reading that says something new', () => {
    it('is taken, and no recording is read', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const read = aSnapshot({ letters: [aLetter()], skipped: 1, fetchedAt: day2 });
        const reading = cold(' --(a|)', { a: read });
        const recorded = cold('-(r|)', { r: aSnapshot() });
        expectObservable(reading.pipe(judged({ recorded }))).toBe('--(a|)', { a: read });
        expectSubscriptions(reading.subscriptions).toBe('^-!');
        expectSubscriptions(recorded.subscriptions).toBe([]);
      }));

    it('is what it is where it was read from a recording', () => {
      const recording = aSnapshot({ status: 'recording', via: 'recording' });
      becomes({}, recording, recording);
    });

    it('keeps why it was not the best endpoint that answered', () => {
      const read = aSnapshot({ endpoint: 'docs', faults: [aFault('api')], error: 'api answered 503', retryAt: day2 });
      becomes({}, read, read);
    });

    it('is held against what is known also where that was a recording', () => {
      const previous = previousOf({ items: models(10), via: 'recording', status: 'recording' });
      const [seven, six] = [aSnapshot({ items: models(7) }), aSnapshot({ items: models(6) })];
      becomes({ previous: { snapshot: previous } }, seven, seven);
      becomes({ previous: { snapshot: previous } }, six, stale(previous, { error: fell(10, 6) }));
      becomes({ previous: { snapshot: previous }, acceptShrink: true }, six, six);
    });
  });

  describe('a reading that says the same', () => {
    const [a, b] = models(2) as [Model, Model];
    const previous = previousOf({ items: [a, b] });

    it('is the previous one, read again', () => {
      const read = aSnapshot({ items: [b, a], fetchedAt: day2, sha256: 'def', bytes: 7 });
      becomes({ previous: { snapshot: previous } }, read, {
        ...read,
        ...{ status: 'unchanged', items: [a, b], fetchedAt: day1, readAt: day2, sources: previous.sources },
      });
    });

    it('is so where only the rows that its prices stand on have moved, and names those of the earlier page', () => {
      const at = (model: Model, row: number) => ({
        ...priced(model),
        pricing: { ...priced(model).pricing, evidence: { endpoint: 'api', row } },
      });
      const known = previousOf({ items: [at(a, 0), at(b, 1)] });
      const read = aSnapshot({ items: [at(b, 1), at(a, 2)], fetchedAt: day2, sha256: 'def' });
      becomes({ previous: { snapshot: known } }, read, {
        ...read,
        ...{ status: 'unchanged', items: known.items, fetchedAt: day1, sources: known.sources },
      });
    });

    it('is so with the page of a price that is kept since an earlier day', () => {
      const pages = { api: anOrigin(), 'api@2025-12-01': anOrigin({ fetchedAt: '2025-12-01', sha256: 'old' }) };
      const known = previousOf({ items: [kept(priced(a), { cost: '2025-12-01' })], sources: pages });
      const torn = [aFault('api', { request: 'prices', error: 'torn' })];
      const read = aSnapshot({ items: [a], fetchedAt: day2, faults: torn });
      becomes({ previous: { snapshot: known } }, read, {
        ...read,
        ...{ status: 'unchanged', items: known.items, fetchedAt: day1, sources: pages },
        kept: { records: 0, prices: 1, facts: 0 },
        error: 'torn: 1 prices kept as of 2026-01-01',
      });
    });

    it.each<[string, Partial<Snapshot<Model>>]>([
      ['a field of one model differs', { items: [{ ...a, name: 'A' }, b] }],
      ['another endpoint gave it', { endpoint: 'docs' }],
      ['it came another way', { via: 'mirror' }],
      ['it is a recording', { status: 'recording', via: 'recording' }],
    ])('is news where %s', (_, more) => {
      const read = aSnapshot({ items: [a, b], fetchedAt: day2, ...more });
      becomes({ previous: { snapshot: previous } }, read, read);
    });

    it('is so with what is kept in it since an earlier day, and still says what it lacks', () => {
      const known = previousOf({ items: [kept({ ...a, name: 'A' }, { name: '2025-12-01' })], fetchedAt: day1 });
      const torn = [aFault('api', { request: 'limits', error: 'torn' })];
      const read = aSnapshot({ items: [a], fetchedAt: day2, faults: torn });
      becomes({ previous: { snapshot: known } }, read, {
        ...read,
        ...{ status: 'unchanged', items: known.items, fetchedAt: day1, sources: known.sources },
        kept: { records: 0, prices: 0, facts: 1 },
        error: 'torn: 1 records with other facts kept as of 2026-01-01',
      });
    });
  });

  describe('a reading that failed', () => {
    it('is the previous one, at once, with the faults and the first date to ask again', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const reading = cold<Snapshot<Model>>('--#', undefined, down);
        const recorded = cold('(r|)', { r: aSnapshot() });
        const snapshot = previousOf({ items: models(3), endpoint: 'docs', via: 'mirror' });
        expectObservable(reading.pipe(judged({ previous: { snapshot }, recorded }))).toBe('--(S|)', {
          S: stale(snapshot, why),
        });
        expectSubscriptions(reading.subscriptions).toBe('^-!');
        expectSubscriptions(recorded.subscriptions).toBe([]);
      }));

    it('is the previous one also where that is to be believed less', () =>
      marbles(({ cold, expectObservable }) => {
        const snapshot = previousOf();
        const reading = cold<Snapshot<Model>>('#', undefined, down);
        const baseline = aBaseline({ rows: 9, readings: [{ endpoint: 'api', rows: 9, records: 9, priced: 9 }] });
        expectObservable(reading.pipe(judged({ previous: { snapshot, baseline }, acceptShrink: true }))).toBe('(S|)', {
          S: stale(snapshot, why),
        });
      }));

    it('is the recording where nothing is known, with the faults of the reading', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const recording = aSnapshot({
          ...{ status: 'recording', via: 'recording', faults: [aFault('docs', { kind: 'no-recording' })] },
        });
        const reading = cold<Snapshot<Model>>('--#', undefined, down);
        const recorded = cold('                --(r|)', { r: recording });
        expectObservable(reading.pipe(judged({ recorded }))).toBe('----(R|)', { R: { ...recording, ...why } });
        expectSubscriptions(reading.subscriptions).toBe(' ^-!');
        expectSubscriptions(recorded.subscriptions).toBe('--^-!');
      }));

    it('is the recording where what is known was itself a recording', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const recording = aSnapshot({ status: 'recording', via: 'recording' });
        const snapshot = previousOf({ items: models(3), via: 'recording', status: 'recording' });
        const reading = cold<Snapshot<Model>>('--#', undefined, down);
        const recorded = cold('                -(r|)', { r: recording });
        expectObservable(reading.pipe(judged({ previous: { snapshot }, recorded }))).toBe('---(R|)', {
          R: { ...recording, ...why },
        });
        expectObservable(reading.pipe(judged({ previous: { snapshot } }))).toBe('--#', undefined, down);
        expectSubscriptions(recorded.subscriptions).toBe('--^!');
      }));

    it('stays failed where nothing is known and no recording may stand in, or it can not be read, or is empty', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const reading = cold<Snapshot<Model>>('--#', undefined, down);
        const unrecorded = new UnreadError([aFault('api', { kind: 'no-recording' })]);
        const failing = cold<Snapshot<Model>>('-#', undefined, unrecorded);
        const empty = cold<Snapshot<Model>>('  -|');
        expectObservable(reading.pipe(judged())).toBe('--#', undefined, down);
        expectObservable(reading.pipe(judged({ recorded: failing }))).toBe('---#', undefined, down);
        expectObservable(reading.pipe(judged({ recorded: empty }))).toBe('---#', undefined, down);
        expectSubscriptions(failing.subscriptions).toBe('--^!');
        expectSubscriptions(empty.subscriptions).toBe('--^!');
      }));

    it('covers up no defect of ours in reading the recording', () =>
      marbles(({ cold, expectObservable }) => {
        const defect = new TypeError('undefined is not a function');
        const reading = cold<Snapshot<Model>>('--#', undefined, down);
        const recorded = cold<Snapshot<Model>>('--#', undefined, defect);
        expectObservable(reading.pipe(judged({ recorded }))).toBe('----#', undefined, defect);
      }));

    it('stops reading the recording when unsubscribed', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const reading = cold<Snapshot<Model>>('--#', undefined, down);
        const recorded = cold<Snapshot<Model>>('----(r|)');
        expectObservable(reading.pipe(judged({ recorded })), '^--!').toBe('-');
        expectSubscriptions(reading.subscriptions).toBe(' ^-!');
        expectSubscriptions(recorded.subscriptions).toBe('--^!');
      }));
  });

  describe('a list that shrank', () => {
    const previous = previousOf({ items: models(10) });
    const reading = (rows: number, records = rows) => ({ endpoint: 'api', rows, records, priced: 0 });

    it('is believed as long as 70 % of it are there, and not with one less', () => {
      const seven = aSnapshot({ items: models(7) });
      becomes({ previous: { snapshot: previous } }, seven, seven);
      const six = aSnapshot({ items: models(6) });
      becomes({ previous: { snapshot: previous } }, six, stale(previous, { error: fell(10, 6) }));
    });

    it('is refused on the third day where it loses 25 % a day, held against the most of its last readings', () => {
      const first = previousOf({ items: models(100) });
      const second = aSnapshot({ items: models(75) });
      const drift = (was: number, is: number) => ({ ...noDrift, rows: { was, is } });
      becomes({ previous: { snapshot: first, baseline: aBaseline({ rows: 100, readings: [reading(100)] }) } }, second, {
        ...second,
        drift: drift(100, 75),
      });
      const known = previousOf({ items: models(75) });
      const third = aSnapshot({ items: models(56) });
      becomes(
        { previous: { snapshot: known, baseline: aBaseline({ rows: 75, readings: [reading(100), reading(75)] }) } },
        third,
        stale(known, { error: fell(100, 56, 'rows'), drift: drift(75, 56) }),
      );
    });

    it('is held against the most of seven readings, to the row', () => {
      const readings = [71, 70, 100, 70, 70, 72, 70].map((rows) => reading(rows));
      const known = previousOf({ items: models(70) });
      const options: Options = { previous: { snapshot: known, baseline: aBaseline({ rows: 70, readings }) } };
      const seventy = aSnapshot({ items: [...models(69), aModel('new')] });
      becomes(options, seventy, seventy);
      const drift = { ...noDrift, rows: { was: 70, is: 69 } };
      becomes(options, aSnapshot({ items: models(69) }), stale(known, { error: fell(100, 69, 'rows'), drift }));
    });

    it('is judged by its rows, whatever became of them', () => {
      const baseline = aBaseline({ rows: 100, readings: [reading(100, 10)] });
      const read = aSnapshot({ items: models(10), skipped: 59, fetchedAt: day2 });
      const drift = { ...noDrift, rows: { was: 100, is: 69 } };
      becomes(
        { previous: { snapshot: previous, baseline } },
        read,
        stale(previous, { error: fell(100, 69, 'rows'), drift }),
      );
    });

    it('is judged by its records too, because rows that can not be read any more are still rows', () => {
      const baseline = aBaseline({ rows: 10, readings: [reading(10)] });
      const read = aSnapshot({ items: models(6), letters: Array.from({ length: 4 }, () => aLetter()) });
      becomes({ previous: { snapshot: previous, baseline } }, read, stale(previous, { error: fell(10, 6) }));
    });

    it('is compared with that of any endpoint, by its records', () => {
      const says =
        'the list fell from 10 of api to 6 of docs records; if that is right, run again with --accept-shrink';
      const [seven, six] = [7, 6].map((count) => aSnapshot({ items: models(count), endpoint: 'docs' })) as [
        Snapshot<Model>,
        Snapshot<Model>,
      ];
      becomes({ previous: { snapshot: previous } }, seven, seven);
      becomes({ previous: { snapshot: previous } }, six, stale(previous, { error: says }));
      const readings = [reading(10), { ...reading(6), endpoint: 'docs' }];
      const known = previousOf({ items: models(6), endpoint: 'docs' });
      const baseline = aBaseline({ rows: 6, endpoint: 'docs', readings });
      becomes({ previous: { snapshot: known, baseline } }, six, stale(known, { error: says }));
    });

    it('of which over 30 % are others is refused however long it is, until told to believe it', () => {
      const renamed = (count: number) =>
        aSnapshot({ items: models(10).map((model, i) => (i < count ? aModel(`new ${model.id}`) : model)) });
      becomes({ previous: { snapshot: previous } }, renamed(3), renamed(3));
      becomes(
        { previous: { snapshot: previous } },
        renamed(10),
        stale(previous, {
          error:
            '10 of the 10 records of the list are gone (m0, m1, m2 …), be others there; if that is right, run again with --accept-shrink',
        }),
      );
      becomes({ previous: { snapshot: previous }, acceptShrink: true }, renamed(10), renamed(10));
    });

    it('keeps the faults of this run, with the date to ask again, and reads no recording', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const torn = [aFault('docs', { retryAt: day2 })];
        const read = cold('a|', { a: aSnapshot({ items: models(1), faults: torn }) });
        const recorded = cold('(r|)', { r: aSnapshot() });
        expectObservable(read.pipe(judged({ previous: { snapshot: previous }, recorded }))).toBe('S|', {
          S: stale(previous, { error: fell(10, 1), faults: torn, retryAt: day2 }),
        });
        expectSubscriptions(recorded.subscriptions).toBe([]);
      }));
  });

  describe('a reading of a lesser endpoint', () => {
    const torn = [aFault('api', { retryAt: day2 })];
    const lesser = aSnapshot({
      ...{
        items: models(3),
        endpoint: 'docs',
        faults: torn,
        error: 'api answered 503',
        retryAt: day2,
        fetchedAt: day2,
      },
    });
    const previous = previousOf({ items: models(3), fetchedAt: new Date(0).toISOString() });
    const outranked = stale(previous, { error: 'api answered 503', retryAt: day2, faults: torn });

    it('yields to a previous one of the better endpoint that failed now, for 7 days', () => {
      becomes({ previous: { snapshot: previous } }, lesser, outranked, 7 * day - 1);
      becomes({ previous: { snapshot: previous } }, lesser, lesser, 7 * day);
    });

    it('yields to one that was found unchanged within 7 days, however old it is', () => {
      const baseline = aBaseline({ readAt: new Date(8 * day).toISOString() });
      becomes({ previous: { snapshot: previous, baseline } }, lesser, outranked, 15 * day - 1);
      becomes({ previous: { snapshot: previous, baseline } }, lesser, lesser, 15 * day);
    });

    it('yields for 7 days from the date of the previous one where the last reading was one of another endpoint', () => {
      const baseline = aBaseline({ endpoint: 'catalog', rows: 3, readAt: new Date(7 * day).toISOString() });
      becomes({ previous: { snapshot: previous, baseline } }, lesser, outranked, 7 * day - 1);
      becomes({ previous: { snapshot: previous, baseline } }, lesser, lesser, 7 * day);
    });

    describe('whose better one has no key any more', () => {
      const error = 'api, which an earlier run had, needs ACME_API_KEY';
      const passedOver = [aFault('api', { kind: 'no-key', url: null, httpStatus: null, error })];
      const read = { ...lesser, faults: [], error: null, retryAt: null };
      const refused = stale(previous, { error, faults: passedOver });

      it('yields as where that failed, for 7 days, and says so when it counts at last', () => {
        becomes({ previous: { snapshot: previous }, passedOver }, read, refused, 7 * day - 1);
        becomes(
          { previous: { snapshot: previous }, passedOver },
          read,
          { ...read, faults: passedOver, error },
          7 * day,
        );
      });

      it('is held against the length of the list as well, however old that is', () => {
        const many = { ...previous, items: models(10) };
        const says = `${error}; the list fell from 10 of api to 3 of docs records; if that is right, run again with --accept-shrink`;
        const expected = stale(many, { error: says, faults: passedOver });
        becomes({ previous: { snapshot: many }, passedOver }, read, expected, 7 * day);
      });

      it('counts where no earlier run had that one, only a recording, or under --accept-shrink', () => {
        const docs = previousOf({ items: models(3), endpoint: 'docs', fetchedAt: day1 });
        becomes(
          { previous: { snapshot: docs }, passedOver },
          { ...read, rows: 4 },
          {
            ...{ ...read, rows: 4 },
            ...{ status: 'unchanged', fetchedAt: day1, sources: docs.sources },
          },
        );
        becomes({ passedOver }, read, read);
        const recorded: Snapshot<Model> = {
          ...{ ...previous, via: 'recording' },
          sources: { api: anOrigin({ via: 'recording' }) },
        };
        becomes({ previous: { snapshot: recorded }, passedOver }, read, read);
        becomes({ previous: { snapshot: previous }, passedOver, acceptShrink: true }, read, read);
      });

      it('keeps what that one, or a page of it, filled', () => {
        const [a] = models(1) as [Model];
        const price = { ...priced(a).pricing, evidence: { endpoint: 'docs/prices', row: 0 } };
        const before = previousOf({
          items: [{ ...filled(priced(a), { cost: 'docs' }), pricing: price }],
          sources: { api: anOrigin(), 'docs/prices': anOrigin() },
        });
        const noDocs = [aFault('docs', { kind: 'no-key', url: null, httpStatus: null, error: 'docs needs A_KEY' })];
        const bare = aSnapshot({ items: [a], fetchedAt: day2 });
        becomes({ previous: { snapshot: before }, passedOver: noDocs }, bare, {
          ...bare,
          items: [
            {
              ...filled(priced(a), { cost: 'docs' }),
              ...{ pricing: { ...price, evidence: { endpoint: 'docs/prices@2026-01-01', row: 0 } } },
              kept: { cost: '2026-01-01' },
            },
          ],
          sources: { ...bare.sources, 'docs/prices@2026-01-01': anOrigin() },
          kept: { records: 0, prices: 1, facts: 0 },
          error: 'docs needs A_KEY: 1 prices kept as of 2026-01-01',
          faults: noDocs,
        });
      });
    });

    it('counts against a recording', () =>
      becomes({ previous: { snapshot: { ...previous, via: 'recording' } } }, lesser, lesser));

    it('counts against an endpoint that the source no longer has', () => {
      const read = { ...lesser, faults: [aFault('old')] };
      becomes({ previous: { snapshot: { ...previous, endpoint: 'old' } } }, read, read);
    });

    it('counts where it is the better one', () => {
      const read = aSnapshot({ items: models(3), faults: [aFault('docs')] });
      becomes({ previous: { snapshot: { ...previous, endpoint: 'docs' } } }, read, read);
    });

    it('yields whatever it lacks itself, and under --accept-shrink', () => {
      const read = { ...lesser, faults: [...torn, aFault('docs', { request: 'limits' })] };
      const expected = { ...outranked, faults: read.faults };
      becomes({ previous: { snapshot: previous }, acceptShrink: true }, read, expected);
    });
  });

  describe('a reading without the companion that brings its ids', () => {
    const torn: Fault[] = [aFault('api', { request: 'names', error: 'models.dev answered 429', retryAt: day2 })];
    const nameless = aSnapshot({ items: [aModel('Em')], faults: torn, fetchedAt: day2 });
    const previous = previousOf({ items: [aModel('em-1')] });
    const expected = stale(previous, { error: 'models.dev answered 429', retryAt: day2, faults: torn });

    it('is the previous one of that endpoint, under --accept-shrink too', () => {
      becomes({ previous: { snapshot: previous } }, nameless, expected);
      becomes({ previous: { snapshot: previous }, acceptShrink: true }, nameless, expected);
    });

    it('notes the drift all the same', () => {
      const baseline = aBaseline({ shape: { id: 'string', name: 'string' } });
      becomes({ previous: { snapshot: previous, baseline } }, nameless, {
        ...expected,
        drift: { ...noDrift, goneKeys: ['name'], rows: { was: 1, is: 1 } },
      });
    });

    it('is taken where the previous one is of another endpoint, was recorded, or is not there', () => {
      becomes({ previous: { snapshot: { ...previous, endpoint: 'docs' } } }, nameless, nameless);
      becomes({ previous: { snapshot: { ...previous, via: 'recording' } } }, nameless, nameless);
      becomes({}, nameless, nameless);
    });

    it('is the recording where there is no previous one, and itself where nothing is recorded', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const faults = [aFault('api', { request: 'names', error: 'torn', retryAt: day2 })];
        const read = aSnapshot({ items: [aModel('Em')], faults });
        const recording = aSnapshot({ items: [aModel('m')], status: 'recording', via: 'recording' });
        const reading = cold(' --(a|)', { a: read });
        const recorded = cold('--(r|)', { r: recording });
        const expected = { ...recording, faults, error: 'torn', retryAt: day2 };
        expectObservable(reading.pipe(judged({ recorded }))).toBe('----(R|)', { R: expected });
        expectObservable(reading.pipe(judged())).toBe('--(a|)', { a: read });
        expectSubscriptions(recorded.subscriptions).toBe('--^-!');
      }));

    it('is taken where only an endpoint that fills lacks its ids', () => {
      const chain = aSource({
        endpoints: [anEndpoint(), anEndpoint({ name: 'docs', requests: { list, names: page('ids') } })],
      });
      const read = {
        ...nameless,
        items: [aModel('em-1', { name: 'A' })],
        faults: [aFault('docs', { request: 'names' })],
      };
      becomes({ source: chain as never, previous: { snapshot: previous } }, read, read);
    });
  });

  describe('a reading that lacks a companion', () => {
    const tiers: Tier[] = [{ when: { contextAbove: 200_000 }, cost: { input: 0.002 } }];
    const whole = (model: Model): Model => ({ ...priced(model), tiers });
    const [a, b] = models(2) as [Model, Model];
    const late = (request: string, more: Partial<Fault> = {}) => [
      aFault('api', { request, kind: 'http', httpStatus: 429, error: 'prices.example answered 429', ...more }),
    ];

    it('of prices keeps those with their tiers, says until when not to ask and that they are kept', () => {
      const previous = previousOf({ items: [whole(a), whole(b)], fetchedAt: day1 });
      const read = aSnapshot({ items: [a, b], fetchedAt: day2, faults: late('prices', { retryAt: day2 }) });
      becomes({ previous: { snapshot: previous } }, read, {
        ...read,
        items: [kept(whole(a), { cost: '2026-01-01' }), kept(whole(b), { cost: '2026-01-01' })],
        sources: withEarlierPage(read),
        kept: { records: 0, prices: 2, facts: 0 },
        error: 'prices.example answered 429: 2 prices kept as of 2026-01-01',
        retryAt: day2,
      });
    });

    it('of some prices keeps those beside the others, under --accept-shrink too', () => {
      const items = [...models(9).map(priced), priced(aModel('last'))];
      const read = aSnapshot({
        items: [...items.slice(0, 9), aModel('last')],
        fetchedAt: day2,
        faults: late('prices'),
      });
      const expected = {
        ...read,
        items: [...items.slice(0, 9), kept(priced(aModel('last')), { cost: '2026-01-01' })],
        sources: withEarlierPage(read),
        kept: { records: 0, prices: 1, facts: 0 },
        error: 'prices.example answered 429: 1 prices kept as of 2026-01-01',
      };
      const options: Options = { previous: { snapshot: previousOf({ items, fetchedAt: day1 }) } };
      becomes(options, read, expected);
      becomes({ ...options, acceptShrink: true }, read, expected);
    });

    it('of prices adds the tiers that it brought to prices of the list', () => {
      const previous = previousOf({ items: [whole(a)] });
      const read = aSnapshot({ items: [priced(a)], faults: late('prices') });
      becomes({ previous: { snapshot: previous } }, read, {
        ...read,
        items: [{ ...kept(whole(a), { cost: '2026-01-01' }), pricing: priced(a).pricing }],
        kept: { records: 0, prices: 1, facts: 0 },
        error: 'prices.example answered 429: 1 prices kept as of 2026-01-01',
      });
    });

    it('of facts keeps those, also where it says others, and believes the prices', () => {
      const known = { ...a, name: 'A', limit: { context: 8, input: null, output: 4 } };
      const previous = previousOf({ items: [{ ...known, tiers }, b] });
      const read = aSnapshot({ items: [{ ...a, name: 'A now' }, b], faults: late('limits') });
      becomes({ previous: { snapshot: previous } }, read, {
        ...read,
        items: [kept(known, { 'limit.context': '2026-01-01', 'limit.output': '2026-01-01', name: '2026-01-01' }), b],
        kept: { records: 0, prices: 0, facts: 1 },
        error: 'prices.example answered 429: 1 records with other facts kept as of 2026-01-01',
      });
    });

    it('of models keeps those, and their rows add up', () => {
      const previous = previousOf({ items: [...models(8), aModel('preview-1'), aModel('preview-2')] });
      const read = aSnapshot({ items: models(8), faults: late('previews') });
      becomes({ previous: { snapshot: previous } }, read, {
        ...read,
        items: [
          ...models(8),
          kept(aModel('preview-1'), { '*': '2026-01-01' }),
          kept(aModel('preview-2'), { '*': '2026-01-01' }),
        ],
        ...{ rows: 8, kept: { records: 2, prices: 0, facts: 0 } },
        error: 'prices.example answered 429: 2 records kept as of 2026-01-01',
      });
    });

    it('of an endpoint that fills keeps what that brought', () => {
      const fault = [aFault('docs', { request: 'limits', error: 'torn' })];
      const previous = previousOf({ items: [filled({ ...a, name: 'A', knowledge: '2025' }, { knowledge: 'docs' })] });
      const read = aSnapshot({ items: [a], faults: fault });
      becomes({ previous: { snapshot: previous } }, read, {
        ...read,
        items: [kept(filled({ ...a, knowledge: '2025' }, { knowledge: 'docs' }), { knowledge: '2026-01-01' })],
        kept: { records: 0, prices: 0, facts: 1 },
        error: 'torn: 1 records with other facts kept as of 2026-01-01',
      });
    });

    it('is taken as it is where there is nothing to keep', () => {
      const read = aSnapshot({ items: [a, b], faults: late('prices', { retryAt: day2 }) });
      becomes({ previous: { snapshot: previousOf({ items: [a] }) } }, read, read);
      becomes({}, read, read);
    });

    it('says so after why it was not the best endpoint that answered', () => {
      const fault = [aFault('api'), aFault('docs', { request: 'limits', error: 'torn', retryAt: day2 })];
      const listed = { ...a, from: { '*': 'docs' } };
      const items = [listed];
      const read = aSnapshot({ items, endpoint: 'docs', faults: fault, error: 'api answered 503', retryAt: null });
      const previous = previousOf({ items: [{ ...listed, name: 'A' }], endpoint: 'docs' });
      becomes({ previous: { snapshot: previous } }, read, {
        ...read,
        items: [kept({ ...listed, name: 'A' }, { name: '2026-01-01' })],
        kept: { records: 0, prices: 0, facts: 1 },
        error: 'api answered 503; torn: 1 records with other facts kept as of 2026-01-01',
        retryAt: day2,
      });
    });

    describe('and has no previous one but recordings', () => {
      const recording = aSnapshot({ items: [whole(a)], status: 'recording', via: 'recording', fetchedAt: day1 });
      const read = aSnapshot({ items: [a], fetchedAt: day2, faults: late('prices', { retryAt: day2 }) });
      const expected = {
        ...read,
        items: [kept(whole(a), { cost: '2026-01-01' })],
        sources: { ...read.sources, 'api@2026-01-01': recording.sources['api']! },
        kept: { records: 0, prices: 1, facts: 0 },
        error: 'prices.example answered 429: 1 prices kept as of 2026-01-01',
        retryAt: day2,
      };

      it('keeps what is recorded', () =>
        marbles(({ cold, expectObservable, expectSubscriptions }) => {
          const reading = cold(' --(a|)', { a: read });
          const recorded = cold('--(r|)', { r: recording });
          const snapshot = previousOf({ items: [a], via: 'recording', status: 'recording' });
          expectObservable(reading.pipe(judged({ recorded }))).toBe('----(K|)', { K: expected });
          expectObservable(reading.pipe(judged({ recorded, previous: { snapshot } }))).toBe('----(K|)', {
            K: expected,
          });
          expectSubscriptions(recorded.subscriptions).toBe(['--^-!', '--^-!']);
        }));

      it('keeps what is recorded along the endpoints that could be used, before any other recording', () =>
        marbles(({ cold, expectObservable, expectSubscriptions }) => {
          const reading = cold('     --(a|)', { a: read });
          const recorded = cold('    --(r|)', { r: aSnapshot({ items: [b] }) });
          const recordedAlike = cold('-(r|)', { r: recording });
          expectObservable(reading.pipe(judged({ recorded, recordedAlike }))).toBe('---(K|)', { K: expected });
          expectSubscriptions(recorded.subscriptions).toBe([]);
          expectSubscriptions(recordedAlike.subscriptions).toBe('--^!');
        }));

      it('is taken as it is where the recording can not be read, or is empty', () =>
        marbles(({ cold, expectObservable }) => {
          const reading = cold('--(a|)', { a: read });
          const failing = cold<Snapshot<Model>>('-#', undefined, new UnreadError([aFault()]));
          expectObservable(reading.pipe(judged({ recorded: failing }))).toBe('---(a|)', { a: read });
          expectObservable(reading.pipe(judged({ recorded: cold('-|') }))).toBe('---(a|)', { a: read });
        }));

      it('covers up no defect of ours in reading the recording', () =>
        marbles(({ cold, expectObservable, expectSubscriptions }) => {
          const defect = new TypeError('undefined is not a function');
          const reading = cold('               --(a|)', { a: read });
          const recorded = cold<Snapshot<Model>>('--#', undefined, defect);
          expectObservable(reading.pipe(judged({ recorded }))).toBe('----#', undefined, defect);
          expectSubscriptions(recorded.subscriptions).toBe('--^-!');
        }));

      it('stops reading the recording when unsubscribed', () =>
        marbles(({ cold, expectObservable, expectSubscriptions }) => {
          const reading = cold<Snapshot<Model>>('--(a|)', { a: read });
          const recorded = cold<Snapshot<Model>>('----(r|)');
          expectObservable(reading.pipe(judged({ recorded })), '^---!').toBe('-');
          expectSubscriptions(recorded.subscriptions).toBe('--^-!');
        }));

      it('keeps nothing recorded where there is a previous one', () =>
        marbles(({ cold, expectObservable, expectSubscriptions }) => {
          const reading = cold('a|', { a: read });
          const recorded = cold('(r|)', { r: recording });
          const snapshot = previousOf({ items: [a, b] });
          expectObservable(reading.pipe(judged({ recorded, previous: { snapshot } }))).toBe('S|', {
            S: stale(snapshot, { error: fell(2, 1), faults: read.faults, retryAt: day2 }),
          });
          const more = { snapshot: previousOf({ items: [{ ...a, name: 'A' }] }) };
          expectObservable(reading.pipe(judged({ recorded, previous: more }))).toBe('a|', { a: read });
          expectSubscriptions(recorded.subscriptions).toBe([]);
        }));
    });
  });

  describe('a reading that lacks an endpoint that fills', () => {
    const a = aModel('a', { name: 'A' });
    const documented = filled({ ...a, knowledge: '2025' }, { knowledge: 'docs' });
    const notes = { cost: 'catalog:models.dev', openWeights: 'catalog:models.dev' };
    const theirs = {
      ...priced(documented),
      openWeights: true,
      tiers: [{ when: { region: 'eu' }, cost: { input: 1 } }],
    };
    const whole = filled(theirs, { ...notes, knowledge: 'docs' });
    const previous = previousOf({ items: [whole] });
    const torn = [aFault('catalog', { error: 'models.dev answered 503', retryAt: day2 })];
    const says = 'models.dev answered 503: 1 prices, 1 records with other facts kept as of 2026-01-01';
    const both = { records: 0, prices: 1, facts: 1 };

    it('keeps what it filled before, and that only', () => {
      const read = aSnapshot({ items: [documented], faults: torn });
      const days = { cost: '2026-01-01', openWeights: '2026-01-01' };
      becomes({ previous: { snapshot: previous } }, read, {
        ...read,
        ...{ items: [kept(whole, days)], kept: both, error: says, retryAt: day2, sources: withEarlierPage(read) },
      });
      const bare = aSnapshot({ items: [a], faults: torn });
      becomes({ previous: { snapshot: previous } }, bare, {
        ...bare,
        ...{
          items: [kept(filled({ ...theirs, knowledge: null }, notes), days)],
          sources: withEarlierPage(bare),
          kept: both,
          error: says,
          retryAt: day2,
        },
      });
    });

    it('keeps what the provider says now', () => {
      const now = priced(aModel('a', { openWeights: false, cost: { ...a.cost, input: 9 } }));
      const read = aSnapshot({ items: [now], faults: [...torn, aFault('docs')] });
      becomes({ previous: { snapshot: previous } }, read, {
        ...read,
        items: [kept(filled({ ...now, knowledge: '2025' }, { knowledge: 'docs' }), { knowledge: '2026-01-01' })],
        kept: { records: 0, prices: 0, facts: 1 },
        error: 'models.dev answered 503 (and 1 more): 1 records with other facts kept as of 2026-01-01',
        retryAt: day2,
      });
    });

    it('keeps nothing of a new model, or where nothing is known', () => {
      const fresh = aSnapshot({ items: [aModel('new')], faults: torn });
      becomes({ previous: { snapshot: previous }, acceptShrink: true }, fresh, fresh);
      const read = aSnapshot({ items: [a], faults: torn });
      becomes({}, read, read);
    });

    it('keeps what is recorded where nothing is known', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const read = aSnapshot({ items: [documented], faults: torn });
        const reading = cold('-a|', { a: read });
        const recorded = cold('--(r|)', { r: { ...previous, via: 'recording' as const } });
        expectObservable(reading.pipe(judged({ recorded }))).toBe('---(K|)', {
          K: {
            ...{ ...read, kept: both, error: says, retryAt: day2 },
            items: [kept(whole, { cost: '2026-01-01', openWeights: '2026-01-01' })],
            sources: { ...read.sources, 'api@2026-01-01': anOrigin() },
          },
        });
        expectSubscriptions(recorded.subscriptions).toBe('-^-!');
      }));
  });

  describe('a reading with fewer prices for the same records', () => {
    const items = models(10).map(priced);
    const some = (count: number) => models(10).map((model, i) => (i < count ? priced(model) : model));
    const previous = previousOf({ items });
    const says = (was: number, is: number) =>
      `the prices of api fell from ${was} to ${is}; if that is right, run again with --accept-shrink`;

    it('is believed as long as 70 % are priced', () => {
      const read = aSnapshot({ items: some(7) });
      becomes({ previous: { snapshot: previous } }, read, read);
    });

    it('keeps the earlier prices of the others below that, notes them and says so', () => {
      const read = aSnapshot({ items: some(6) });
      becomes({ previous: { snapshot: previous } }, read, {
        ...read,
        items: [...items.slice(0, 6), ...items.slice(6).map((model) => kept(model, { cost: '2026-01-01' }))],
        sources: withEarlierPage(read),
        kept: { records: 0, prices: 4, facts: 0 },
        error: `${says(10, 6)}: 4 prices kept as of 2026-01-01`,
      });
    });

    it('takes new prices where there are some, and counts how many the reading had itself', () => {
      const dearer = (model: Model): Model => ({ ...model, cost: { ...model.cost, input: 0.005 } });
      const read = aSnapshot({ items: some(5).map((model, i) => (i < 5 ? dearer(model) : model)) });
      becomes({ previous: { snapshot: previous } }, read, {
        ...read,
        items: [
          ...items.slice(0, 5).map(dearer),
          ...items.slice(5).map((model) => kept(model, { cost: '2026-01-01' })),
        ],
        ...{ priced: 5, kept: { records: 0, prices: 5, facts: 0 }, sources: withEarlierPage(read) },
        error: `${says(10, 5)}: 5 prices kept as of 2026-01-01`,
      });
    });

    it('is held against the best of the last seven readings', () => {
      const readings = [10, 8].map((count) => ({ endpoint: 'api', rows: 10, records: 10, priced: count }));
      const known = previousOf({ items: some(8) });
      const read = aSnapshot({ items: some(6) });
      becomes({ previous: { snapshot: known } }, read, read);
      becomes({ previous: { snapshot: known, baseline: aBaseline({ rows: 10, readings }) } }, read, {
        ...read,
        items: [
          ...items.slice(0, 6),
          ...items.slice(6, 8).map((model) => kept(model, { cost: '2026-01-01' })),
          ...models(10).slice(8),
        ],
        sources: withEarlierPage(read),
        kept: { records: 0, prices: 2, facts: 0 },
        error: `${says(10, 6)}: 2 prices kept as of 2026-01-01`,
      });
    });

    it('takes none of an endpoint that fills in their place, but keeps the better word, and that one beside it', () => {
      const byCatalog = (model: Model) => ({
        ...filled(priced(model), { cost: 'catalog:models.dev' }),
        cost: { ...model.cost, input: 9 },
      });
      const read = aSnapshot({ items: models(10).map(byCatalog), priced: 0 });
      becomes({ previous: { snapshot: previous } }, read, {
        ...read,
        items: items.map((model, i) => ({
          ...kept(model, { cost: '2026-01-01' }),
          quotes: quoteOf(read.items[i]!),
        })),
        sources: withEarlierPage(read),
        kept: { records: 0, prices: 10, facts: 0 },
        error: `${says(10, 0)}: 10 prices kept as of 2026-01-01`,
      });
    });

    it('gives that reason also where a companion is lacking of which nothing is kept', () => {
      const torn = [aFault('api', { request: 'limits', error: 'torn', retryAt: day2 })];
      const read = aSnapshot({ items: some(6), faults: torn });
      becomes({ previous: { snapshot: previous } }, read, {
        ...read,
        items: [...items.slice(0, 6), ...items.slice(6).map((model) => kept(model, { cost: '2026-01-01' }))],
        sources: withEarlierPage(read),
        kept: { records: 0, prices: 4, facts: 0 },
        error: `${says(10, 6)}: 4 prices kept as of 2026-01-01`,
      });
    });

    it('keeps them also where what is known was a recording', () => {
      const read = aSnapshot({ items: some(6) });
      becomes({ previous: { snapshot: { ...previous, via: 'recording' } } }, read, {
        ...read,
        items: [...items.slice(0, 6), ...items.slice(6).map((model) => kept(model, { cost: '2026-01-01' }))],
        sources: withEarlierPage(read),
        kept: { records: 0, prices: 4, facts: 0 },
        error: `${says(10, 6)}: 4 prices kept as of 2026-01-01`,
      });
    });
  });

  describe('under --accept-shrink', () => {
    const readings = [{ endpoint: 'api', rows: 100, records: 100, priced: 100 }];
    const options: Options = {
      acceptShrink: true,
      previous: {
        snapshot: previousOf({ items: models(10).map(priced) }),
        baseline: aBaseline({ rows: 10, readings }),
      },
    };

    it('a shorter list is taken', () => {
      const read = aSnapshot({ items: [priced(aModel('m0'))] });
      becomes(options, read, { ...read, drift: { ...noDrift, rows: { was: 10, is: 1 } } });
    });

    it('a list with fewer prices is taken', () => {
      const read = aSnapshot({ items: models(10) });
      becomes(options, read, read);
    });

    it('what is the same is still unchanged', () => {
      const read = aSnapshot({ items: models(10).map(priced), fetchedAt: day2 });
      becomes(options, read, {
        ...read,
        ...{ status: 'unchanged', fetchedAt: day1, sources: { api: anOrigin() } },
      });
    });
  });

  describe('drift', () => {
    const previous = previousOf({ via: 'recording', status: 'recording' });
    const known = (baseline: ReturnType<typeof aBaseline>, snapshot = previous): Options => ({
      previous: { snapshot, baseline },
    });

    it('is none where keys, types and rows are as they were', () =>
      becomes(known(aBaseline()), aSnapshot(), aSnapshot()));

    it('is noted against the last run, in place of what the reading says', () => {
      const read = aSnapshot({ items: models(2), shape: { id: 'number|string', mode: 'string' } });
      const drift = {
        newKeys: ['mode'],
        goneKeys: [],
        changedTypes: [{ key: 'id', was: 'string', is: 'number|string' }],
        rows: { was: 1, is: 2 },
      };
      becomes(known(aBaseline()), read, { ...read, drift });
    });

    it('is not looked for between two endpoints', () =>
      becomes(known(aBaseline({ endpoint: 'docs', rows: 7 })), aSnapshot(), aSnapshot()));

    it('is noted too where the previous one is kept, or is the same', () => {
      const drift = { ...noDrift, rows: { was: 4, is: 1 } };
      const four = previousOf({ items: models(4) });
      const read = aSnapshot({ items: models(1) });
      becomes(known(aBaseline({ rows: 4 }), four), read, stale(four, { error: fell(4, 1), drift }));
      becomes(known(aBaseline({ rows: 4 }), previousOf({ items: models(1) })), read, {
        ...read,
        ...{ status: 'unchanged', drift },
      });
    });
  });

  describe('a price list', () => {
    const prices = aPriceList();
    type ListOptions = Partial<ReconcileOptions<PriceRow, PriceRow>>;
    const judgedList = (options: ListOptions = {}) => reconcile({ source: prices, ...options });
    const rows = (count: number) => Array.from({ length: count }, (_, i) => aPriceRow(`m${i}`));
    const known = aPriceSnapshot({ items: rows(10), status: 'unchanged' });
    const fault = aFault('api', { error: 'prices.example answered 429', retryAt: day2 });
    const unread = new UnreadError([fault]);
    const reason = { error: 'prices.example answered 429', retryAt: day2, faults: [fault] };

    const listBecomes = (options: ListOptions, read: Snapshot<PriceRow>, expected: Snapshot<PriceRow>) =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const reading = cold('-a|', { a: read });
        expectObservable(reading.pipe(judgedList(options))).toBe('-e|', { e: expected });
        expectSubscriptions(reading.subscriptions).toBe('^-!');
      });

    it('that has no previous one is taken, and no recording is read', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const reading = cold(' --(a|)', { a: known });
        const recorded = cold('--(r|)', { r: aPriceSnapshot() });
        expectObservable(reading.pipe(judgedList({ recorded }))).toBe('--(a|)', { a: known });
        expectSubscriptions(reading.subscriptions).toBe('^-!');
        expectSubscriptions(recorded.subscriptions).toBe([]);
      }));

    it('that says the same is unchanged, whatever the order of its rows', () => {
      const read = aPriceSnapshot({ items: rows(10).toReversed(), fetchedAt: day2 });
      listBecomes({ previous: { snapshot: known } }, read, {
        ...read,
        ...{ status: 'unchanged', items: known.items, fetchedAt: day1, sources: known.sources },
      });
    });

    it('that says something new is taken, also where it prices one name twice', () => {
      const read = aPriceSnapshot({ items: [...rows(10), aPriceRow('m0', { cost: { input: 9 } })] });
      listBecomes({ previous: { snapshot: known } }, read, read);
    });

    it('that lost over 30 % of its rows is the previous one, until told to believe it', () => {
      const [seven, six] = [7, 6].map((count) => aPriceSnapshot({ items: rows(count) })) as [
        Snapshot<PriceRow>,
        Snapshot<PriceRow>,
      ];
      const refused: Snapshot<PriceRow> = { ...known, status: 'stale', error: fell(10, 6) };
      const lacking = (...names: string[]) => ({
        gone: { records: names.map((name) => `ACME equals ${name}`), prices: [] },
      });
      listBecomes({ previous: { snapshot: known } }, seven, { ...seven, ...lacking('m7', 'm8', 'm9') });
      listBecomes({ previous: { snapshot: known } }, six, refused);
      listBecomes({ previous: { snapshot: known }, acceptShrink: true }, six, {
        ...six,
        ...lacking('m6', 'm7', 'm8', 'm9'),
      });
    });

    it('is held against the most of its last readings too', () => {
      const readings = [{ endpoint: 'api', rows: 13, records: 13, priced: 13 }];
      const baseline = aBaseline({ shape: { model: 'string' }, rows: 10, readings });
      const read = aPriceSnapshot({ items: rows(9) });
      listBecomes({ previous: { snapshot: known, baseline } }, read, {
        ...{ ...known, status: 'stale', error: fell(13, 9, 'rows') },
        drift: { ...noDrift, rows: { was: 10, is: 9 } },
      });
    });

    it('that failed is the previous one, at once', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const reading = cold<Snapshot<PriceRow>>('--#', undefined, unread);
        const recorded = cold('(r|)', { r: aPriceSnapshot() });
        expectObservable(reading.pipe(judgedList({ previous: { snapshot: known }, recorded }))).toBe('--(S|)', {
          S: { ...known, status: 'stale', ...reason },
        });
        expectSubscriptions(recorded.subscriptions).toBe([]);
      }));

    it('that failed and has no previous one is the recording, and failed without one', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const recording = aPriceSnapshot({ via: 'recording', status: 'recording' });
        const reading = cold<Snapshot<PriceRow>>('--#', undefined, unread);
        const recorded = cold('                   --(r|)', { r: recording });
        const failing = cold<Snapshot<PriceRow>>('-#', undefined, new UnreadError([aFault()]));
        expectObservable(reading.pipe(judgedList({ recorded }))).toBe('----(R|)', { R: { ...recording, ...reason } });
        expectObservable(reading.pipe(judgedList())).toBe('--#', undefined, unread);
        expectObservable(reading.pipe(judgedList({ recorded: failing }))).toBe('---#', undefined, unread);
        expectSubscriptions(reading.subscriptions).toBe(['^-!', '^-!', '^-!']);
        expectSubscriptions(recorded.subscriptions).toBe('--^-!');
      }));

    it('passes unsubscription on, to the list as to what stands in', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const slow = cold<Snapshot<PriceRow>>('-----(a|)');
        const reading = cold<Snapshot<PriceRow>>('--#', undefined, unread);
        const recorded = cold<Snapshot<PriceRow>>('----(r|)');
        expectObservable(slow.pipe(judgedList({ recorded: NEVER })), '^--!').toBe('-');
        expectObservable(reading.pipe(judgedList({ recorded })), '^--!').toBe('-');
        expectSubscriptions(slow.subscriptions).toBe('    ^--!');
        expectSubscriptions(recorded.subscriptions).toBe('--^!');
      }));
  });

  describe('a price that moved by more than five times', () => {
    const previous = previousOf({ items: [priced(aModel('m'))] });
    const dear = { ...priced(aModel('m')), cost: { ...priced(aModel('m')).cost, input: 1 } };
    const jump = { id: 'm', field: 'input', was: 0.001, is: 1 };

    it('is kept back for one run', () =>
      marbles(({ cold, expectObservable }) => {
        const read = cold('a|', { a: aSnapshot({ items: [dear] }) });
        const told = read.pipe(
          judged({ previous: { snapshot: previous } }),
          map(({ items, jumps, sources }) => [items[0]?.cost.input, jumps, Object.keys(sources).sort()]),
        );
        expectObservable(told).toBe('e|', { e: [0.001, [jump], ['api', 'api@2026-01-01']] });
      }));

    it('is taken under --accept-jump', () => {
      const read = aSnapshot({ items: [dear] });
      becomes({ previous: { snapshot: previous }, acceptJump: true }, read, read);
    });
  });
});
