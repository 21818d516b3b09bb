import fc from 'fast-check';
import { lastValueFrom, map, mergeMap, Observable, of, Subject, take, throwError, timer, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../src/fetch/errors.js';
import type { Page } from '../src/fetch/request.js';
import type { Event, Settled } from '../src/model/events.js';
import type { Model } from '../src/model/model.js';
import { ChainError } from '../src/operators/readSource.js';
import { pipeline, type PipelineOptions } from '../src/pipeline.js';
import type { Link, Source } from '../src/sources/source.js';
import { after, aFault, aLink, aList, aModel, aNetwork, aProviderFile, aSettled, aSource } from './builders.js';
import { completed, day2, failed, modelRead, models, priced, started } from './builders.js';
import { marbles } from './marbles.js';

/** A source of that id with one link to a list of its own. */
const source = (id: string, link: Partial<Link> = {}): Source =>
  aSource({ id, name: id.toUpperCase(), links: [{ ...aLink(), requests: [{ url: id }], ...link }] });

const pageOf = (id: string, rows: readonly unknown[]) => aList(rows, { request: { url: id } });

/** A page that comes as one from the network does: later. */
const soon = (id: string, rows: readonly unknown[], ms = 1): Observable<Page> =>
  timer(ms).pipe(map(() => pageOf(id, rows)));

const offer = (provider: string, page: Page, id: string): Model => {
  const { url, fetchedAt, sha256, via } = page;
  return aModel(id, { provider, source: { url, fetchedAt, sha256, via } });
};

const run = (options: PipelineOptions): Promise<Event[]> => lastValueFrom(pipeline(options).pipe(toArray()));

function byProvider(events: readonly Event[]): Map<string, Event[]> {
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const group = groups.get(event.provider) ?? [];
    group.push(event);
    groups.set(event.provider, group);
  }
  return groups;
}

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
            throw new SourceError('http', 'down answered 503', { retryAt: day2 });
          }),
        ),
        bad: soon('bad', rows.bad, 3),
        changed: soon('changed', []),
      }),
    };
    const expected: Record<string, Event[]> = {
      well: [
        started('well', 'WELL'),
        modelRead(offer('well', pages.well, 'a')),
        modelRead(offer('well', pages.well, 'b')),
        completed({ provider: 'well', rows: 2, bytes: pages.well.bytes }),
      ],
      down: [
        started('down', 'DOWN'),
        failed({
          ...{ provider: 'down', error: 'down answered 503', retryAt: day2 },
          faults: [aFault('api', { error: 'down answered 503', retryAt: day2 })],
        }),
      ],
      bad: [
        started('bad', 'BAD'),
        modelRead(offer('bad', pages.bad, 'c')),
        {
          type: 'rejected',
          provider: 'bad',
          letter: {
            ...{ provider: 'bad', stage: 'validate', path: 'id', row: { id: 7 } },
            reason: 'id: Invalid input: expected string, received number',
          },
        },
        completed({
          ...{ provider: 'bad', rows: 3, skipped: 1, bytes: pages.bad.bytes },
          shape: { id: 'number|string' },
        }),
      ],
      changed: [
        started('changed', 'CHANGED'),
        failed({
          ...{ provider: 'changed', error: 'the answer is not what it was: data is not iterable' },
          faults: [aFault('api', { error: 'the answer is not what it was: data is not iterable' })],
        }),
      ],
    };

    it('tells exactly what became of each, and completes', async () => {
      expect(Object.fromEntries(byProvider(await run(options)))).toEqual(expected);
    });

    it.each([1, 2, 4, 64])('tells the same of each at a concurrency of %i', async (concurrency) => {
      expect(Object.fromEntries(byProvider(await run({ ...options, concurrency })))).toEqual(expected);
    });
  });

  it('reads as many providers at a time as it is told, the next one as soon as one ends', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const [a, b, c] = ['a', 'b', 'c'].map((id) => source(id)) as [Source, Source, Source];
      const of2 = (provider: string) => models(2).map((model) => ({ ...model, provider }));
      const settled: Record<string, Observable<Settled>> = {
        a: cold('-----------(S|)', { S: aSettled({ models: of2('a') }) }),
        b: cold('----#', undefined, new ChainError([aFault()])),
        c: cold('    --------------(S|)', { S: aSettled({ models: of2('c').slice(0, 1) }) }),
      };
      const events = pipeline({
        ...{ sources: cold('(abc|)', { a, b, c }), concurrency: 2, network: aNetwork({}) },
        read: ({ id }) => settled[id]!,
      });
      const [m, n, o] = [of2('a')[0]!, of2('a')[1]!, of2('c')[0]!];
      expectObservable(events).toBe('(ab)(fs)---(mnd)--(oe|)', {
        ...{ a: started('a', 'A'), b: started('b', 'B'), s: started('c', 'C') },
        ...{ f: failed({ provider: 'b' }), m: modelRead(m), n: modelRead(n), o: modelRead(o) },
        ...{ d: completed({ provider: 'a', rows: 2 }), e: completed({ provider: 'c' }) },
      });
      expectSubscriptions((settled['a'] as ReturnType<typeof cold>).subscriptions).toBe('^----------!');
      expectSubscriptions((settled['b'] as ReturnType<typeof cold>).subscriptions).toBe('^---!');
      expectSubscriptions((settled['c'] as ReturnType<typeof cold>).subscriptions).toBe('----^-------------!');
    }));

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

  it('holds reading back while the sinks are slow', async () => {
    let unwritten = 0;
    let most = 0;
    const ids = Array.from({ length: 20 }, (_, i) => `p${i}`);
    const network = aNetwork(
      Object.fromEntries(
        ids.map((id) => [
          id,
          soon(id, [{ id: 'm' }]).pipe(
            map((page) => {
              most = Math.max(most, ++unwritten);
              return page;
            }),
          ),
        ]),
      ),
    );
    const sink = () => ({
      write: () => after(5),
      commit: async () => {
        await after(5);
        unwritten--;
        return [];
      },
      abort: () => Promise.resolve(),
    });
    await run({ sources: ids.map((id) => source(id)), network, concurrency: 3, sink });
    expect(most).toBe(3);
    expect(unwritten).toBe(0);
  });

  it('ends at the first value of `stop`: requests are aborted, sinks too, and no provider starts any more', async () => {
    const log: string[] = [];
    const hanging = new Observable<Page>(() => () => log.push('request aborted'));
    const stop = new Subject<void>();
    const sink = ({ id }: Source) => ({
      write: () => Promise.resolve(),
      commit: () => Promise.resolve([]),
      abort: () => Promise.resolve(void log.push(`sink of ${id} aborted`)),
    });
    const network = aNetwork({ a: hanging, b: hanging, c: hanging });
    const sources = ['a', 'b', 'c'].map((id) => source(id));
    const result = run({ sources, network, concurrency: 2, sink, stop });
    await after(5);
    stop.next();
    expect(await result).toEqual([started('a', 'A'), started('b', 'B')]);
    expect(log.toSorted()).toEqual([
      ...['request aborted', 'request aborted'],
      ...['sink of a aborted', 'sink of b aborted'],
    ]);
    expect(stop.observed).toBe(false);
  });

  it('does the same when unsubscribed', async () => {
    let aborted = 0;
    const hanging = new Observable<Page>(() => () => aborted++);
    const sources = [source('a'), source('b')];
    const seen = pipeline({ sources, network: aNetwork({ a: hanging, b: hanging }) }).pipe(take(2), toArray());
    await lastValueFrom(seen);
    expect(aborted).toBe(1);
  });

  describe('loses nothing where much comes at once', () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => ({ id: `m${i}` }));

    it('3,000 rows a provider, the first page late', async () => {
      const ids = ['late', 'b', 'c', 'd'];
      const network = aNetwork(
        Object.fromEntries(ids.map((id) => [id, id === 'late' ? soon(id, rows, 5) : of(pageOf(id, rows))])),
      );
      const sink = () => ({
        write: () => Promise.resolve(),
        commit: () => Promise.resolve([]),
        abort: () => Promise.resolve(),
      });
      const events = byProvider(
        await run({ sources: ids.map((id) => source(id)), network, concurrency: 2, sink, join: map(priced) }),
      );
      for (const id of ids) {
        const mine = events.get(id)!.filter((event) => event.type === 'model');
        expect(mine.map(({ enriched }) => enriched.id)).toEqual(rows.map((row) => row.id));
        expect(events.get(id)!.at(-1)).toMatchObject({ type: 'completed', rows: 3_000 });
      }
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
          const events = byProvider(await run({ sources, network, concurrency, limit }));
          for (const [i, rows] of lists.entries()) {
            const mine = events.get(`p${i}`)!;
            const end = mine.at(-1)!;
            const count = (type: Event['type']) => mine.filter((event) => event.type === type).length;
            expect(count('started')).toBe(1);
            expect(count('completed') + count('failed')).toBe(1);
            if (end.type === 'completed') {
              expect(end.rows).toBe(rows.length);
              expect(count('model') + count('rejected') + end.skipped).toBe(rows.length);
            } else {
              expect(mine.map(({ type }) => type)).toEqual(['started', 'failed']);
            }
          }
        },
      ),
      { numRuns: 50 },
    ));

  describe('what stands in', () => {
    const down = new SourceError('http', 'acme answered 503');
    const failing = new Observable<Page>((subscriber) => subscriber.error(down));

    it('is the recording, where nothing is known of earlier', async () => {
      const recordings = aNetwork({ acme: of({ ...pageOf('acme', [{ id: 'm' }]), via: 'recording' }) });
      const events = await run({ sources: [source('acme')], network: aNetwork({ acme: failing }), recordings });
      expect(events.at(-1)).toMatchObject({ type: 'completed', status: 'recording', error: 'acme answered 503' });
    });

    it('is the last output, where there is one', async () => {
      const output = aProviderFile({ models: models(2) });
      const earlier = (id: string) => Promise.resolve(id === 'acme' ? { output } : {});
      const sources = [source('acme'), source('beta')];
      const network = aNetwork({ acme: failing, beta: failing });
      const events = byProvider(await run({ sources, network, earlier, recordings: aNetwork({}) }));
      expect(events.get('acme')).toMatchObject([
        { type: 'started' },
        { type: 'model', model: { id: 'm0' } },
        { type: 'model', model: { id: 'm1' } },
        { type: 'completed', status: 'stale', error: 'acme answered 503' },
      ]);
      expect(events.get('beta')!.at(-1)).toMatchObject({ type: 'failed' });
    });

    it('is the last output as well where the list shrank, unless told to believe that', async () => {
      const earlier = () => Promise.resolve({ output: aProviderFile({ models: models(9) }) });
      const options = { sources: [source('acme')], network: aNetwork({ acme: soon('acme', [{ id: 'm0' }]) }), earlier };
      expect((await run(options)).at(-1)).toMatchObject({ status: 'stale', rows: 9 });
      expect((await run({ ...options, acceptShrink: true })).at(-1)).toMatchObject({ status: 'fresh', rows: 1 });
    });

    it('knows the better link by the order of the chain', async () => {
      const output = aProviderFile({ link: 'api', fetchedAt: new Date().toISOString() });
      const docs = aLink({ name: 'docs', requests: [{ url: 'docs' }] });
      const chain = aSource({ links: [aLink({ requests: [{ url: 'acme' }] }), docs] });
      const network = aNetwork({ acme: failing, docs: soon('docs', [{ id: 'other' }]) });
      const events = await run({ sources: [chain], network, earlier: () => Promise.resolve({ output }) });
      expect(events.at(-1)).toMatchObject({ type: 'completed', status: 'stale', link: 'api' });
    });

    it('is nothing where a link fails that only fills', async () => {
      const docs = aLink({ name: 'docs', requests: [{ url: 'docs' }] });
      const chain = aSource({ links: [aLink({ requests: [{ url: 'acme' }] }), docs] });
      const network = aNetwork({ acme: soon('acme', [{ id: 'm' }]), docs: failing });
      const events = await run({ sources: [chain], network });
      expect(events.at(-1)).toMatchObject({ status: 'fresh', link: 'api', error: null, faults: [{ link: 'docs' }] });
    });

    it('shows the drift against what the last run saw', async () => {
      const baseline = { link: 'api', rows: 1, shape: { id: 'string', gone: 'string' } };
      const network = aNetwork({ acme: soon('acme', [{ id: 'm' }]) });
      const events = await run({
        ...{ sources: [source('acme')], network },
        earlier: () => Promise.resolve({ baseline }),
      });
      expect(events.at(-1)).toMatchObject({ drift: { goneKeys: ['gone'], newKeys: [] } });
    });
  });

  it('limits before it joins, and shows both models', async () => {
    const asked: string[] = [];
    const join = map((model: Model) => {
      asked.push(model.id);
      return priced(model);
    });
    const network = aNetwork({ acme: soon('acme', [{ id: 'a' }, { id: 'b' }, { id: 'c' }]) });
    const events = await run({ sources: [source('acme')], network, join, limit: 2 });
    expect(asked).toEqual(['a', 'b']);
    expect(events[1]).toMatchObject({ model: { cost: { input: null } }, enriched: { cost: { input: 0.001 } } });
    expect(events.at(-1)).toMatchObject({ rows: 3, skipped: 1 });
  });

  it('errors for the sake of a sink, and stops the others', async () => {
    let aborted = false;
    const hanging = new Observable<Page>(() => () => (aborted = true));
    const full = {
      write: () => Promise.reject(new Error('no space left')),
      commit: () => Promise.resolve([]),
      abort: () => Promise.resolve(),
    };
    const network = aNetwork({ a: soon('a', [{ id: 'm' }]), b: hanging });
    await expect(run({ sources: [source('a'), source('b')], network, sink: () => full })).rejects.toThrow(
      'no space left',
    );
    expect(aborted).toBe(true);
  });

  it('errors for the sake of a `read` that throws, once its provider has started', () =>
    marbles(({ expectObservable }) => {
      const error = new TypeError('undefined is not a function');
      const read = (): never => {
        throw error;
      };
      const events = pipeline({ sources: [source('a')], network: aNetwork({}), read });
      expectObservable(events).toBe('(s#)', { s: started('a', 'A') }, error);
    }));

  it.each<[string, Partial<PipelineOptions>]>([
    ['a join that fails', { join: () => throwError(() => new Error('torn')) }],
    ['earlier runs that can not be read', { earlier: () => Promise.reject(new Error('torn')) }],
    ['a list of sources that breaks off', { sources: throwError(() => new Error('torn')) }],
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
    pipeline({ sources: [source('a')], network });
    expect(asked).toEqual([]);
  });
});
