import { asyncScheduler, map, mergeAll } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Completed, Event, Started } from '../../src/model/events.js';
import type { Model } from '../../src/model/model.js';
import type { Match } from '../../src/model/pricing.js';
import type { PriceListRun, ProviderRun, SourceRun } from '../../src/model/run.js';
import { summarize, type Summary } from '../../src/operators/summarize.js';
import {
  aFault,
  aModel,
  anOrigin,
  completed,
  day1,
  day2,
  failed,
  modelRead,
  priceRead,
  rejected,
  started,
} from '../builders.js';
import { marbles } from '../marbles.js';

const nothing: Summary = {
  providers: {},
  prices: {},
  quarantined: [],
  overridden: [],
  agreed: [],
  matches: {},
  statuses: {},
  sources: {},
  unpriced: {},
  completed: [],
  lost: [],
};

const read: Omit<SourceRun, 'name'> = {
  sources: { api: anOrigin() },
  ...{ status: 'fresh', endpoint: 'api', url: 'https://acme.example/api', via: 'live', fetchedAt: day1 },
  ...{
    sha256: 'abc',
    readAt: day1,
    rows: 1,
    rejected: 0,
    skipped: 0,
    priced: 0,
    unread: {},
    partial: null,
    jumps: [],
    gone: { records: [], prices: [] },
  },
  ...{ kept: { records: 0, prices: 0, facts: 0 }, requests: { answered: 1, retried: 0, failed: 0 } },
  ...{ bytes: 100, ms: 0, faults: [], error: null, retryAt: null, drift: null },
};

const acme: ProviderRun = { ...read, name: 'Acme', models: 1 };

/** What is known of a source that has not told its end. */
const untold: Partial<SourceRun> = {
  ...{ status: 'skipped', endpoint: null, url: null, via: null, fetchedAt: null, sha256: null, readAt: null },
  sources: {},
  ...{ rows: 0, requests: { answered: 0, retried: 0, failed: 0 }, bytes: 0 },
};

const aMatch = (strategy: string, model: string): Match => ({
  ...{ strategy, confidence: 1, reason: 'same id', provider: 'ACME', model, operator: 'equals' },
});
const pricing = (more: Partial<Model['pricing']>): Partial<Model> => ({ pricing: { ...aModel().pricing, ...more } });

const endsOf = (events: readonly Event[]): Completed[] => events.filter((event) => event.type === 'completed');

/** The summary of events that all happen at once. */
const sums = (events: readonly Event[], expected: Partial<Summary>) =>
  marbles(({ cold, expectObservable }) => {
    expectObservable(cold('(e|)', { e: events }).pipe(mergeAll(), summarize())).toBe('(S|)', {
      S: { ...nothing, completed: endsOf(events), ...expected },
    });
  });

/** The end of a price list. */
const listed = (head: Parameters<typeof completed>[0]) =>
  completed({ url: 'https://prices.example/api', ...head }, { kind: 'prices', source: 'acme-prices' });
const startedList: Started = { ...started('acme-prices', 'Acme Prices'), kind: 'prices' };
const acmePrices: PriceListRun = {
  ...{ ...read, name: 'Acme Prices', url: 'https://prices.example/api', prices: 1 },
  sources: { api: anOrigin({ url: 'https://prices.example/api' }) },
};

describe('summarize', () => {
  it('goes by how long a source took itself, where somebody knows', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const events = cold<Event>('s-c---f|', {
        ...{ s: started(), c: completed({}), f: failed({ source: 'down' }) },
      });
      const took: Record<string, number> = { acme: 1.6, down: 0 };
      const seen = events.pipe(
        summarize(({ source }) => took[source] ?? 99),
        map(({ providers }) => Object.entries(providers).map(([id, { ms }]) => [id, ms])),
      );
      expectObservable(seen).toBe('-------(m|)', {
        m: [
          ['acme', 2],
          ['down', 0],
        ],
      });
      expectSubscriptions(events.subscriptions).toBe('^------!');
    }));

  it('tells when what happened to a source as it is known at its end', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const events = cold<Event>('s-c---f|', {
        ...{ s: started(), c: completed({}), f: failed({ source: 'down' }) },
      });
      const times = ({ source }: { readonly source: string }) => ({
        ...{ fetching: [[0, source.length] as const], retrying: [], parsing: [] },
        endedMs: asyncScheduler.now(),
      });
      const seen = events.pipe(
        summarize(() => 1, times),
        map(({ providers }) => Object.entries(providers).map(([id, told]) => [id, told.ms, told.times])),
      );
      expectObservable(seen).toBe('-------(m|)', {
        m: [
          ['acme', 1, { fetching: [[0, 4]], retrying: [], parsing: [], endedMs: 2 }],
          ['down', 1, { fetching: [[0, 4]], retrying: [], parsing: [], endedMs: 6 }],
        ],
      });
      expectSubscriptions(events.subscriptions).toBe('^------!');
    }));

  it('counts what became of each source and how long it took, once, at the end', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const drift = { newKeys: ['x'], goneKeys: [], changedTypes: [], rows: { was: 2, is: 3 } };
      const known = {
        ...{ priced: 1, bytes: 300, readAt: day2, drift, error: 'docs answered 503', retryAt: day2 },
        ...{ requests: { answered: 2, retried: 3, failed: 1 }, faults: [aFault('docs')] },
        unread: { 'price.hour': 2 },
      };
      const ends = { c: completed({ ...known, rows: 4, rejected: 1, skipped: 1 }), e: listed({}) };
      const events = cold<Event>('-s-t-p-m-n-r--c--f--(xe|)', {
        ...{ s: started('acme', 'Acme'), t: started('beta', 'Beta AI'), p: startedList },
        ...{ m: modelRead(), n: modelRead(aModel('n')), r: rejected() },
        ...ends,
        f: failed({ source: 'beta', retryAt: day2 }),
        x: priceRead(),
      });
      expectObservable(events.pipe(summarize())).toBe('--------------------(S|)', {
        S: {
          ...nothing,
          providers: {
            acme: { ...acme, ...known, rows: 4, models: 2, rejected: 1, skipped: 1, ms: 13 },
            beta: {
              ...{ ...acme, ...untold, name: 'Beta AI', status: 'failed', models: 0, ms: 14 },
              ...{ error: 'api answered 503', retryAt: day2, faults: [aFault()] },
              requests: { answered: 0, retried: 0, failed: 1 },
            },
          },
          prices: { 'acme-prices': { ...acmePrices, ms: 15 } },
          statuses: { unknown: 2 },
          completed: [ends.c, ends.e],
        },
      });
      expectSubscriptions(events.subscriptions).toBe('^-------------------!');
    }));

  it('sums nothing up to nothing', () =>
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold<Event>('--|').pipe(summarize())).toBe('--(S|)', { S: nothing });
    }));

  it('counts each subscription for itself', () =>
    marbles(({ cold, expectObservable }) => {
      const summary = cold<Event>('(sa|)', { s: started(), a: modelRead() }).pipe(summarize());
      const S: Summary = { ...nothing, providers: { acme: { ...acme, ...untold } }, statuses: { unknown: 1 } };
      expectObservable(summary).toBe('(S|)', { S });
      expectObservable(summary, '--^').toBe('--(S|)', { S });
    }));

  it('takes no price list for the provider of the same id', () =>
    marbles(({ cold, expectObservable }) => {
      const ends = { c: completed(), e: completed({}, { kind: 'prices' }) };
      const events = cold<Event>('p-s-x-e-m-c|', {
        ...{ p: { ...startedList, source: 'acme' }, x: priceRead(undefined, 'acme') },
        ...{ s: started(), m: modelRead(), ...ends },
      });
      expectObservable(events.pipe(summarize())).toBe('-----------(S|)', {
        S: {
          ...nothing,
          providers: { acme: { ...acme, ms: 8 } },
          prices: { acme: { ...acmePrices, url: 'https://acme.example/api', sources: read.sources, ms: 6 } },
          statuses: { unknown: 1 },
          completed: [ends.e, ends.c],
        },
      });
    }));

  it('keeps no end of a source that failed behind it, as where its file could not be written', () => {
    const failure = {
      ...acme,
      ...untold,
      name: 'Acme',
      status: 'failed',
      models: 0,
      error: 'api answered 503',
    } as const;
    sums([started(), modelRead(), completed(), failed()], {
      providers: { acme: { ...failure, requests: { answered: 0, retried: 0, failed: 1 }, faults: [aFault()] } },
      completed: [],
    });
  });

  describe('names a source as having lost rows', () => {
    const rows: [string, Event[], boolean][] = [
      ['all are there', [modelRead(), rejected(), completed({ rows: 4, rejected: 1, skipped: 2 })], false],
      ['a row is missing', [modelRead(), completed({ rows: 3, skipped: 1 })], true],
      ['a model is there twice', [modelRead(), modelRead(), completed({ rows: 1 })], true],
      ['a rejected one was not told', [modelRead(), completed({ rows: 2, rejected: 1 })], true],
      ['one told to be rejected is not counted', [modelRead(), rejected(), completed({ rows: 2, skipped: 1 })], true],
      [
        'kept records are there beside the rows',
        [modelRead(), modelRead(), completed({ rows: 1, kept: { records: 1, prices: 0, facts: 0 } })],
        false,
      ],
      [
        'kept records are not there',
        [modelRead(), completed({ rows: 1, kept: { records: 1, prices: 0, facts: 0 } })],
        true,
      ],
      [
        'only prices and facts are kept',
        [modelRead(), completed({ rows: 1, kept: { records: 0, prices: 1, facts: 1 } })],
        false,
      ],
      ['it failed', [failed()], false],
      ['a price is missing', [startedList, priceRead(), listed({ rows: 2 })], true],
      ['all prices are there', [startedList, priceRead(), listed({ rows: 1 })], false],
    ];

    it.each(rows)('or not, where %s', (_, events, isLost) =>
      marbles(({ cold, expectObservable }) => {
        const summary = cold('(e|)', { e: events }).pipe(mergeAll(), summarize());
        const lost = isLost ? [events.at(-1)!.source] : [];
        expectObservable(summary).toBe('(S|)', { S: expect.objectContaining({ lost }) as Summary });
      }),
    );
  });

  it('counts models by price, by who states it and by how it was matched', () => {
    const own: Partial<Model['pricing']> = { status: 'priced', source: 'provider' };
    const ofList: Partial<Model['pricing']> = { status: 'priced', source: 'helicone' };
    const enriched = [
      aModel('f', pricing({ status: 'free', source: 'provider' })),
      aModel('o', pricing({ ...own, issues: [{ code: 'note', detail: 'ours' }] })),
      aModel('p', pricing({ ...own, match: aMatch('exact', 'p') })),
      aModel('a', pricing({ ...ofList, match: aMatch('exact', 'a') })),
      aModel('b', pricing({ ...ofList, match: aMatch('contains', 'b') })),
      aModel('u'),
      aModel('q', pricing({ status: 'quarantined', source: 'helicone', match: aMatch('exact', 'q') })),
    ];
    sums([...enriched.map((model) => modelRead(aModel(), model)), completed({ rows: 7 })], {
      providers: { acme: { ...acme, name: 'acme', rows: 7, models: 7 } },
      statuses: { free: 1, priced: 4, unknown: 1, quarantined: 1 },
      sources: { provider: 3, helicone: 3 },
      matches: { exact: 2, contains: 1 },
    });
  });

  it('gathers the prices of lists that are not believed, with the model that each was found for', () => {
    const absurd = { witness: 'helicone', row: 'ACME/a', code: 'magnitude', detail: '-1' };
    const zero = { witness: 'acme-prices', row: 'ACME/a', code: 'zero-beside-paid', detail: '0' };
    const [a, b] = [aModel('a'), aModel('b')];
    sums(
      [
        { ...modelRead(a), refused: [absurd, zero] },
        {
          ...modelRead(b, { ...b, pricing: { ...b.pricing, status: 'priced', source: 'acme-prices' } }),
          refused: [absurd],
        },
        completed({ rows: 2 }),
      ],
      {
        providers: { acme: { ...acme, name: 'acme', rows: 2, models: 2 } },
        statuses: { unknown: 1, priced: 1 },
        sources: { 'acme-prices': 1 },
        quarantined: [
          { ...absurd, model: 'acme/a' },
          { ...zero, model: 'acme/a' },
          { ...absurd, model: 'acme/b' },
        ],
      },
    );
  });

  it('gathers disputes with them, which are nobody’s alone', () => {
    const disputed = { code: 'disputed', detail: 'one says input 1; another says input 2' };
    const model = aModel('a', pricing({ issues: [{ code: 'no-match', detail: 'no row' }, disputed] }));
    sums([modelRead(aModel('a'), model), completed()], {
      providers: { acme: { ...acme, name: 'acme' } },
      statuses: { unknown: 1 },
      unpriced: { disputed: 1, 'no-match': 1 },
      quarantined: [{ model: 'acme/a', witness: null, row: null, ...disputed }],
    });
  });

  it('passes an error and unsubscription on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const events = cold<Event>('----#');
      expectObservable(events.pipe(summarize())).toBe('----#');
      expectObservable(events.pipe(summarize()), '^-!').toBe('-');
      expectSubscriptions(events.subscriptions).toBe(['^---!', '^-!']);
    }));
});
