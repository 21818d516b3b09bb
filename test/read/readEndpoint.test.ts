import fc from 'fast-check';
import { lastValueFrom, type Observable, of, throwError } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Fault } from '../../src/model/fault.js';
import type { Page } from '../../src/model/page.js';
import { SourceError } from '../../src/read/errors.js';
import { readEndpoint } from '../../src/read/readEndpoint.js';
import { UnreadError } from '../../src/read/unreadError.js';
import { type Ask, type Asks, companion, companions, pages } from '../../src/sources/ask.js';
import { defineEndpoint, type Endpoint } from '../../src/sources/define.js';
import { jsonList, jsonPages } from '../../src/sources/parse/json.js';
import { ofPage } from '../../src/sources/parse/ofPage.js';
import { shapeError } from '../../src/sources/parse/shapeError.js';
import {
  aFault,
  aList,
  aModel,
  anEndpoint,
  aPage,
  aPriceList,
  aPriceRow,
  aSnapshot,
  aSource,
  day1,
  day2,
  originOf,
} from '../builders.js';
import { marbles } from '../marbles.js';

const url = 'https://acme.example/api';
const requests = [{ url: `${url}?page=1` }, { url: `${url}?page=2` }] as const;
const [pricesUrl, detailsUrl] = [`${url}/prices`, `${url}/details`] as const;

const read = (page: Page, endpoint = anEndpoint()) => lastValueFrom(readEndpoint(aSource(), endpoint, () => of(page)));

/** Reads an endpoint whose URLs are answered so. */
const readFrom = (endpoint: Endpoint, answers: Readonly<Record<string, Observable<Page>>>) =>
  readEndpoint(aSource(), endpoint, (request) => answers[request.url]!);

const bothPages = defineEndpoint({
  ...anEndpoint(),
  requests: { list: pages(requests) },
  rows: ({ list }) => jsonPages(list, 'data'),
});

/** A list and a page of names, one a line; the name of a model that is not there is null. */
const withNames = (more: Asks = {}): Endpoint =>
  defineEndpoint({
    ...anEndpoint(),
    requests: {
      list: { url },
      names: companion({ url: pricesUrl }, { brings: 'facts', read: ({ body }) => namesIn(body) }),
      ...more,
    },
    rows: ({ list, names = new Map<string, string>() }) =>
      (jsonList(list, 'data') as { id: string }[]).map(({ id }) => ({ id, name: names.get(id) ?? null })),
    row: z.looseObject({ id: z.string(), name: z.string().nullable() }),
    normalize: ({ id, name }) => ({ id, name }),
  });

function namesIn(body: string): Map<string, string> {
  if (body === 'torn') throw new TypeError('undefined is not iterable');
  if (body.startsWith('<')) throw shapeError('the page names no models');
  return new Map(body.split('\n').map((line) => line.split('=') as [string, string]));
}

const list = aList([{ id: 'a' }, { id: 'b' }], { request: { url } });
const names = aPage('a=Ah\nb=Be', { request: { url: pricesUrl } });

/** The snapshot of that list, without names. */
const nameless = (more: Parameters<typeof aSnapshot>[0] = {}) =>
  aSnapshot({
    ...{ url, sha256: list.sha256, bytes: list.bytes, items: [aModel('a'), aModel('b')], rows: 2 },
    shape: { id: 'string', name: 'null' },
    ...more,
  });

const gone = new SourceError('http', 'acme.example answered 404', { status: 404, url: pricesUrl });
const goneFault: Fault = {
  endpoint: 'api',
  request: 'names',
  url: pricesUrl,
  kind: 'http',
  httpStatus: 404,
  error: 'acme.example answered 404',
  attempts: 1,
  retryAt: null,
};

const unread = (...faults: Fault[]) => new UnreadError(faults);

const misshapen = (error: string, more: Partial<Fault> = {}): Fault =>
  aFault('api', { url, kind: 'shape', httpStatus: null, error, ...more });

describe('readEndpoint', () => {
  it('reads both pages of an endpoint into one snapshot, which is of the first one', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const first = aList([{ id: 'a' }, { id: 'b' }], { request: requests[0], via: 'mirror', fetchedAt: day2 });
      const second = aList([{ id: 'c' }], { request: requests[1] });
      const a = cold(' --(a|)', { a: first });
      const b = cold(' ---(b|)', { b: second });
      const snapshot = readFrom(bothPages, { [requests[0].url]: a, [requests[1].url]: b });
      expectObservable(snapshot).toBe('---(S|)', {
        S: {
          status: 'fresh',
          endpoint: 'api',
          url: 'https://acme.example/api?page=1',
          via: 'mirror',
          fetchedAt: day2,
          readAt: day2,
          sha256: first.sha256,
          sources: { api: originOf(first), 'api/list/2': originOf(second) },
          rows: 3,
          rejected: 0,
          skipped: 0,
          priced: 0,
          unread: {},
          partial: null,
          jumps: [],
          gone: { records: [], prices: [] },
          kept: { records: 0, prices: 0, facts: 0 },
          requests: { answered: 2, retried: 0, failed: 0 },
          bytes: first.bytes + second.bytes,
          faults: [],
          error: null,
          retryAt: null,
          drift: null,
          items: ['a', 'b', 'c'].map((id) => aModel(id)),
          letters: [],
          shape: { id: 'string' },
          stated: { api: {} },
        },
      });
      expectSubscriptions(a.subscriptions).toBe('^-!');
      expectSubscriptions(b.subscriptions).toBe('^--!');
    }));

  it('errors with the fault of a page that is needed first, and with those of all others that failed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const error = new SourceError('timeout', 'acme.example took too long', { url });
      const a = cold<Page>('-----#', undefined, error);
      const b = cold<Page>('--#', undefined, gone);
      expectObservable(readFrom(withNames(), { [url]: a, [pricesUrl]: b })).toBe(
        '-----#',
        undefined,
        unread(aFault('api', { url, kind: 'timeout', httpStatus: null, error: error.message }), goneFault),
      );
      expectSubscriptions(a.subscriptions).toBe('^----!');
      expectSubscriptions(b.subscriptions).toBe('^-!');
    }));

  it('names the companions that failed where the pages that are needed hold no record', () =>
    marbles(({ cold, expectObservable }) => {
      const empty = aPage('<html>Down</html>', { request: { url } });
      const answers = { [url]: cold('-(e|)', { e: empty }), [pricesUrl]: cold<Page>('--#', undefined, gone) };
      expectObservable(readFrom(withNames(), answers)).toBe(
        '--#',
        undefined,
        unread(misshapen('the answer is an HTML page, not JSON'), goneFault),
      );
    }));

  it('names each page of a list that failed', () =>
    marbles(({ cold, expectObservable }) => {
      const torn = (at: string) => cold<Page>('-#', undefined, new SourceError('network', 'cut off', { url: at }));
      const [first, second] = requests.map((request) => request.url) as [string, string];
      const lost = { kind: 'network', httpStatus: null, error: 'cut off' } as const;
      expectObservable(readFrom(bothPages, { [first]: torn(first), [second]: torn(second) })).toBe(
        '-#',
        undefined,
        unread(aFault('api', { url: first, ...lost }), aFault('api', { request: 'list', url: second, ...lost })),
      );
    }));

  it('aborts its requests when unsubscribed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold<Page>('-----(a|)');
      const b = cold<Page>('-------(b|)');
      expectObservable(readFrom(withNames(), { [url]: a, [pricesUrl]: b }), '^--!').toBe('-');
      expectSubscriptions(a.subscriptions).toBe('^--!');
      expectSubscriptions(b.subscriptions).toBe('^--!');
    }));

  it('asks anew for each subscriber, and nothing before', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('-(a|)', { a: list });
      const b = cold('-(b|)', { b: names });
      const snapshot = readFrom(withNames(), { [url]: a, [pricesUrl]: b });
      expectObservable(snapshot, '-^-!').toBe('--(S|)', { S: expect.anything() as unknown });
      expectObservable(snapshot, '----^').toBe('-----(S|)', { S: expect.anything() as unknown });
      expectSubscriptions(a.subscriptions).toBe(['-^!', '----^!']);
      expectSubscriptions(b.subscriptions).toBe(['-^!', '----^!']);
    }));

  it('calls what is read of recordings a recording', async () => {
    const recorded = aList([{ id: 'a' }], { request: { url }, via: 'recording' });
    expect(await read(recorded)).toMatchObject({ status: 'recording', via: 'recording', error: null });
  });

  it('counts the records that have a price of their own', async () => {
    const normalize = ({ id }: { id: string }) => (id === 'b' ? { id } : { id, cost: { input: 0.001 } });
    const { priced } = await read(aList([{ id: 'a' }, { id: 'b' }, { id: 'c' }]), anEndpoint({ normalize }));
    expect(priced).toBe(2);
  });

  it('reads a price list into its rows', async () => {
    const priceList = aPriceList();
    const page = aList([aPriceRow('m'), aPriceRow('m'), {}], { request: { url: 'https://prices.example/api' } });
    expect(await lastValueFrom(readEndpoint(priceList, priceList.endpoints[0]!, () => of(page)))).toMatchObject({
      items: [0, 1].map((row) => aPriceRow('m', { evidence: { endpoint: 'api', row } })),
      letters: [{ source: 'acme-prices', kind: 'prices', stage: 'validate', path: 'model', row: {} }],
      rows: 3,
      rejected: 1,
      priced: 2,
    });
  });

  it('counts the price keys that nobody reads, with the rows that have them', async () => {
    const rows = [{ id: 'a', price: { hour: 2 } }, { id: 'b', price: { hour: '0.5', day: 0 } }, { id: 'c' }];
    expect((await read(aList(rows))).unread).toEqual({ 'price.hour': 2 });
  });

  it('accounts for every row: records, skipped and rejected ones, each rejected alone and with its reason', async () => {
    const rows = [{ id: 'a' }, { id: 7 }, { id: 'shop' }, { id: 'torn' }, { id: 'a' }, { id: 'b' }, null];
    const normalize = ({ id }: { id: string }) => {
      if (id === 'torn') throw new Error('no price');
      return id === 'shop' ? undefined : { id };
    };
    const { items, letters, ...head } = await read(aList(rows), anEndpoint({ normalize }));
    expect(items.map(({ id }) => id)).toEqual(['a', 'b']);
    const skips = { 'not on offer': 1, "another one's double": 1 };
    expect(head).toMatchObject({ rows: 7, skipped: 2, skips, rejected: 3 });
    expect(letters).toEqual([
      {
        source: 'acme',
        kind: 'provider',
        stage: 'validate',
        reason: 'id: Invalid input: expected string, received number',
        path: 'id',
        row: { id: 7 },
      },
      { source: 'acme', kind: 'provider', stage: 'normalize', reason: 'no price', path: '', row: { id: 'torn' } },
      {
        source: 'acme',
        kind: 'provider',
        stage: 'validate',
        reason: 'Invalid input: expected object, received null',
        path: '',
        row: null,
      },
    ]);
    expect(head.shape).toEqual({ id: 'number|string' });
  });

  it('rejects a model that is no valid record, such as one with a negative price', async () => {
    const normalize = ({ id }: { id: string }) => ({ id, cost: { input: id === 'dear' ? -1 : 1 } });
    const { items, letters } = await read(aList([{ id: 'dear' }, { id: 'm' }]), anEndpoint({ normalize }));
    expect(items.map(({ id }) => id)).toEqual(['m']);
    expect(letters).toMatchObject([{ stage: 'normalize', path: 'cost.input', row: { id: 'dear' } }]);
  });

  it.each([
    ['an HTML page', aPage('<!doctype html><p>Down'), /^the answer is an HTML page, not JSON$/],
    [
      'an error in place of a list',
      aPage('{"error": {"message": "no credit"}}'),
      /^the provider answered an error: no credit$/,
    ],
    ['an empty list', aList([]), /^the list is empty$/],
    ['a list without one model', aList([{}, {}]), /^none of the 2 rows is a model \(the first one: id: /],
  ])('takes %s for a fault, never for zero models', (_, page, message) =>
    expect(read(page)).rejects.toMatchObject({
      faults: [{ kind: 'shape' }],
      message: expect.stringMatching(message) as string,
    }),
  );

  it('says so where all rows were skipped, or there were none', async () => {
    await expect(read(aList([{ id: 'a' }]), anEndpoint({ normalize: () => undefined }))).rejects.toEqual(
      unread(misshapen('none of the 1 rows is a model')),
    );
    await expect(read(aList([{ id: 'a' }]), anEndpoint({ rows: () => [] }))).rejects.toEqual(
      unread(misshapen('the answer holds no models')),
    );
  });

  it('turns whatever `rows` throws into a fault of shape, at once or while it is gone through', async () => {
    const says = { faults: [misshapen('the answer is not what it was: undefined is not iterable')] };
    const throws = (): never[] => {
      throw new TypeError('undefined is not iterable');
    };
    function* breaksOff() {
      yield { id: 'a' };
      throws();
    }
    await expect(read(aList([]), anEndpoint({ rows: throws }))).rejects.toMatchObject(says);
    await expect(read(aList([]), anEndpoint({ rows: breaksOff }))).rejects.toMatchObject(says);
  });

  it('passes on what the reading of a page that is needed throws', async () => {
    const torn: Ask = {
      ...pages([{ url }]),
      read: () => {
        throw shapeError('the page has no table');
      },
    };
    const endpoint = anEndpoint({ requests: { list: torn }, rows: () => [{ id: 'a' }] });
    await expect(read(list, endpoint)).rejects.toEqual(unread(misshapen('the page has no table')));
  });

  it('names all pages where it can not tell which of them is to blame', async () => {
    const two = [{ url }, { url: `${url}/2` }];
    const endpoint = anEndpoint({ requests: { list: pages(two) }, rows: () => [] });
    const answers = Object.fromEntries(two.map((request) => [request.url, of(aPage('', { request }))]));
    await expect(lastValueFrom(readFrom(endpoint, answers))).rejects.toEqual(
      unread(misshapen(`the answer holds no models: ${url} or ${url}/2`, { url: null })),
    );
  });

  it('faults with what went wrong first where only companions were asked for and none was answered', () =>
    marbles(({ cold, expectObservable }) => {
      const alone = anEndpoint({
        requests: { list: companion({ url }, { brings: 'models', read: (page) => page }) },
        rows: () => [{ id: 'a' }],
      });
      const failing = cold<Page>('--#', undefined, gone);
      expectObservable(readFrom(alone, { [url]: failing })).toBe(
        '--#',
        undefined,
        unread({ ...goneFault, request: null }),
      );
    }));

  it('loses no row whatever JSON the rows are: rows = records + rejected + skipped', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.jsonValue(), fc.record({ id: fc.oneof(fc.string(), fc.constantFrom('a', 'b')) }))),
        async (rows) => {
          const endpoint = defineEndpoint({
            ...anEndpoint({ rows: () => [{ id: 'always' }, ...rows] }),
            requests: { list: { url } },
            rows: () => [{ id: 'always' }, ...rows],
            row: z.looseObject({ id: z.string() }),
            normalize: ({ id, ...more }: { id: string; [key: string]: unknown }) =>
              id.length > 5 && id !== 'always' ? undefined : { id, name: JSON.stringify(more) },
          });
          const { rows: count, items, letters, rejected, skipped } = await read(aPage(''), endpoint);
          expect(count).toBe(rows.length + 1);
          expect(items.length + rejected + skipped).toBe(count);
          expect(letters).toHaveLength(rejected);
          expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        },
      ),
    ));
});

describe('a companion', () => {
  it('is read into what the rows are given of it', () =>
    marbles(({ cold, expectObservable }) => {
      const snapshot = readFrom(withNames(), {
        [url]: cold('-(l|)', { l: list }),
        [pricesUrl]: cold('--(n|)', { n: names }),
      });
      expectObservable(snapshot).toBe('--(S|)', {
        S: nameless({
          items: [aModel('a', { name: 'Ah' }), aModel('b', { name: 'Be' })],
          sources: { api: originOf(list), 'api/names': originOf(names) },
          shape: { id: 'string', name: 'string' },
          requests: { answered: 2, retried: 0, failed: 0 },
          bytes: list.bytes + names.bytes,
        }),
      });
    }));

  it('that fails is a fault with its name, and costs the rows nothing else', () =>
    marbles(({ cold, expectObservable }) => {
      const failing = cold<Page>('---#', undefined, gone);
      expectObservable(readFrom(withNames(), { [url]: cold('-(l|)', { l: list }), [pricesUrl]: failing })).toBe(
        '---(S|)',
        {
          S: nameless({ faults: [goneFault], requests: { answered: 1, retried: 0, failed: 1 } }),
        },
      );
    }));

  it.each([
    ['<html>', 'the page names no models'],
    ['torn', 'the answer is not what it was: undefined is not iterable'],
  ])('whose page can not be read (%s) is a fault of that page', async (body, error) => {
    const page = aPage(body, { request: { url: pricesUrl } });
    const snapshot = await lastValueFrom(readFrom(withNames(), { [url]: of(list), [pricesUrl]: of(page) }));
    expect(snapshot).toEqual(
      nameless({
        faults: [{ ...goneFault, kind: 'shape', httpStatus: null, error }],
        requests: { answered: 2, retried: 0, failed: 0 },
        bytes: list.bytes + page.bytes,
      }),
    );
  });

  const detailUrls = ['1', '2', '3'].map((id) => `${detailsUrl}/${id}`);
  const details = {
    details: companions({
      of: { list: () => detailUrls.map((one) => ({ url: one })) },
      brings: 'facts',
      read: ({ body }) => namesIn(body),
    }),
  };
  const detail = (i: number, body = 'c=Ce') => of(aPage(body, { request: { url: detailUrls[i]! } }));
  const detailFault = (i: number, more: Partial<Fault> = {}): Fault => ({
    ...goneFault,
    request: 'details',
    url: detailUrls[i]!,
    ...more,
  });
  const answersWith = (some: readonly Observable<Page>[]) => ({
    ...{ [url]: of(list), [pricesUrl]: of(names) },
    ...Object.fromEntries(detailUrls.map((one, i) => [one, some[i]!])),
  });

  it('of several pages is one fault a page, each with its address', () =>
    marbles(({ cold, expectObservable }) => {
      const notThere = (i: number) =>
        cold<Page>(
          '#',
          undefined,
          new SourceError('http', 'acme.example answered 404', { status: 404, url: detailUrls[i]! }),
        );
      const answers = answersWith([notThere(0), detail(1, '<html>'), notThere(2)]);
      expectObservable(readFrom(withNames(details), answers)).toBe('(S|)', {
        S: expect.objectContaining({
          faults: [
            detailFault(0),
            detailFault(1, { kind: 'shape', httpStatus: null, error: 'the page names no models' }),
            detailFault(2),
          ],
          requests: { answered: 3, retried: 0, failed: 2 },
        }) as unknown,
      });
    }));

  it('whose key is not there is one fault, however many pages it keeps away', () =>
    marbles(({ cold, expectObservable }) => {
      const keyless = (i: number) =>
        cold<Page>(
          '#',
          undefined,
          new SourceError('no-key', 'acme.example needs ACME_API_KEY', { url: detailUrls[i]! }),
        );
      const answers = { ...answersWith([0, 1, 2].map(keyless)), [pricesUrl]: keyless(0) };
      const fault = { kind: 'no-key', httpStatus: null, error: 'acme.example needs ACME_API_KEY' } as const;
      expectObservable(readFrom(withNames(details), answers)).toBe('(S|)', {
        S: expect.objectContaining({
          faults: [detailFault(0, { ...fault, request: 'names' }), detailFault(0, fault)],
        }) as unknown,
      });
    }));

  it('that may be asked again later says when', () =>
    marbles(({ cold, expectObservable }) => {
      const busy = new SourceError('http', 'acme.example answered 429', { status: 429, url: pricesUrl, retryAt: day2 });
      const answers = { [url]: of(list), [pricesUrl]: cold<Page>('#', undefined, busy) };
      expectObservable(readFrom(withNames(), answers)).toBe('(S|)', {
        S: nameless({
          faults: [{ ...goneFault, httpStatus: 429, error: 'acme.example answered 429', retryAt: day2 }],
          requests: { answered: 1, retried: 0, failed: 1 },
        }),
      });
    }));
});

describe('the pages', () => {
  const detailUrls = ['1', '2', '3'].map((id) => `${detailsUrl}/${id}`);
  const detail = (i: number) => aPage(`{"price": ${i}}`, { request: { url: detailUrls[i]! } });
  const priced: Endpoint = defineEndpoint({
    ...anEndpoint(),
    requests: {
      list: pages(requests),
      details: companions({
        of: { list: () => detailUrls.map((one) => ({ url: one })) },
        brings: 'prices',
        read: (page) => page,
      }),
    },
    rows: ({ list, details: found }) => [
      ...jsonPages(list, 'data'),
      ...found.flatMap((page, i) => ofPage([{ id: `d${i}` }], page)),
    ],
    row: z.looseObject({ id: z.string() }),
    normalize: ({ id }) => ({ id, cost: { input: 0.001 } }),
  });
  const [first, second] = requests.map((request, i) => aList([{ id: `m${i}` }], { request })) as [Page, Page];
  const answers = {
    ...{ [requests[0].url]: of(first), [requests[1].url]: of(second) },
    ...Object.fromEntries(detailUrls.map((one, i) => [one, of(detail(i))])),
  };

  it('have the name of the endpoint, or that of their request in it and their number there', async () => {
    const { sources } = await lastValueFrom(readFrom(priced, answers));
    expect(sources).toEqual({
      ...{ api: originOf(first), 'api/list/2': originOf(second), 'api/details': originOf(detail(0)) },
      ...{ 'api/details/2': originOf(detail(1)), 'api/details/3': originOf(detail(2)) },
    });
  });

  it('keep their number where one before them did not come', async () => {
    const less = { ...answers, [detailUrls[1]!]: throwError(() => gone) };
    const { sources } = await lastValueFrom(readFrom(priced, less));
    expect(sources).toEqual({
      ...{ api: originOf(first), 'api/list/2': originOf(second) },
      ...{ 'api/details': originOf(detail(0)), 'api/details/3': originOf(detail(2)) },
    });
  });

  it('are told with the rows that are marked with them', async () => {
    const { items } = await lastValueFrom(readFrom(priced, answers));
    expect(items.map(({ id, pricing }) => [id, pricing.evidence])).toEqual([
      ['m0', { endpoint: 'api', row: 0 }],
      ['m1', { endpoint: 'api/list/2', row: 1 }],
      ['d0', { endpoint: 'api/details', row: 2 }],
      ['d1', { endpoint: 'api/details/2', row: 3 }],
      ['d2', { endpoint: 'api/details/3', row: 4 }],
    ]);
  });
});

describe('the requests', () => {
  it('count two retries for a page that came at the third attempt', async () => {
    const { requests: counted } = await read({ ...list, attempts: 3 });
    expect(counted).toEqual({ answered: 1, retried: 2, failed: 0 });
  });

  it('count the retries of pages that did not come as well, and of all pages together', async () => {
    const busy = new SourceError('http', 'acme.example answered 503', { status: 503, url: pricesUrl, attempts: 4 });
    const answers = { [url]: of({ ...list, attempts: 2 }), [pricesUrl]: throwError(() => busy) };
    const { requests: counted, faults } = await lastValueFrom(readFrom(withNames(), answers));
    expect(counted).toEqual({ answered: 1, retried: 4, failed: 1 });
    expect(faults).toMatchObject([{ request: 'names', attempts: 4 }]);
  });

  it('and bytes leave out the documents of others, which many read and nobody asks for twice', async () => {
    const shared = { url: detailsUrl, recordedBy: 'modelsdev' };
    const endpoint = withNames({
      shared: companion(shared, { brings: 'facts', read: ({ body }) => body }),
    });
    const answers = {
      [url]: of(list),
      [pricesUrl]: of(names),
      [detailsUrl]: of(aPage('much', { request: shared, attempts: 2 })),
    };
    const { requests: counted, bytes } = await lastValueFrom(readFrom(endpoint, answers));
    expect(counted).toEqual({ answered: 2, retried: 0, failed: 0 });
    expect(bytes).toBe(list.bytes + names.bytes);
  });

  it('count a document that is recorded under the own name', async () => {
    const own = anEndpoint({ requests: { list: { url, recordedBy: 'acme' } } });
    expect(await read(list, own)).toMatchObject({
      requests: { answered: 1, retried: 0, failed: 0 },
      bytes: list.bytes,
      fetchedAt: day1,
    });
  });
});
