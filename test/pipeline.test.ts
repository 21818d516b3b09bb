import fc from 'fast-check';
import {
  concat,
  delay,
  lastValueFrom,
  map,
  mergeMap,
  NEVER,
  Observable,
  of,
  Subject,
  take,
  tap,
  throwError,
} from 'rxjs';
import { timer, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { buildPriceIndex, type PriceIndex } from '../src/match/priceIndex.js';
import type { Event, SourceRef, Started } from '../src/model/events.js';
import type { Fault } from '../src/model/fault.js';
import type { Model } from '../src/model/model.js';
import type { Page } from '../src/model/page.js';
import type { PriceRow } from '../src/model/price.js';
import type { Snapshot } from '../src/model/snapshot.js';
import { pipeline, settlePrices } from '../src/pipeline.js';
import type { PipelineOptions } from '../src/pipelineOptions.js';
import { SourceError } from '../src/read/errors.js';
import { readSource } from '../src/read/readSource.js';
import { UnreadError } from '../src/read/unreadError.js';
import { type OpenCourt, openCourt } from '../src/settle/court.js';
import { azure } from '../src/sources/azure.js';
import { companions } from '../src/sources/ask.js';
import type { Endpoint, PriceList, Source } from '../src/sources/define.js';
import { offers } from '../src/sources/offers.js';
import { helicone } from '../src/sources/prices/helicone.js';
import { after, aBaseline, aFault, aHead, aList, aModel, anEndpoint, aNetwork, aPage, aPriceList } from './builders.js';
import {
  aPriceRow,
  aPriceSnapshot,
  aSnapshot,
  aSource,
  completed,
  day2,
  failed,
  modelRead,
  models,
} from './builders.js';
import { anOrigin, aPricing, originOf } from './builders.js';
import { priceRead, started, unpriced } from './builders.js';
import { marbles } from './marbles.js';
import { fromRecordings } from './sources/harness.js';

/** A source of that id with one endpoint, a list of its own. */
const source = (id: string, endpoint: Partial<Omit<Endpoint, 'requests' | 'row' | 'normalize'>> = {}): Source =>
  aSource({
    ...{ id, name: id.toUpperCase(), docs: `https://${id}.example/docs`, env: [] },
    endpoints: [anEndpoint({ requests: { list: { url: id } }, ...endpoint })],
  });

const pageOf = (id: string, rows: readonly unknown[], more: Partial<Page> = {}) =>
  aList(rows, { request: { url: id }, ...more });

/** A page that comes as one from the network does: later. */
const soon = (id: string, rows: readonly unknown[], ms = 1): Observable<Page> =>
  timer(ms).pipe(map(() => pageOf(id, rows)));

const offer = (provider: string, id: string): Model => unpriced(aModel(id, { provider }));

const run = (options: PipelineOptions): Promise<Event[]> => lastValueFrom(pipeline(options).pipe(toArray()));

/** The events of each source. */
function bySource(events: readonly Event[]): Map<string, Event[]> {
  const groups = new Map<string, Event[]>();
  for (const event of events) groups.set(event.source, [...(groups.get(event.source) ?? []), event]);
  return groups;
}

/** The failed event of a source that one endpoint of which could not be read. */
const unread = (ref: Partial<SourceRef>, fault: Parameters<typeof aFault>[1], failedRequests = 1) => {
  const { error, retryAt, ...more } = aFault('api', fault);
  return failed({
    ...{ ...ref, error, retryAt, faults: [{ ...more, error, retryAt }] },
    requests: { answered: 0, retried: 0, failed: failedRequests },
  });
};

const defect = (ref: Partial<SourceRef>, says: string) => {
  const error = `a defect of ratecard, please report it: ${says}`;
  const nothing = { endpoint: '', request: null, url: null, httpStatus: null, attempts: 1, retryAt: null };
  return failed({
    ...{ ...ref, error, faults: [{ ...nothing, kind: 'defect', error }] },
    requests: { answered: 0, retried: 0, failed: 0 },
  });
};

const listed: SourceRef = { kind: 'prices', source: 'acme-prices' };
const startedList: Started = {
  ...started(),
  providerKind: null,
  ...listed,
  name: 'Acme Prices',
  docs: 'https://prices.example/docs',
};
const listUrl = 'https://prices.example/api';
const shapeOfRow = { provider: 'string', model: 'string', operator: 'string', cost: 'object', 'cost.input': 'number' };

/** The endpoints of a list, asked for at another address. */
const givenAt = ({ endpoints }: PriceList, url: string): PriceList['endpoints'] =>
  endpoints.map((endpoint) => ({
    ...endpoint,
    requests: { list: { ...endpoint.requests['list']!, requests: [{ url }] } },
  }));

const isId = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** What a list of one row makes of a model of its name. */
const joined = (model: Model): Model => ({
  ...model,
  cost: { ...model.cost, input: 0.001 },
  pricing: {
    ...aPricing({ source: 'acme-prices', evidence: { endpoint: 'prices/acme-prices/api', row: 0 } }),
    confidence: expect.any(Number) as number,
    issues: [{ code: 'alone', detail: 'nobody but acme-prices prices it' }],
    match: {
      ...{ strategy: 'exact', confidence: 0.996, reason: 'same id' },
      ...{ provider: 'ACME', model: model.id, operator: 'equals' },
    },
  },
  from: { ...model.from, cost: 'acme-prices' },
});

describe('pipeline', () => {
  describe('with one provider well, one down, one with bad rows and one whose answer is not what it was', () => {
    const rows = { well: [{ id: 'a' }, { id: 'b' }], bad: [{ id: 7 }, { id: 'c' }, { id: 'c' }] };
    const pages = { well: pageOf('well', rows.well), bad: pageOf('bad', rows.bad) };
    const changed = (): never[] => {
      throw new TypeError('data is not iterable');
    };
    const options: PipelineOptions = {
      sources: [source('well'), source('down'), source('bad'), source('changed', { rows: changed })],
      network: aNetwork({
        well: soon('well', rows.well, 5),
        down: timer(1).pipe(
          map(() => {
            throw new SourceError('http', 'down answered 503', {
              url: 'down',
              status: 503,
              retryAt: day2,
              attempts: 4,
            });
          }),
        ),
        bad: soon('bad', rows.bad, 3),
        changed: soon('changed', []),
      }),
    };
    const head = ({ url, sha256, bytes }: Page) => ({ url, sha256, bytes });
    const expected: Record<string, Event[]> = {
      well: [
        started('well', 'WELL'),
        modelRead(offer('well', 'a'), undefined, { api: originOf(pages.well) }),
        modelRead(offer('well', 'b'), undefined, { api: originOf(pages.well) }),
        completed({ ...head(pages.well), rows: 2 }, { source: 'well' }),
      ],
      down: [
        started('down', 'DOWN'),
        {
          ...unread({ source: 'down' }, { url: 'down', error: 'down answered 503', retryAt: day2, attempts: 4 }),
          requests: { answered: 0, retried: 3, failed: 1 },
        },
      ],
      bad: [
        started('bad', 'BAD'),
        modelRead(offer('bad', 'c'), undefined, { api: originOf(pages.bad) }),
        {
          ...{ type: 'rejected', kind: 'provider', source: 'bad' },
          letter: {
            ...{ source: 'bad', kind: 'provider', stage: 'validate', path: 'id', row: { id: 7 } },
            reason: 'id: Invalid input: expected string, received number',
          },
        },
        completed(
          { ...head(pages.bad), rows: 3, rejected: 1, skipped: 1, skips: { "another one's double": 1 } },
          { source: 'bad', shape: { id: 'number|string' } },
        ),
      ],
      changed: [
        started('changed', 'CHANGED'),
        unread(
          { source: 'changed' },
          {
            ...{ url: 'changed', kind: 'shape', httpStatus: null },
            error: 'the answer is not what it was: data is not iterable',
          },
          0,
        ),
      ],
    };

    it('tells exactly what became of each, and completes', async () => {
      expect(Object.fromEntries(bySource(await run(options)))).toEqual(expected);
    });

    it.each([1, 2, 4, 64])('tells the same of each at a concurrency of %i', async (concurrency) => {
      expect(Object.fromEntries(bySource(await run({ ...options, concurrency })))).toEqual(expected);
    });
  });

  describe('reads so many sources at a time', () => {
    const of2 = (provider: string) => models(2).map((model) => ({ ...model, provider }));

    it('as it is told, the next one as soon as one ends', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const [a, b, c] = ['a', 'b', 'c'].map((id) => source(id)) as [Source, Source, Source];
        const ofA = cold<Snapshot<Model>>('-----------(S|)', { S: aSnapshot({ items: of2('a') }) });
        const ofB = cold<Snapshot<Model>>('----#', undefined, new UnreadError([aFault()]));
        const ofC = cold<Snapshot<Model>>('    --------------(S|)', { S: aSnapshot({ items: of2('c').slice(0, 1) }) });
        const read: Record<string, Observable<Snapshot<Model>>> = { a: ofA, b: ofB, c: ofC };
        const sources = cold('(abc|)', { a, b, c });
        const events = pipeline({ sources, concurrency: 2, network: aNetwork({}), read: ({ id }) => read[id]! });
        const [m, n, o] = [of2('a')[0]!, of2('a')[1]!, of2('c')[0]!];
        expectObservable(events).toBe('(ab)(fs)---(mnd)--(oe|)', {
          ...{ a: started('a', 'A'), b: started('b', 'B'), s: started('c', 'C') },
          ...{ f: failed({ source: 'b' }), m: modelRead(m), n: modelRead(n), o: modelRead(o) },
          ...{ d: completed({ rows: 2 }, { source: 'a' }), e: completed({}, { source: 'c' }) },
        });
        expectSubscriptions(ofA.subscriptions).toBe('^----------!');
        expectSubscriptions(ofB.subscriptions).toBe('^---!');
        expectSubscriptions(ofC.subscriptions).toBe('----^-------------!');
        expectSubscriptions(sources.subscriptions).toBe('(^!)');
      }));

    const model = aModel('m', { provider: 'acme' });
    const page = pageOf(listUrl, [aPriceRow()]);
    const ofList = { url: listUrl, sha256: page.sha256, bytes: page.bytes, priced: 1 };
    const row = aPriceRow('m', { evidence: { endpoint: 'api', row: 0 } });
    const pages = { api: anOrigin(), 'prices/acme-prices/api': originOf(page) };
    const values = {
      ...{ p: startedList, r: priceRead(row), c: completed(ofList, { ...listed, shape: shapeOfRow }) },
      ...{ a: started('acme', 'ACME'), m: modelRead(model, joined(model), pages), e: completed({ sources: pages }) },
      ...{ b: started('b', 'B'), f: failed({ source: 'b' }) },
    };

    it('price lists first, then the providers, whose models wait for the lists and keep no other from being read', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const ofP = cold('---------(p|)', { p: page });
        const ofA = cold<Snapshot<Model>>('-----(S|)', { S: aSnapshot({ items: [model] }) });
        const ofB = cold<Snapshot<Model>>('     ------------#', undefined, new UnreadError([aFault()]));
        const read: Record<string, Observable<Snapshot<Model>>> = { acme: ofA, b: ofB };
        const network = aNetwork({ [listUrl]: ofP });
        const sources = cold('(ab|)', { a: source('acme'), b: source('b') });
        const prices = settlePrices([aPriceList()], { network });
        const events = pipeline({
          ...{ sources, prices, network, concurrency: 2, minConfidence: 0 },
          read: ({ id }) => read[id]!,
        });
        expectObservable(events).toBe('(pa)-b---(rcme)--(f|)', values);
        expectSubscriptions(ofP.subscriptions).toBe('^--------!');
        expectSubscriptions(ofA.subscriptions).toBe('^----!');
        expectSubscriptions(ofB.subscriptions).toBe('-----^-----------!');
      }));

    it('one at a time: no provider before the price list is there, and none is kept waiting for ever', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const ofP = cold('----(p|)', { p: page });
        const ofA = cold<Snapshot<Model>>('    -----(S|)', { S: aSnapshot({ items: [model] }) });
        const network = aNetwork({ [listUrl]: ofP });
        const prices = settlePrices([aPriceList()], { network });
        const events = pipeline({
          ...{ sources: [source('acme')], prices, network, concurrency: 1, minConfidence: 0 },
          read: () => ofA,
        });
        expectObservable(events).toBe('p---(rca)(me|)', values);
        expectSubscriptions(ofP.subscriptions).toBe('^---!');
        expectSubscriptions(ofA.subscriptions).toBe('----^----!');
      }));

    it('and asks for no source beyond that before one ends', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const hanging = cold<Snapshot<Model>>('-');
        const read: string[] = [];
        const sources = ['a', 'b', 'c'].map((id) => source(id));
        const events = pipeline({
          ...{ sources, concurrency: 2, network: aNetwork({}) },
          read: ({ id }) => hanging.pipe(tap({ subscribe: () => read.push(id) })),
        });
        expectObservable(events, '^----!').toBe('(ab)', { a: started('a', 'A'), b: started('b', 'B') });
        expectSubscriptions(hanging.subscriptions).toBe(['^----!', '^----!']);
      }));
  });

  describe('at the first value of `stop`', () => {
    it('ends while a price list hangs after the last provider, and aborts its request', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const ofP = cold<Page>('-');
        const ofA = cold<Snapshot<Model>>('----#', undefined, new UnreadError([aFault()]));
        const stop = cold('               ---------x');
        const network = aNetwork({ [listUrl]: ofP });
        const prices = settlePrices([aPriceList()], { network });
        const events = pipeline({ sources: [source('a')], prices, network, read: () => ofA, stop });
        expectObservable(events).toBe('(pa)f----|', {
          ...{ p: startedList, a: started('a', 'A'), f: failed({ source: 'a' }) },
        });
        expectSubscriptions(ofP.subscriptions).toBe(' ^--------!');
        expectSubscriptions(ofA.subscriptions).toBe(' ^---!');
        expectSubscriptions(stop.subscriptions).toBe('^--------!');
      }));

    it('ends while a provider waits for a price list that hangs, and aborts its request', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const ofP = cold<Page>('-');
        const ofA = cold<Snapshot<Model>>('----(S|)', { S: aSnapshot() });
        const stop = cold('               ---------x');
        const network = aNetwork({ [listUrl]: ofP });
        const prices = settlePrices([aPriceList()], { network });
        const events = pipeline({ sources: [source('a')], prices, network, read: () => ofA, stop });
        expectObservable(events).toBe('(pa)-----|', { p: startedList, a: started('a', 'A') });
        expectSubscriptions(ofP.subscriptions).toBe('^--------!');
        expectSubscriptions(ofA.subscriptions).toBe('^---!');
      }));

    it('aborts all requests under way, and starts no source any more', () =>
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const hanging = cold<Page>('-');
        const stop = cold('-----x');
        const sources = ['a', 'b', 'c'].map((id) => source(id));
        const network = aNetwork({ a: hanging, b: hanging, c: hanging });
        expectObservable(pipeline({ sources, network, concurrency: 2, stop })).toBe('(ab)-|', {
          ...{ a: started('a', 'A'), b: started('b', 'B') },
        });
        expectSubscriptions(hanging.subscriptions).toBe(['^----!', '^----!']);
      }));

    it('tells nothing of what is being written', async () => {
      const written: Event[] = [];
      const stop = new Subject<Event>();
      const sink = {
        write: async (events: readonly Event[]) => {
          for (const end of events.filter(({ type }) => type === 'completed')) stop.next(end);
          await after(1);
          written.push(...events);
        },
      };
      const network = aNetwork({ a: soon('a', [{ id: 'm' }], 20), b: NEVER });
      expect(await run({ sources: [source('a'), source('b')], network, sink, stop })).toEqual([
        started('a', 'A'),
        started('b', 'B'),
      ]);
      await after(5);
      expect(written.map(({ type }) => type)).toEqual(['started', 'started', 'model', 'completed']);
      expect(stop.observed).toBe(false);
    });
  });

  it('aborts all requests under way when unsubscribed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const hanging = cold<Page>('-');
      const network = aNetwork({ [listUrl]: hanging, a: hanging });
      const prices = settlePrices([aPriceList()], { network });
      const events = pipeline({ sources: [source('a')], prices, network });
      expectObservable(events, '^----!').toBe('(pa)', { p: startedList, a: started('a', 'A') });
      expectSubscriptions(hanging.subscriptions).toBe(['^----!', '^----!']);
    }));

  it('aborts a request where nobody takes the events any more', async () => {
    let aborted = 0;
    const hanging = new Observable<Page>(() => () => aborted++);
    const sources = [source('a'), source('b')];
    const seen = pipeline({ sources, network: aNetwork({ a: hanging, b: hanging }) }).pipe(take(2), toArray());
    await lastValueFrom(seen);
    expect(aborted).toBe(1);
  });

  it.each([1, 3, 10])('never has more than %i requests in flight, and gets that far', async (concurrency) => {
    let inFlight = 0;
    let most = 0;
    const counted = (id: string) =>
      new Observable<Page>((subscriber) => {
        most = Math.max(most, ++inFlight);
        subscriber.add(() => inFlight--);
        return soon(id, [{ id: 'm' }]).subscribe(subscriber);
      });
    const ids = Array.from({ length: 30 }, (_, i) => `p${i}`);
    const network = aNetwork(Object.fromEntries(ids.map((id) => [id, counted(id)])));
    const events = await run({ sources: ids.map((id) => source(id)), network, concurrency });
    expect(events.filter(({ type }) => type === 'completed')).toHaveLength(30);
    expect(most).toBe(concurrency);
  });

  it('holds reading back while the sink is slow: beside those that are written no more are read than at a time', async () => {
    let unwritten = 0;
    let most = 0;
    const ids = Array.from({ length: 20 }, (_, i) => `p${i}`);
    const counted = (id: string) => soon(id, [{ id: 'm' }]).pipe(tap(() => (most = Math.max(most, ++unwritten))));
    const network = aNetwork(Object.fromEntries(ids.map((id) => [id, counted(id)])));
    const sink = {
      write: async (events: readonly Event[]) => {
        await after(5);
        unwritten -= events.filter(({ type }) => type === 'completed').length;
      },
    };
    await run({ sources: ids.map((id) => source(id)), network, concurrency: 3, sink });
    expect(most).toBeLessThanOrEqual(2 * 3);
    expect(unwritten).toBe(0);
  });

  describe('loses nothing where much comes at once', () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => ({ id: `m${i}` }));

    it('3,000 rows a provider, the first page late, as is the price list', async () => {
      const ids = ['late', 'b', 'c', 'd'];
      const network = aNetwork({
        ...Object.fromEntries(ids.map((id) => [id, id === 'late' ? soon(id, rows, 5) : of(pageOf(id, rows))])),
        [listUrl]: soon(listUrl, [aPriceRow('m7', { provider: 'D' })], 10),
      });
      const prices = settlePrices([aPriceList()], { network });
      const written: Event[] = [];
      const sink = { write: (events: readonly Event[]) => Promise.resolve(void written.push(...events)) };
      const sources = ids.map((id) => source(id));
      const events = await run({ sources, network, concurrency: 2, sink, prices, minConfidence: 0 });
      const groups = bySource(events);
      for (const id of ids) {
        const mine = groups.get(id)!.filter((event) => event.type === 'model');
        expect(mine.map(({ model }) => model.id)).toEqual(rows.map((row) => row.id));
        expect(mine.map(({ enriched }) => enriched.id)).toEqual(rows.map((row) => row.id));
        expect(mine.filter(({ enriched }) => enriched.cost.input === 0.001)).toHaveLength(id === 'd' ? 1 : 0);
        expect(groups.get(id)!.at(-1)).toMatchObject({ type: 'completed', head: { rows: 3_000 } });
      }
      expect(written).toHaveLength(4 * 3_002 + 3);
      expect(Object.fromEntries(bySource(written))).toEqual(Object.fromEntries(groups));
    });

    it('3,000 providers that end as soon as they start, after a late one', async () => {
      const ids = Array.from({ length: 3_000 }, (_, i) => `p${i}`);
      const network = aNetwork({ p0: soon('p0', [{ id: 'm' }], 5) }, ({ url }) => url === 'p0');
      const events = await run({ sources: ids.map((id) => source(id)), network, concurrency: 1 });
      expect(events.filter(({ type }) => type === 'failed')).toHaveLength(2_999);
    });
  });

  it('accounts for every row of every provider, whatever JSON they send', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.oneof(fc.jsonValue(), fc.record({ id: fc.string() })), { minLength: 1 }), {
          maxLength: 4,
        }),
        fc.integer({ min: 1, max: 5 }),
        fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
        async (lists, concurrency, limit) => {
          const network = aNetwork(Object.fromEntries(lists.map((rows, i) => [`p${i}`, soon(`p${i}`, rows, 0)])));
          const sources = lists.map((_, i) => source(`p${i}`));
          const events = bySource(await run({ sources, network, concurrency, limit }));
          for (const [i, rows] of lists.entries()) {
            const mine = events.get(`p${i}`)!;
            const count = (type: Event['type']) => mine.filter((event) => event.type === type).length;
            const ends = mine.filter(({ type }) => type === 'completed' || type === 'failed');
            const skipped = ends.map((end) => (end.type === 'completed' ? end.head.skipped : 0));
            const isRead = rows.some((row) => typeof row === 'object' && !!row && 'id' in row && isId(row.id));
            expect(mine[0]).toEqual(started(`p${i}`, `P${i}`));
            expect(count('started')).toBe(1);
            expect(ends).toEqual([mine.at(-1)]);
            expect(ends[0]!.type).toBe(isRead ? 'completed' : 'failed');
            expect(count('model') + count('rejected') + skipped[0]!).toBe(isRead ? rows.length : 0);
          }
        },
      ),
      { numRuns: 50 },
    ));

  describe('what stands in', () => {
    const failing = throwError(() => new SourceError('http', 'acme answered 503', { url: 'acme', status: 503 }));
    const known = (more: Partial<Snapshot<Model>> = {}, baseline = aBaseline()) => ({
      previous: ({ id }: Source) =>
        Promise.resolve(id === 'acme' ? { snapshot: aSnapshot(more), baseline } : undefined),
    });

    it('is the recording, where nothing is known of earlier', async () => {
      const recordings = aNetwork({ acme: of(pageOf('acme', [{ id: 'm' }], { via: 'recording' })) });
      const events = await run({ sources: [source('acme')], network: aNetwork({ acme: failing }), recordings });
      expect(events.at(-1)).toMatchObject({
        type: 'completed',
        head: { status: 'recording', error: 'acme answered 503' },
      });
    });

    it('is the previous snapshot, where there is one', async () => {
      const sources = [source('acme'), source('beta')];
      const network = aNetwork({ acme: failing, beta: failing });
      const options = { sources, network, ...known({ items: models(2) }), recordings: aNetwork({}) };
      const events = bySource(await run(options));
      expect(events.get('acme')).toMatchObject([
        { type: 'started' },
        { type: 'model', model: { id: 'm0' } },
        { type: 'model', model: { id: 'm1' } },
        { type: 'completed', head: { status: 'stale', error: 'acme answered 503' } },
      ]);
      expect(events.get('beta')!.at(-1)).toMatchObject({ type: 'failed' });
    });

    it('is the previous snapshot as well where the list shrank, unless told to believe that', async () => {
      const options = {
        ...{ sources: [source('acme')], network: aNetwork({ acme: soon('acme', [{ id: 'm0' }]) }) },
        ...known({ items: models(9) }),
      };
      expect((await run(options)).at(-1)).toMatchObject({ head: { status: 'stale', rows: 9 } });
      expect((await run({ ...options, acceptShrink: true })).at(-1)).toMatchObject({
        head: { status: 'fresh', rows: 1 },
      });
    });

    const docs = anEndpoint({ name: 'docs', requests: { list: { url: 'docs' } } });
    const chain = aSource({ endpoints: [anEndpoint({ requests: { list: { url: 'acme' } } }), docs] });

    it('knows the better endpoint by the order of the chain', async () => {
      const network = aNetwork({ acme: failing, docs: soon('docs', [{ id: 'other' }]) });
      const now = new Date().toISOString();
      const options = known({ fetchedAt: now }, aBaseline({ readAt: now }));
      const events = await run({ sources: [chain], network, ...options });
      expect(events.at(-1)).toMatchObject({ type: 'completed', head: { status: 'stale', endpoint: 'api' } });
    });

    it('is nothing where an endpoint fails that only fills, and nothing is known of earlier', async () => {
      const network = aNetwork({ acme: soon('acme', [{ id: 'm' }]), docs: failing });
      const events = await run({ sources: [chain], network });
      expect(events.at(-1)).toMatchObject({
        head: { status: 'fresh', endpoint: 'api', error: null, faults: [{ endpoint: 'docs' }] },
      });
    });

    it('shows the drift against what the last run saw', async () => {
      const baseline = aBaseline({ shape: { id: 'string', gone: 'string' } });
      const network = aNetwork({ acme: soon('acme', [{ id: 'm' }]) });
      const events = await run({ sources: [source('acme')], network, ...known({}, baseline) });
      expect(events.at(-1)).toMatchObject({ head: { drift: { goneKeys: ['gone'], newKeys: [] } } });
    });

    it('keeps the prices and tiers of Azure where its price list alone answers 429, and says until when', async () => {
      const recorded = fromRecordings('azure');
      // Without the documents of which there is no recording.
      const others = companions({ brings: 'models', read: ({ body }) => body });
      const endpoints = azure.endpoints.map((one) => ({ ...one, requests: { ...one.requests, others } }));
      const known = { ...azure, endpoints };
      const whole = await lastValueFrom(readSource(known, { fetch: recorded, canUse: () => true }));
      const before = { ...whole, via: 'live', status: 'unchanged' } as const;
      const busy = new SourceError('http', 'prices.azure.com answered 429', { status: 429, retryAt: day2 });
      const network = {
        fetch: (request: Page['request']) =>
          request.url.startsWith('https://prices.azure.com')
            ? throwError(() => busy)
            : recorded(request).pipe(map((page): Page => ({ ...page, via: 'live' }))),
        canUse: () => true,
      };
      const previous = () => Promise.resolve({ snapshot: before });
      const events = await run({ sources: [known], network, previous });
      const read = events.flatMap((event) => (event.type === 'model' ? [event.model] : []));
      const priceOf = ({ id, cost, tiers, pricing }: Model) => ({ id, cost, tiers, pricing });
      const own = before.items.filter(
        ({ from, pricing }) => pricing.status !== 'unknown' && from['cost'] === undefined,
      );
      expect(own).toHaveLength(42);
      expect(own.flatMap(({ tiers }) => tiers).length).toBeGreaterThan(20);
      const ids = new Set(own.map(({ id }) => id));
      const day = '2026-06-11';
      const asOf = ({ pricing, ...model }: Model): Model => {
        const { endpoint, row } = pricing.evidence!;
        return { ...model, pricing: { ...pricing, evidence: { endpoint: `${endpoint}@${day}`, row } } };
      };
      expect(read.filter(({ id }) => ids.has(id)).map(priceOf)).toEqual(own.map(asOf).map(priceOf));
      const named = new Set(own.map(({ pricing }) => pricing.evidence!.endpoint));
      const { sources } = events.flatMap((event) => (event.type === 'completed' ? event.head : []))[0]!;
      for (const name of named) expect(sources[`${name}@${day}`]).toEqual(before.sources[name]);
      expect(events.at(-1)).toMatchObject({
        type: 'completed',
        head: {
          ...{ status: 'fresh', endpoint: 'docs', retryAt: day2, kept: { records: 19, prices: 23, facts: 0 } },
          error: 'prices.azure.com answered 429: 19 records, 23 prices kept as of 2026-06-11',
          faults: expect.arrayContaining([
            expect.objectContaining({ endpoint: 'docs', request: 'meters', httpStatus: 429, retryAt: day2 }),
          ]) as Fault[],
        },
      });
    });
  });

  it('limits before it joins, and shows both models', async () => {
    const asked: string[] = [];
    const index: PriceIndex = {
      ...buildPriceIndex({ id: 'acme-prices', sellers: {} }, []),
      find: ({ id }) => {
        asked.push(id);
        return { refused: 'no price', trace: [] };
      },
    };
    const network = aNetwork({ acme: soon('acme', [{ id: 'a' }, { id: 'b' }, { id: 'c' }]) });
    const prices = { lists: [], court: of(openCourt([index])) };
    const events = await run({ sources: [source('acme')], network, prices, limit: 2 });
    expect(asked).toEqual(['a', 'b']);
    expect(events[1]).toMatchObject({
      model: { id: 'a', pricing: { issues: [{ code: 'not-priced' }] } },
      enriched: { id: 'a', pricing: { issues: [{ code: 'not-priced' }, { code: 'no-match', detail: 'no price' }] } },
    });
    expect(events.at(-1)).toMatchObject({ head: { rows: 3, skipped: 1 } });
  });

  it('fills no price that is less likely to be right than asked for', async () => {
    const network = aNetwork({ acme: soon('acme', [{ id: 'm' }]), [listUrl]: of(pageOf(listUrl, [aPriceRow()])) });
    const options = { sources: [source('acme')], network };
    const prices = () => settlePrices([aPriceList()], { network });
    const inputs = async (minConfidence: number) =>
      (await run({ ...options, prices: prices(), minConfidence })).flatMap((event) =>
        event.type === 'model' ? [event.enriched.cost.input] : [],
      );
    expect([await inputs(0), await inputs(1)]).toEqual([[0.001], [null]]);
  });

  describe('makes a defect of ours the last event of its source, and costs the others nothing:', () => {
    const thrown = (): never => {
      throw new TypeError('undefined is not a function');
    };
    const well = pageOf('well', [{ id: 'm' }]);
    const network = aNetwork({ well: of(well).pipe(delay(1)), torn: soon('torn', [{ id: 'm' }]) });
    const known = { snapshot: aSnapshot({ url: 'torn' }) };
    const kindThat = (fails: Partial<typeof offers>): Source => ({ ...source('torn'), kind: { ...offers, ...fails } });
    const index: PriceIndex = {
      ...buildPriceIndex({ id: 'acme-prices', sellers: {} }, []),
      find: ({ provider }) => (provider === 'torn' ? thrown() : { refused: 'no price', trace: [] }),
    };

    it.each<[string, Partial<PipelineOptions>, Source?]>([
      ['`previous` throws', { previous: ({ id }) => (id === 'torn' ? thrown() : Promise.resolve(undefined)) }],
      [
        '`previous` rejects',
        {
          previous: ({ id }) =>
            id === 'torn' ? Promise.reject(new TypeError('undefined is not a function')) : Promise.resolve(undefined),
        },
      ],
      ['a network throws', { network: { ...network, canUse: ({ url }) => (url === 'torn' ? thrown() : true) } }],
      [
        'the judgement of a reading throws',
        { previous: ({ id }) => Promise.resolve(id === 'torn' ? known : undefined) },
        kindThat({ moves: thrown }),
      ],
      [
        'what is kept of an earlier one throws',
        { previous: ({ id }) => Promise.resolve(id === 'torn' ? known : undefined) },
        {
          ...kindThat({ keep: thrown }),
          endpoints: [...source('torn').endpoints, anEndpoint({ name: 'docs', requests: { list: { url: 'gone' } } })],
        },
      ],
      ['a join throws', { prices: { lists: [], court: of(openCourt([index])) } }],
      [
        '`read` fails',
        { read: ({ id }) => (id === 'torn' ? throwError(() => new TypeError('undefined is not a function')) : NEVER) },
      ],
      ['`read` throws', { read: ({ id }) => (id === 'torn' ? thrown() : NEVER) }],
    ])('%s', async (_, options, torn = source('torn')) => {
      const readWell = options.read && {
        read: (one: Source) => (one.id === 'well' ? readSource(one, network) : options.read!(one)),
      };
      const events = bySource(await run({ sources: [torn, source('well')], network, ...options, ...readWell }));
      expect(events.get('torn')).toEqual([
        started('torn', 'TORN'),
        defect({ source: 'torn' }, 'undefined is not a function'),
      ]);
      expect(events.get('well')).toMatchObject([
        { type: 'started' },
        { type: 'model', model: offer('well', 'm') },
        { type: 'completed', head: { status: 'fresh', rows: 1 } },
      ]);
    });

    it('earlier runs’ price list can not be read', async () => {
      const prices = settlePrices([aPriceList()], {
        network,
        previousPrices: () => Promise.reject(new TypeError('undefined is not a function')),
      });
      const events = bySource(await run({ sources: [source('well')], network, prices }));
      expect(events.get('acme-prices')).toEqual([startedList, defect(listed, 'undefined is not a function')]);
      expect(events.get('well')).toMatchObject([
        { type: 'started' },
        { type: 'model', enriched: offer('well', 'm') },
        { type: 'completed' },
      ]);
    });

    it('a price list can not be indexed', async () => {
      const list = aPriceList({ sellers: null as never });
      const both = { ...network, fetch: () => of(pageOf(listUrl, [aPriceRow()])) };
      const events = await run({ sources: [source('well')], network, prices: settlePrices([list], { network: both }) });
      expect(events.flatMap((event) => (event.type === 'failed' ? event.faults : []))).toMatchObject([
        { kind: 'defect' },
      ]);
    });
  });

  it('errors for the sake of a sink, and stops the others', async () => {
    let aborted = false;
    const hanging = new Observable<Page>(() => () => (aborted = true));
    const full = { write: () => Promise.reject(new Error('no space left')) };
    const network = aNetwork({ a: soon('a', [{ id: 'm' }]), b: hanging });
    await expect(run({ sources: [source('a'), source('b')], network, sink: full })).rejects.toThrow('no space left');
    expect(aborted).toBe(true);
  });

  it.each<[string, Partial<PipelineOptions>]>([
    ['a list of sources that breaks off', { sources: throwError(() => new Error('torn')) }],
    [
      'a list of sources that breaks off after the first one',
      {
        sources: concat(
          of(source('a')),
          throwError(() => new Error('torn')),
        ),
      },
    ],
    ['a `stop` that fails', { stop: timer(0).pipe(mergeMap(() => throwError(() => new Error('torn')))) }],
  ])('errors for the sake of %s', async (_, options) => {
    const network = aNetwork({ a: soon('a', [{ id: 'm' }], 5) });
    await expect(run({ sources: [source('a')], network, ...options })).rejects.toThrow('torn');
  });

  it('asks for nothing before it is subscribed to', () => {
    const asked: string[] = [];
    const network = {
      fetch: ({ url }: { url: string }) => {
        asked.push(url);
        return of(pageOf(url, [{ id: 'm' }]));
      },
      canUse: () => true,
    };
    const previous = ({ id }: Source | PriceList) => {
      asked.push(id);
      return Promise.resolve(undefined);
    };
    const prices = settlePrices([aPriceList()], { network, previousPrices: previous });
    pipeline({ sources: [source('a')], network, previous, prices });
    expect(asked).toEqual([]);
  });
});

describe('settlePrices', () => {
  const page = pageOf(listUrl, [aPriceRow('a'), aPriceRow('b')]);
  const down = new SourceError('http', 'prices.example answered 503', { url: listUrl, status: 503 });
  const ids = ({ lists }: OpenCourt) => lists.map(({ list, rows }) => [list, rows.length]);
  const on = (row: number) => ({ evidence: { endpoint: 'api', row } });

  it('asks for a list once, however many wait for it, and gives its rows and its index', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const answer = cold('--(p|)', { p: page });
      const { lists, court } = settlePrices([aPriceList()], { network: aNetwork({ [listUrl]: answer }) });
      const R = aPriceSnapshot({
        ...{
          items: [aPriceRow('a', on(0)), aPriceRow('b', on(1))],
          url: listUrl,
          sha256: page.sha256,
          bytes: page.bytes,
        },
        shape: shapeOfRow,
        stated: { api: { 'cost.input (amount)': 2 } },
      });
      expectObservable(lists[0]!.rows).toBe('--(R|)', { R });
      expectObservable(court.pipe(map(ids))).toBe('--(I|)', { I: [['acme-prices', 2]] });
      expectObservable(court.pipe(map(ids)), '-----^').toBe('-----(I|)', { I: [['acme-prices', 2]] });
      expectObservable(lists[0]!.rows, '-----^').toBe('-----(R|)', { R });
      expectSubscriptions(answer.subscriptions).toBe('^-!');
    }));

  it('waits for all lists, in their order, and leaves out those that can not be read', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const [first, second, third] = ['1', '2', '3'].map((id) =>
        aPriceList({ id, endpoints: givenAt(aPriceList(), id) }),
      ) as [PriceList, PriceList, PriceList];
      const ofFirst = cold('----(p|)', { p: page });
      const ofSecond = cold<Page>('--#', undefined, down);
      const ofThird = cold('-(p|)', { p: page });
      const network = aNetwork({ '1': ofFirst, '2': ofSecond, '3': ofThird });
      const { court } = settlePrices([first, second, third], { network });
      expectObservable(court.pipe(map(ids))).toBe('----(I|)', {
        I: [
          ['1', 2],
          ['3', 2],
        ],
      });
      expectSubscriptions(ofFirst.subscriptions).toBe(' ^---!');
      expectSubscriptions(ofSecond.subscriptions).toBe('^-!');
      expectSubscriptions(ofThird.subscriptions).toBe(' ^!');
    }));

  it('fails a list that is in another unit than all others, by its own events', async () => {
    const [one, two, odd] = ['one', 'two', 'odd'].map((id) =>
      aPriceList({ id, endpoints: givenAt(aPriceList(), id) }),
    ) as [PriceList, PriceList, PriceList];
    const rowsOf = (times: number, every: number) =>
      Array.from({ length: 25 }, (_, i) =>
        aPriceRow(`m${i}`, { cost: { input: times * (i % every === 0 ? 0.0003 : 0.0005) } }),
      );
    const network = aNetwork({
      one: of(pageOf('one', rowsOf(1, 3))),
      two: of(pageOf('two', rowsOf(1, 4))),
      odd: of(pageOf('odd', rowsOf(1000, 5))),
    });
    const prices = settlePrices([one, two, odd], { network });
    const events = await run({ sources: [], network, prices });
    const ends = events.filter(({ type }) => type === 'completed' || type === 'failed');
    expect(ends.map(({ source, type }) => [source, type])).toEqual([
      ['one', 'completed'],
      ['two', 'completed'],
      ['odd', 'failed'],
    ]);
    expect(events.filter(({ type, source }) => type === 'price' && source === 'odd')).toEqual([]);
    expect(ends[2]).toMatchObject({
      error: expect.stringMatching(
        /^\d+ of the 25 input prices that odd shares with one are [\d,]+ times those: is their unit another one\? None of its/,
      ) as string,
      faults: [{ endpoint: 'api', kind: 'shape', url: 'odd' }],
    });
  });

  it('indexes a list once, however many look prices up', async () => {
    const { court } = settlePrices([aPriceList()], { network: aNetwork({ [listUrl]: of(page) }) });
    const [first, second] = [await lastValueFrom(court), await lastValueFrom(court)];
    expect(first).toBe(second);
  });

  it('completes empty where there are no lists', () =>
    marbles(({ expectObservable }) => {
      expectObservable(settlePrices([], { network: aNetwork({}) }).court).toBe('|');
    }));

  it('gives no index where no list can be read, which is each list’s failure', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const answer = cold<Page>('--#', undefined, down);
      const { lists, court } = settlePrices([aPriceList()], { network: aNetwork({ [listUrl]: answer }) });
      const fault = aFault('api', { url: listUrl, error: 'prices.example answered 503' });
      expectObservable(court.pipe(map(ids))).toBe('--(I|)', { I: [] });
      expectObservable(lists[0]!.rows).toBe('--#', undefined, new UnreadError([fault]));
      expectSubscriptions(answer.subscriptions).toBe('^-!');
    }));

  it('aborts the request once nobody waits any more, and asks anew for the next one', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const answer = cold('------(p|)', { p: page });
      const { lists, court } = settlePrices([aPriceList()], { network: aNetwork({ [listUrl]: answer }) });
      expectObservable(court, '^--!').toBe('-');
      expectObservable(lists[0]!.rows, '-^---!').toBe('-');
      expectObservable(court.pipe(map(ids)), '----------^').toBe('----------------(I|)', {
        I: [['acme-prices', 2]],
      });
      expectSubscriptions(answer.subscriptions).toBe(['^----!', '----------^-----!']);
    }));

  it('lets what stands in be the recording, and the last run’s list before that', async () => {
    const recordings = aNetwork({ [listUrl]: of(pageOf(listUrl, [aPriceRow()], { via: 'recording' })) });
    const options = { network: aNetwork({ [listUrl]: throwError(() => down) }), recordings };
    const rowsOf = (more: Partial<Parameters<typeof settlePrices>[1]> = {}): Promise<Snapshot<PriceRow>> =>
      lastValueFrom(settlePrices([aPriceList()], { ...options, ...more }).lists[0]!.rows);
    expect(await rowsOf()).toMatchObject({ status: 'recording', error: 'prices.example answered 503' });
    const snapshot = aPriceSnapshot({ items: [aPriceRow('old')] });
    expect(await rowsOf({ previousPrices: () => Promise.resolve({ snapshot }) })).toEqual({
      ...{ ...snapshot, status: 'stale', error: 'prices.example answered 503' },
      faults: [aFault('api', { url: listUrl, error: 'prices.example answered 503' })],
    });
  });

  it('believes no list that fell by more than 30 %, unless told to', async () => {
    const network = aNetwork({ [listUrl]: of(page) });
    const items = ['a', 'b', 'c'].map((model) => aPriceRow(model));
    const previousPrices = () => Promise.resolve({ snapshot: aPriceSnapshot({ items }) });
    const statusOf = async (acceptShrink: boolean) =>
      (await lastValueFrom(settlePrices([aPriceList()], { network, previousPrices, acceptShrink }).lists[0]!.rows))
        .status;
    expect([await statusOf(false), await statusOf(true)]).toEqual(['stale', 'fresh']);
  });

  describe('reads the list of Helicone', () => {
    const address = 'https://helicone.ai/api/llm-costs';
    const good = { provider: 'ACME', model: ' m ', operator: 'equals', input_cost_per_1m: 1, output_cost_per_1m: 2 };
    const bad = { ...good, operator: 'resembles' };
    const read = (answer: Page): Promise<Event[]> => {
      const network = aNetwork({ [address]: of(answer) });
      return run({ sources: [], network, prices: settlePrices([helicone], { network }) });
    };
    const list = (rows: readonly unknown[]) => aList(rows, { request: { url: address } });

    it('as a whole, and tells each row that can not be read', async () => {
      const ref = { kind: 'prices', source: 'helicone' } as const;
      const answer = list([good, bad]);
      const { url, sha256, bytes } = answer;
      expect((await read(answer)).slice(1)).toEqual([
        priceRead(
          aPriceRow('m', { cost: { input: 0.001, output: 0.002 }, evidence: { endpoint: 'api', row: 0 } }),
          'helicone',
        ),
        {
          ...{ type: 'rejected', ...ref },
          letter: {
            ...{ ...ref, stage: 'validate', path: 'operator', row: bad },
            reason: 'operator: Invalid option: expected one of "equals"|"startsWith"|"includes"',
          },
        },
        {
          ...{ type: 'completed', ...ref },
          head: aHead({ url, sha256, bytes, rows: 2, rejected: 1, priced: 1 }),
          shape: {
            ...{ provider: 'string', model: 'string', operator: 'string' },
            ...{ input_cost_per_1m: 'number', output_cost_per_1m: 'number' },
          },
          stated: { api: { 'input_cost_per_1m (amount)': 2, 'output_cost_per_1m (amount)': 2 } },
        },
      ]);
    });

    it.each([
      ['an HTML page', aPage('<html>'), /^the answer is an HTML page, not JSON$/],
      ['an empty list', list([]), /^the list is empty$/],
      ['a list of which no row can be read', list([bad]), /^none of the 1 rows is a .+ \(the first one: operator: /],
    ])('and takes %s for a fault of shape', async (_, answer, message) => {
      expect((await read(answer)).at(-1)).toMatchObject({
        ...{ type: 'failed', kind: 'prices', source: 'helicone', error: expect.stringMatching(message) as string },
        faults: [{ endpoint: 'api', kind: 'shape', httpStatus: null }],
      });
    });
  });
});
