import { lastValueFrom, type Observable, of, tap } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Fault } from '../../src/model/fault.js';
import type { Model } from '../../src/model/model.js';
import type { Page } from '../../src/model/page.js';
import type { PriceRow } from '../../src/model/price.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { SourceError } from '../../src/read/errors.js';
import { readSource, requestsOf, retryAtOf } from '../../src/read/readSource.js';
import { UnreadError } from '../../src/read/unreadError.js';
import { asksOf, companion } from '../../src/sources/ask.js';
import { defineEndpoint, type Endpoint } from '../../src/sources/define.js';
import { text } from '../../src/sources/parse/fields.js';
import {
  aFault,
  aList,
  aModel,
  anEndpoint,
  aNetwork,
  aPriceList,
  aPriceRow,
  aPriceSnapshot,
  aPricing,
  aSnapshot,
  aSource,
  day1,
  day2,
  originOf,
  unpriced,
} from '../builders.js';
import { marbles } from '../marbles.js';

const named = ({ id, name }: { id: string; name?: unknown }) => ({ id, name: typeof name === 'string' ? name : null });
const api = anEndpoint({ name: 'api', normalize: named });
const docs = anEndpoint({ name: 'docs', normalize: named });
const catalog = anEndpoint({ name: 'catalog', origin: 'catalog:models.dev', normalize: named });
const source = aSource({ endpoints: [api, docs, catalog] });

const urlOf = ({ name }: Endpoint) => `https://acme.example/${name}`;
const pageOf = (endpoint: Endpoint, ...rows: { id: string; name?: string; price?: number }[]) =>
  aList(rows, { request: { url: urlOf(endpoint) } });

const answers = (pages: Readonly<Record<string, Observable<Page>>>) =>
  aNetwork(Object.fromEntries(Object.entries(pages).map(([path, page]) => [`https://acme.example/${path}`, page])));

const gave = ({ name }: Endpoint, more: Partial<Model> = {}): Model => aModel('m', { from: { '*': name }, ...more });

/** What one page of that endpoint is read into; `why` goes on where it is told that the model has no price. */
const snapshotOf = (
  endpoint: Endpoint,
  page: Page,
  { why = '', items = [gave(endpoint)], ...more }: Partial<Snapshot<Model>> & { why?: string } = {},
): Snapshot<Model> =>
  aSnapshot({
    ...{ endpoint: endpoint.name, url: urlOf(endpoint), via: page.via, sha256: page.sha256, bytes: page.bytes },
    items: items.map((model) =>
      model.pricing.status === 'unknown' ? unpriced(model, `${endpoint.name} lists it without a price${why}`) : model,
    ),
    ...more,
  });

const requests = (answered: number, retried: number, failed: number) => ({ answered, retried, failed });

const down = new SourceError('http', 'api answered 503', {
  ...{ status: 503, url: urlOf(api), retryAt: day2, attempts: 4 },
});
const apiFault = aFault('api', { retryAt: day2, attempts: 4 });
const notThere = (endpoint: string) =>
  aFault(endpoint, { httpStatus: 404, error: `404 for https://acme.example/${endpoint}` });

describe('readSource', () => {
  it('takes the records of the first endpoint that works and fills them from the later ones, all asked for at once', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const page = pageOf(docs, { id: 'm' });
      const other = pageOf(catalog, { id: 'm', name: 'Em' }, { id: 'n' });
      const first = cold<Page>('  --#', undefined, down);
      const second = cold('       ---(p|)', { p: page });
      const third = cold('        -(o|)', { o: other });
      const expected = '          ---(S|)';
      const network = answers({ api: first, docs: second, catalog: third });
      const filled = gave(docs, { name: 'Em', from: { '*': 'docs', name: 'catalog:models.dev' } });
      expectObservable(readSource(source, network)).toBe(expected, {
        S: snapshotOf(docs, page, {
          ...{ items: [filled], why: ', catalog does not price it, api could not be read' },
          ...{ faults: [apiFault], error: 'api answered 503', retryAt: day2 },
          ...{ requests: requests(2, 3, 1), bytes: page.bytes + other.bytes },
          stated: { docs: {}, catalog: {} },
        }),
      });
      expectSubscriptions(first.subscriptions).toBe('   ^-!');
      expectSubscriptions(second.subscriptions).toBe('  ^--!');
      expectSubscriptions(third.subscriptions).toBe('   ^!');
    }));

  it('lets the network note how long is worked on each endpoint’s answers', async () => {
    const worked: number[] = [];
    const pages = { api: of(pageOf(api, { id: 'm' })), docs: of(pageOf(docs, { id: 'm' })) };
    const working = <T>() => tap<T>((answer) => worked.push((answer as unknown[]).length));
    await lastValueFrom(readSource(source, { ...answers(pages), working }));
    // Of the catalog came an error, which is an answer.
    expect(worked).toEqual([1, 1, 1]);
  });

  it('notes every page of an endpoint that gave nothing', () =>
    marbles(({ cold, expectObservable }) => {
      const withPrices = anEndpoint({
        ...{ name: 'api', normalize: named },
        requests: asksOf({
          list: { url: urlOf(api) },
          prices: companion({ url: 'https://acme.example/prices' }, { brings: 'prices', read: ({ body }) => body }),
        }),
      });
      const network = answers({ api: cold('-#', undefined, down) });
      const lost = { ...notThere('api'), request: 'prices', url: 'https://acme.example/prices' };
      expectObservable(readSource({ ...source, endpoints: [withPrices] }, network)).toBe(
        '-#',
        undefined,
        new UnreadError([apiFault, { ...lost, error: '404 for https://acme.example/prices' }]),
      );
    }));

  it('notes a later endpoint that fails, and keeps the records', () =>
    marbles(({ cold, expectObservable }) => {
      const page = pageOf(api, { id: 'm' });
      const network = answers({ api: cold('-(p|)', { p: page }), docs: cold('-#', undefined, new Error('torn')) });
      const torn = aFault('docs', {
        ...{ kind: 'shape', httpStatus: null, error: 'the answer is not what it was: torn' },
      });
      expectObservable(readSource(source, network)).toBe('-(S|)', {
        S: snapshotOf(api, page, {
          ...{ faults: [torn, notThere('catalog')], requests: requests(1, 0, 1) },
          why: ', docs and catalog could not be read',
        }),
      });
    }));

  it('says why it was not the best endpoint that answered, and not what went wrong after it', () =>
    marbles(({ cold, expectObservable }) => {
      const page = pageOf(catalog, { id: 'm' });
      const busy = new SourceError('http', 'docs answered 429', { status: 429, url: urlOf(docs), retryAt: day1 });
      const network = answers({
        api: cold('-#', undefined, new SourceError('http', 'api answered 503', { status: 503, url: urlOf(api) })),
        docs: cold('-#', undefined, busy),
        catalog: cold('-(p|)', { p: page }),
      });
      const last = anEndpoint({ name: 'last' });
      const chain = { ...source, endpoints: [...source.endpoints, last] };
      expectObservable(readSource(chain, network)).toBe('-(S|)', {
        S: snapshotOf(catalog, page, {
          ...{ error: 'api answered 503', retryAt: day1, requests: requests(1, 0, 3) },
          why: ', api and docs and last could not be read',
          faults: [
            aFault('api'),
            aFault('docs', { httpStatus: 429, error: 'docs answered 429', retryAt: day1 }),
            notThere('last'),
          ],
        }),
      });
    }));

  it('finds nothing wrong with a recording of a lesser endpoint, for which the better ones were not recorded', () =>
    marbles(({ cold, expectObservable }) => {
      const page = { ...pageOf(docs, { id: 'm' }), via: 'recording' } as const;
      const missing = new SourceError('no-recording', 'no recording of the list', { url: urlOf(api) });
      const network = answers({ api: cold('-#', undefined, missing), docs: cold('-(p|)', { p: page }) });
      const fault = aFault('api', { kind: 'no-recording', httpStatus: null, error: 'no recording of the list' });
      expectObservable(readSource({ ...source, endpoints: [api, docs] }, network)).toBe('-(S|)', {
        S: snapshotOf(docs, page, {
          ...{ status: 'recording', faults: [fault], requests: requests(1, 0, 1) },
          why: ', api could not be read',
        }),
      });
    }));

  it("notes a field filled from the provider's own endpoint by the endpoint's name, and counts its requests", () =>
    marbles(({ cold, expectObservable }) => {
      const page = pageOf(api, { id: 'm' });
      const more = { ...pageOf(docs, { id: 'm', name: 'Em' }), attempts: 3 };
      const network = answers({ api: cold('(p|)', { p: page }), docs: cold('(p|)', { p: more }) });
      expectObservable(readSource({ ...source, endpoints: [api, docs] }, network)).toBe('(S|)', {
        S: snapshotOf(api, page, {
          items: [gave(api, { name: 'Em', from: { '*': 'api', name: 'docs' } })],
          why: ', docs does not price it',
          requests: requests(2, 2, 0),
          bytes: page.bytes + more.bytes,
          stated: { api: {}, docs: {} },
        }),
      });
    }));

  it('asks an endpoint that does not fill only where the ones before it failed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const second = { ...docs, fills: false };
      const page = pageOf(api, { id: 'm' });
      const other = pageOf(docs, { id: 'm' });
      const unasked = cold<Page>('-(o|)', { o: other });
      const asked = cold<Page>('-(o|)', { o: other });
      const chain = { ...source, endpoints: [api, second] };
      expectObservable(readSource(chain, answers({ api: cold('--(p|)', { p: page }), docs: unasked }))).toBe('--(S|)', {
        S: snapshotOf(api, page),
      });
      expectObservable(readSource(chain, answers({ api: cold<Page>('--#', undefined, down), docs: asked }))).toBe(
        '---(S|)',
        {
          S: snapshotOf(docs, other, {
            ...{ faults: [apiFault], error: 'api answered 503', retryAt: day2, requests: requests(1, 3, 1) },
            why: ', api could not be read',
          }),
        },
      );
      expectSubscriptions(unasked.subscriptions).toBe([]);
      expectSubscriptions(asked.subscriptions).toBe('--^!');
    }));

  it('passes an endpoint over whose key is not there', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const keyed = cold<Page>('-(p|)');
      const page = pageOf(docs, { id: 'm' });
      const network = {
        ...answers({ api: keyed, docs: cold('-(p|)', { p: page }) }),
        canUse: ({ url }: { url: string }) => url !== urlOf(api),
      };
      expectObservable(readSource({ ...source, endpoints: [api, docs] }, network)).toBe('-(S|)', {
        S: snapshotOf(docs, page),
      });
      expectSubscriptions(keyed.subscriptions).toBe([]);
    }));

  it('notes companions that failed, of the endpoint that gave the records and of those that fill, by their names', () =>
    marbles(({ cold, expectObservable }) => {
      const lacking = (endpoint: Endpoint) => ({
        ...endpoint,
        requests: {
          ...endpoint.requests,
          details: companion(
            { url: `${urlOf(endpoint)}/details` },
            { brings: 'facts', read: (one: Page): string => one.body },
          ),
        },
      });
      const page = pageOf(api, { id: 'm' });
      const other = pageOf(docs, { id: 'm' });
      const network = answers({ api: cold('-(p|)', { p: page }), docs: cold('-(o|)', { o: other }) });
      const chain = { ...source, endpoints: [lacking(api), lacking(docs)] };
      const fault = (endpoint: string): Fault => ({
        ...aFault(endpoint, { request: 'details', httpStatus: 404 }),
        ...{ url: `https://acme.example/${endpoint}/details` },
        error: `404 for https://acme.example/${endpoint}/details`,
      });
      expectObservable(readSource(chain, network)).toBe('-(S|)', {
        S: snapshotOf(api, page, {
          ...{ faults: [fault('api'), fault('docs')], requests: requests(2, 0, 2) },
          why: ', docs does not price it',
          bytes: page.bytes + other.bytes,
          stated: { api: {}, docs: {} },
        }),
      });
    }));

  it('counts two retries for a page that came at the third attempt', () =>
    marbles(({ cold, expectObservable }) => {
      const page = { ...pageOf(api, { id: 'm' }), attempts: 3 };
      expectObservable(readSource({ ...source, endpoints: [api] }, answers({ api: cold('-(p|)', { p: page }) }))).toBe(
        '-(S|)',
        { S: snapshotOf(api, page, { requests: requests(1, 2, 0) }) },
      );
    }));

  it('fails with the faults of all endpoints where none works, in the words of the first', () =>
    marbles(({ cold, expectObservable }) => {
      const network = answers({
        api: cold('--#', undefined, down),
        docs: cold('--(p|)', { p: pageOf(docs) }),
        catalog: cold('--#', undefined, new SourceError('timeout', 'took too long', { url: urlOf(catalog) })),
      });
      expectObservable(readSource(source, network)).toBe(
        '--#',
        undefined,
        new UnreadError([
          apiFault,
          aFault('docs', { kind: 'shape', httpStatus: null, error: 'the list is empty' }),
          aFault('catalog', { kind: 'timeout', httpStatus: null, error: 'took too long' }),
        ]),
      );
    }));

  it('names the key to set where no endpoint can be used', () =>
    marbles(({ expectObservable }) => {
      const keyless = { ...answers({}), canUse: () => false };
      const error = new UnreadError([
        aFault('api', {
          ...{ url: null, kind: 'no-key', httpStatus: null },
          error: 'needs a key: set ACME_API_KEY or ACME_TOKEN',
        }),
      ]);
      expectObservable(readSource({ ...source, env: ['ACME_API_KEY', 'ACME_TOKEN'] }, keyless)).toBe(
        '#',
        undefined,
        error,
      );
    }));

  it('asks in the name of the source', () =>
    marbles(({ cold, expectObservable, flush }) => {
      const asked: string[] = [];
      const network = {
        canUse: () => true,
        fetch: ({ url }: { url: string }, id: string) => {
          asked.push(`${id} ${url}`);
          return cold('-(p|)', { p: aList([{ id: 'm' }], { request: { url } }) });
        },
      };
      expectObservable(readSource(source, network)).toBe('-(S|)', { S: expect.anything() as unknown });
      flush();
      expect(asked).toEqual([
        'acme https://acme.example/api',
        'acme https://acme.example/docs',
        'acme https://acme.example/catalog',
      ]);
    }));

  describe('adds the models that only a later endpoint of the provider lists', () => {
    /** Rows with a price in `price`; free where it is 0. */
    const pricing = (endpoint: Endpoint): Endpoint =>
      defineEndpoint({
        ...endpoint,
        row: z.looseObject({ id: z.string(), name: text, price: z.number().optional() }),
        normalize: ({ id, name, price }) => ({
          ...{ id, name, isNameOnly: id.includes(' ') },
          ...(price === 0 ? { priceStatus: 'free' } : { cost: { input: price } }),
        }),
      });
    type Row = { id: string; name?: string; price?: number };
    const both = (endpoints: readonly Endpoint[], ...rows: readonly Row[][]): Promise<Snapshot<Model>> => {
      const pages = endpoints.map(({ name }, i) => [name, of(pageOf(endpoints[i]!, ...rows[i]!))] as const);
      return lastValueFrom(
        readSource({ ...source, endpoints: endpoints.map(pricing) }, answers(Object.fromEntries(pages))),
      );
    };
    const listed = ({ items }: Snapshot<Model>) => items.map(({ id, cost, from }) => [id, cost.input, from['*']]);

    it('and prices or gives away, in its words, marked with its name', async () => {
      const snapshot = await both(
        [api, docs],
        [{ id: 'a' }],
        [
          { id: 'b', price: 0.002 },
          { id: 'a', price: 0.001 },
          { id: 'c', price: 0 },
        ],
      );
      expect(listed(snapshot)).toEqual([
        ['a', 0.001, 'api'],
        ['b', 0.002, 'docs'],
        ['c', null, 'docs'],
      ]);
      expect(snapshot).toMatchObject({ endpoint: 'api', rows: 3, rejected: 0, skipped: 0, priced: 0 });
      expect(snapshot.items[1]).toEqual(
        aModel('b', {
          ...{ cost: { ...aModel().cost, input: 0.002 } },
          pricing: aPricing({ evidence: { endpoint: 'docs', row: 0 } }),
          from: { '*': 'docs' },
        }),
      );
    });

    it.each<[string, Row]>([
      ['of which it only knows a name', { id: 'Big Model', price: 1 }],
      ['that the first one has in another case', { id: 'A', price: 1 }],
      ['that the first one has without a version', { id: 'a@001', price: 1 }],
    ])('but none %s', async (_, row) => {
      const snapshot = await both([api, docs], [{ id: 'a' }], [row]);
      expect([snapshot.items.map(({ id }) => id), snapshot.rows]).toEqual([['a'], 1]);
    });

    it.each<[string, string[]]>([
      ['2026-07-30T09:00:00.000Z', ['a', 'b']],
      ['2026-07-31T00:00:00.000Z', ['a', 'b']],
      ['2026-07-29T23:00:00.000Z', ['a']],
    ])('without a price where it was read no day before the first, as on %s', async (fetchedAt, ids) => {
      const first = { ...pageOf(api, { id: 'a' }), fetchedAt: '2026-07-30T10:00:00.000Z' };
      const later = { ...pageOf(docs, { id: 'b' }), fetchedAt };
      const network = answers({ api: of(first), docs: of(later) });
      const { items } = await lastValueFrom(readSource({ ...source, endpoints: [api, docs] }, network));
      expect(items.map(({ id }) => id)).toEqual(ids);
    });

    it("but none of another's catalog", async () => {
      const snapshot = await both([api, catalog], [{ id: 'a' }], [{ id: 'b', price: 1 }]);
      expect([snapshot.items.map(({ id }) => id), snapshot.rows]).toEqual([['a'], 1]);
    });

    it('once, by the first of them that does, filled by those after it', async () => {
      const last = anEndpoint({ name: 'last' });
      const snapshot = await both(
        [api, docs, last],
        [{ id: 'a', price: 0.003 }],
        [{ id: 'b', price: 0.002 }],
        [
          { id: 'b', name: 'Be', price: 0.009 },
          { id: 'c', price: 0.004 },
        ],
      );
      expect(listed(snapshot)).toEqual([
        ['a', 0.003, 'api'],
        ['b', 0.002, 'docs'],
        ['c', 0.004, 'last'],
      ]);
      expect(snapshot.items[1]).toMatchObject({
        ...{ name: 'Be', from: { '*': 'docs', name: 'last' } },
        quotes: [{ witness: 'provider', evidence: { endpoint: 'last', row: 0 }, cost: { input: 0.009 } }],
      });
    });

    it('also where that endpoint skipped and rejected rows of its own, which are not counted', async () => {
      const odd = { id: 7 } as unknown as Row;
      const snapshot = await both([api, docs], [{ id: 'a' }, odd], [odd, { id: 'b', price: 0.002 }]);
      const { items, rows, rejected, skipped } = snapshot;
      expect([items.length, rejected, skipped, rows]).toEqual([2, 1, 0, 3]);
    });
  });

  describe('names the pages', () => {
    const priced = (name: string) =>
      anEndpoint({ name, normalize: ({ id, price }) => ({ id, cost: { input: price as number } }) });
    const chain = { ...source, endpoints: [priced('api'), priced('docs'), priced('more')] };
    const readAll = (...rows: readonly { id: string; price?: number }[][]) => {
      const named = [api, docs, anEndpoint({ name: 'more' })].map((one, i) => [one.name, pageOf(one, ...rows[i]!)]);
      const all = Object.fromEntries(named) as Record<string, Page>;
      const network = answers(Object.fromEntries(Object.entries(all).map(([name, page]) => [name, of(page)])));
      return lastValueFrom(readSource(chain, network)).then((snapshot) => ({ snapshot, all }));
    };

    it('on which prices stand, those filled in and those stated beside them, and no others', async () => {
      const { snapshot, all } = await readAll([{ id: 'a' }], [{ id: 'a', price: 0.001 }], [{ id: 'a' }]);
      expect(snapshot.sources).toEqual({ api: originOf(all['api']!), docs: originOf(all['docs']!) });
      const twice = await readAll([{ id: 'a', price: 0.001 }], [{ id: 'a' }], [{ id: 'a', price: 0.002 }]);
      expect(Object.keys(twice.snapshot.sources).sort()).toEqual(['api', 'more']);
    });

    it('of the endpoint that gave the records, though nothing is priced there', async () => {
      const { snapshot, all } = await readAll([{ id: 'a' }], [{ id: 'a' }], [{ id: 'a' }]);
      expect(snapshot.sources).toEqual({ api: originOf(all['api']!) });
    });

    it('of later endpoints that list models, priced there or not', async () => {
      const { snapshot, all } = await readAll([{ id: 'a' }], [{ id: 'b' }], [{ id: 'a' }]);
      expect(snapshot.sources).toEqual({ api: originOf(all['api']!), docs: originOf(all['docs']!) });
    });
  });

  it('decides the status of a model on the day of the endpoint that lists it', async () => {
    const ends = (name: string) => anEndpoint({ name, normalize: ({ id }) => ({ id, retiresAt: '2026-03-02' }) });
    const network = answers({
      api: of({ ...pageOf(api, { id: 'a' }), fetchedAt: '2026-03-01T00:00:00.000Z' }),
      docs: of({ ...pageOf(docs, { id: 'b' }), fetchedAt: '2026-03-02T00:00:00.000Z' }),
    });
    const { items } = await lastValueFrom(readSource({ ...source, endpoints: [ends('api'), ends('docs')] }, network));
    expect(items.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'deprecated'],
      ['b', 'retired'],
    ]);
  });

  it('concludes what a model is for, and the units of its prices, from what all endpoints told', async () => {
    const first = anEndpoint({ normalize: ({ id }) => ({ id, cost: { input: 0.005, output: 0.04 } }) });
    const second = anEndpoint({ name: 'docs', normalize: ({ id }) => ({ id, modalities: { output: ['image'] } }) });
    const network = answers({ api: of(pageOf(api, { id: 'm' })), docs: of(pageOf(docs, { id: 'm' })) });
    const { items } = await lastValueFrom(readSource({ ...source, endpoints: [first, second] }, network));
    expect(items).toMatchObject([
      { mode: 'image', cost: { input: 0.005, output: null, outputImage: 0.04 }, pricing: { status: 'priced' } },
    ]);
  });

  it('reads a price list, whose rows no later endpoint fills', () =>
    marbles(({ cold, expectObservable }) => {
      const [first] = aPriceList().endpoints;
      const second = {
        ...first!,
        name: 'copy',
        requests: { list: { ...first!.requests['list']!, requests: [{ url: 'c' }] } },
      };
      const list = aPriceList({ endpoints: [first!, second] });
      const page = aList([aPriceRow('m', { cost: { input: 1 } })], { request: { url: 'https://prices.example/api' } });
      const copy = aList([aPriceRow('m', { cost: { input: 2, output: 3 } })], { request: { url: 'c' } });
      const network = aNetwork({
        'https://prices.example/api': cold('-(p|)', { p: page }),
        c: cold('-(c|)', { c: copy }),
      });
      const read: Observable<Snapshot<PriceRow>> = readSource(list, network);
      expectObservable(read).toBe('-(S|)', {
        S: aPriceSnapshot({
          ...{
            items: [aPriceRow('m', { cost: { input: 1 }, evidence: { endpoint: 'api', row: 0 } })],
            url: 'https://prices.example/api',
            sha256: page.sha256,
            bytes: page.bytes + copy.bytes,
          },
          ...{ requests: requests(2, 0, 0), priced: 1, stated: { api: {}, copy: {} } },
          shape: { provider: 'string', model: 'string', operator: 'string', cost: 'object', 'cost.input': 'number' },
        }),
      });
    }));

  it('aborts what was asked for, and asks no further endpoint, once unsubscribed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const first = cold<Page>('--#', undefined, down);
      const second = cold<Page>('----(p|)');
      const third = cold<Page>('-(p|)');
      const network = answers({ api: first, docs: second, catalog: third });
      const endpoints = [api, docs, { ...catalog, fills: false }];
      expectObservable(readSource({ ...source, endpoints }, network), '^---!').toBe('-');
      expectSubscriptions(first.subscriptions).toBe(' ^-!');
      expectSubscriptions(second.subscriptions).toBe('^---!');
      expectSubscriptions(third.subscriptions).toBe([]);
    }));

  it('reads anew for each subscriber, and nothing before', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const page = pageOf(api, { id: 'm' });
      const only = cold('-(p|)', { p: page });
      const read = readSource({ ...source, endpoints: [api] }, answers({ api: only }));
      expectObservable(read, '-^').toBe('--(S|)', { S: snapshotOf(api, page) });
      expectObservable(read, '----^').toBe('-----(S|)', { S: snapshotOf(api, page) });
      expectSubscriptions(only.subscriptions).toBe(['-^!', '----^!']);
    }));
});

describe('of some faults', () => {
  it('the first date counts that one of them names', () => {
    expect(retryAtOf([aFault('api'), aFault('docs', { retryAt: day2 }), aFault('c', { retryAt: day1 })])).toBe(day2);
    expect(retryAtOf([aFault('api')])).toBeNull();
    expect(retryAtOf([])).toBeNull();
  });

  it('those are failed requests that have an address and an endpoint that gave nothing, with their attempts', () => {
    const faults = [
      aFault('api', { attempts: 4 }),
      aFault('docs'),
      aFault('docs', { request: 'details', attempts: 3 }),
      aFault('read', { request: 'details', attempts: 3 }),
      aFault('docs', { url: null, kind: 'no-key' }),
      aFault('docs', { kind: 'shape' }),
    ];
    expect(requestsOf(faults)).toEqual(requests(0, 5, 3));
  });
});
