import { defer, lastValueFrom, map, type Observable, Subject, take } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/model/page.js';
import type { Request } from '../../src/model/request.js';
import { SourceError } from '../../src/read/errors.js';
import { type Answer, fetchPages } from '../../src/read/fetchPages.js';
import { type Ask, type Asks, asksOf, companion, companions, paged, pages } from '../../src/sources/ask.js';
import { shapeError } from '../../src/sources/parse/shapeError.js';
import { aPage } from '../builders.js';
import { marbles } from '../marbles.js';

const get = (url: string): Request => ({ url });
const pageOf = (url: string): Page => aPage(url, { request: get(url) });
const [A, B, C, D] = ['a', 'b', 'c', 'd'].map(pageOf) as [Page, Page, Page, Page];

/** Asks for what those URLs answer. */
const fetched = (requests: Asks, answers: Readonly<Record<string, Observable<Page>>>) =>
  fetchPages(asksOf(requests), ({ url }) => answers[url]!).pipe(
    map((all) => all.map(({ name, request, page, error }) => ({ name, request, page, error }))),
  );

const came = (name: string, page: Page) => ({ name, request: page.request, page });
const lacking = (name: string, url: string, error: unknown) => ({ name, request: get(url), error });

/** After that page, these requests. */
const after =
  (page: Page, ...requests: Request[]) =>
  (come: Page): Request[] =>
    come === page ? requests : [];

const facts = { brings: 'facts', read: ({ body }: Page) => body } as const;
const gone = new SourceError('http', 'gone', { status: 404 });

describe('fetchPages', () => {
  it('gives all pages at once under their names in the order of the requests, and the next page right after its own', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('  --(a|)', { a: A });
      const a2 = cold('   -----(c|)', { c: C });
      const b = cold('  ---(b|)', { b: B });
      const expected = '-------(p|)';
      const requests = { list: paged(get('a'), after(A, get('c'))), other: get('b') };
      expectObservable(fetched(requests, { a, b, c: a2 })).toBe(expected, {
        p: [came('list', A), came('list', C), came('other', B)],
      });
      expectSubscriptions(a.subscriptions).toBe(' ^-!');
      expectSubscriptions(a2.subscriptions).toBe('--^----!');
      expectSubscriptions(b.subscriptions).toBe(' ^--!');
    }));

  it('gives several pages of one name, and several that follow one, in the order they were asked for', () =>
    marbles(({ cold, expectObservable }) => {
      const a = cold(' --(a|)', { a: A });
      const b = cold(' (b|)', { b: B });
      const c = cold(' --(c|)', { c: C });
      const d = cold(' -(d|)', { d: D });
      const all = { p: ['a', 'b', 'c', 'd'].map((url) => came('list', pageOf(url))) };
      const four = { list: pages(['a', 'b', 'c', 'd'].map(get)) };
      expectObservable(fetched(four, { a, b, c, d })).toBe('--(p|)', all);
      const follows = { list: paged(get('a'), after(A, get('b'), get('c'), get('d'))) };
      expectObservable(fetched(follows, { a, b, c, d })).toBe('----(p|)', all);
    }));

  it('asks for the companions of a page as soon as it is there, whatever is still running', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('  --(a|)', { a: A });
      const b = cold('  -----(b|)', { b: B });
      const c = cold('    --(c|)', { c: C });
      const d = cold('       -(d|)', { d: D });
      const expected = '------(p|)';
      const of = { list: (page: Page) => [...after(A, get('c'))(page), ...after(B, get('d'))(page)] };
      const requests = { list: pages([get('a'), get('b')]), details: companions({ of, ...facts }) };
      expectObservable(fetched(requests, { a, b, c, d })).toBe(expected, {
        p: [came('list', A), came('details', C), came('list', B), came('details', D)],
      });
      expectSubscriptions(c.subscriptions).toBe(' --^-!');
      expectSubscriptions(d.subscriptions).toBe(' -----^!');
    }));

  it('asks for companions of companions', () =>
    marbles(({ cold, expectObservable }) => {
      const requests = {
        list: get('a'),
        index: companion(get('b'), facts),
        details: companions({ of: { index: after(B, get('c')) }, ...facts }),
      };
      const answers = { a: cold('-(a|)', { a: A }), b: cold('--(b|)', { b: B }), c: cold('---(c|)', { c: C }) };
      expectObservable(fetched(requests, answers)).toBe('-----(p|)', {
        p: [came('list', A), came('index', B), came('details', C)],
      });
    }));

  it('asks for nothing more after the error of a request that is needed, and waits for what it asked for', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold<Page>('--#', undefined, gone);
      const b = cold('------(b|)', { b: B });
      const c = cold<Page>('----#', undefined, gone);
      const d = cold('(d|)', { d: D });
      const requests = {
        list: get('a'),
        other: paged(get('b'), after(B, get('d'))),
        details: companion(get('c'), facts),
      };
      expectObservable(fetched(requests, { a, b, c, d })).toBe('------(p|)', {
        p: [lacking('list', 'a', gone), came('other', B), lacking('details', 'c', gone)],
      });
      expectSubscriptions(b.subscriptions).toBe('^-----!');
      expectSubscriptions(c.subscriptions).toBe('^---!');
      expectSubscriptions(d.subscriptions).toBe([]);
    }));

  it('takes the error of a next page for its answer', () =>
    marbles(({ cold, expectObservable }) => {
      const requests = { list: paged(get('a'), after(A, get('b'))) };
      const answers = { a: cold('-(a|)', { a: A }), b: cold<Page>('--#', undefined, gone) };
      expectObservable(fetched(requests, answers)).toBe('---(p|)', {
        p: [came('list', A), lacking('list', 'b', gone)],
      });
    }));

  it('takes the error of a companion for its answer, and lets the others go on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('-----(a|)', { a: A });
      const b = cold<Page>('--#', undefined, gone);
      const requests = { details: companion(get('b'), facts), list: get('a') };
      expectObservable(fetched(requests, { a, b })).toBe('-----(p|)', {
        p: [lacking('details', 'b', gone), came('list', A)],
      });
      expectSubscriptions(a.subscriptions).toBe('^----!');
      expectSubscriptions(b.subscriptions).toBe('^-!');
    }));

  it('keeps a page whose companion fails, and the companions beside it', () =>
    marbles(({ cold, expectObservable }) => {
      const of = { list: after(A, get('b'), get('c')) };
      const requests = { list: get('a'), details: companions({ of, ...facts }) };
      const answers = {
        a: cold(' -(a|)', { a: A }),
        b: cold<Page>(' ---#', undefined, gone),
        c: cold('  -(c|)', { c: C }),
      };
      expectObservable(fetched(requests, answers)).toBe('----(p|)', {
        p: [came('list', A), lacking('details', 'b', gone), came('details', C)],
      });
    }));

  it('keeps the pages of a companion list that came before the one that failed', () =>
    marbles(({ cold, expectObservable }) => {
      const requests = {
        list: get('a'),
        prices: companions({ requests: [get('b')], next: after(B, get('c')), ...facts }),
      };
      const answers = {
        a: cold('(a|)', { a: A }),
        b: cold('-(b|)', { b: B }),
        c: cold<Page>('-#', undefined, gone),
      };
      expectObservable(fetched(requests, answers)).toBe('--(p|)', {
        p: [came('list', A), came('prices', B), lacking('prices', 'c', gone)],
      });
    }));

  it('gives no pages, but says so, where only companions were asked for or nothing', () =>
    marbles(({ cold, expectObservable }) => {
      const a = cold<Page>('--#', undefined, gone);
      expectObservable(fetched({ details: companion(get('a'), facts) }, { a })).toBe('--(p|)', {
        p: [lacking('details', 'a', gone)],
      });
      expectObservable(fetched({}, {})).toBe('(p|)', { p: [] });
    }));

  it('asks nothing twice, so that a list leading in a circle ends', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('--(a|)', { a: A });
      const list: Ask = { ...pages([get('a'), get('a')]), next: () => [get('a')] };
      const details = companions({ of: { list: () => [get('a')] }, ...facts });
      expectObservable(fetched({ list, details }, { a })).toBe('--(p|)', { p: [came('list', A)] });
      expectSubscriptions(a.subscriptions).toBe('^-!');
    }));

  it('asks once for a companion that two pages have', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const c = cold('-(c|)', { c: C });
      const requests = {
        list: pages([get('a'), get('b')]),
        details: companions({ of: { list: () => [get('c')] }, ...facts }),
      };
      const answers = { a: cold('--(a|)', { a: A }), b: cold('(b|)', { b: B }), c };
      expectObservable(fetched(requests, answers)).toBe('--(p|)', {
        p: [came('list', A), came('list', B), came('details', C)],
      });
      expectSubscriptions(c.subscriptions).toBe('^!');
    }));

  it('takes a GET that says so for the same as one that does not', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('--(a|)', { a: A });
      const list = pages([get('a'), { url: 'a', method: 'GET' }]);
      expectObservable(fetched({ list }, { a })).toBe('--(p|)', { p: [came('list', A)] });
      expectSubscriptions(a.subscriptions).toBe('^-!');
    }));

  it('takes requests that differ in method or body for different ones', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('--(a|)', { a: A });
      const post = { url: 'a', method: 'POST', body: '1' } as const;
      const four = [get('a'), post, { ...post, body: '2' }, { ...post, method: 'PUT' } as const];
      expectObservable(fetched({ list: pages(four) }, { a })).toBe('--(p|)', {
        p: four.map((request) => ({ name: 'list', request, page: A })),
      });
      expectSubscriptions(a.subscriptions).toBe(['^-!', '^-!', '^-!', '^-!']);
    }));

  it('aborts every request when unsubscribed, and asks no other', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold(' --(a|)', { a: A });
      const c = cold('   ------(c|)', { c: C });
      const b = cold(' ---------(b|)', { b: B });
      const d = cold(' (d|)', { d: D });
      const requests = {
        list: paged(get('a'), after(A, get('c'))),
        details: companions({ requests: [get('b')], of: { list: after(C, get('d')) }, ...facts }),
      };
      expectObservable(fetched(requests, { a, b, c, d }), '^---!').toBe('-');
      expectSubscriptions(c.subscriptions).toBe('--^-!');
      expectSubscriptions(b.subscriptions).toBe('^---!');
      expectSubscriptions(d.subscriptions).toBe([]);
    }));

  it('asks anew for each subscriber, and nothing before', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('--(a|)', { a: A });
      const answers = fetched({ list: get('a') }, { a });
      expectObservable(answers, '-^').toBe('---(p|)', { p: [came('list', A)] });
      expectObservable(answers, '----^').toBe('------(p|)', { p: [came('list', A)] });
      expectSubscriptions(a.subscriptions).toBe(['-^-!', '----^-!']);
    }));

  const torn = (): never => {
    throw gone;
  };

  it.each<[string, Asks]>([
    ['the next page', { list: paged(get('a'), torn) }],
    ['the companions', { list: get('a'), details: companions({ of: { list: torn }, ...facts }) }],
  ])('takes a page that does not tell %s for one that failed', (_, requests) =>
    marbles(({ cold, expectObservable }) => {
      expectObservable(fetched(requests, { a: cold('--(a|)', { a: A }) })).toBe('--(p|)', {
        p: [lacking('list', 'a', gone)],
      });
    }),
  );

  it('takes a companion that does not tell its next page for one that failed', () =>
    marbles(({ cold, expectObservable }) => {
      const requests = { list: get('a'), prices: companions({ requests: [get('b')], next: torn, ...facts }) };
      const answers = { a: cold('(a|)', { a: A }), b: cold('-(b|)', { b: B }) };
      expectObservable(fetched(requests, answers)).toBe('-(p|)', {
        p: [came('list', A), lacking('prices', 'b', gone)],
      });
    }));

  describe('a page that says that there is another one', () => {
    const saying = (url: string, more: object) => aPage(JSON.stringify(more), { request: get(url) });
    const more = saying('a?page=1', { has_more: true });
    const last = saying('a?page=2', { has_more: false });
    const end = shapeError('the list goes on and names no next page');
    const endless = { p: [lacking('list', 'a?page=1', end)] };

    it('is an error where it leads to none, or to one that came already', () =>
      marbles(({ cold, expectObservable }) => {
        const answers = { 'a?page=1': cold('-(p|)', { p: more }) };
        expectObservable(fetched({ list: get('a?page=1') }, answers)).toBe('-(p|)', endless);
        const circle = { list: paged(get('a?page=1'), () => [get('a?page=1')]) };
        expectObservable(fetched(circle, answers)).toBe('-(p|)', endless);
      }));

    it('is followed by that one, and needs more than the pages of its models', () =>
      marbles(({ cold, expectObservable }) => {
        const answers = { 'a?page=1': cold('-(p|)', { p: more }), 'a?page=2': cold('-(l|)', { l: last }) };
        const list = paged(get('a?page=1'), after(more, get('a?page=2')));
        expectObservable(fetched({ list }, answers)).toBe('--(r|)', { r: [came('list', more), came('list', last)] });
        const details = companions({ of: { list: after(more, get('b')) }, ...facts });
        expectObservable(fetched({ list: get('a?page=1'), details }, answers)).toBe('-(p|)', endless);
      }));

    it('is a fault of its own where the list can do without', () =>
      marbles(({ cold, expectObservable }) => {
        const requests = { list: get('b'), rest: companion(get('a?page=1'), facts) };
        const answers = { b: cold('(b|)', { b: B }), 'a?page=1': cold('-(p|)', { p: more }) };
        expectObservable(fetched(requests, answers)).toBe('-(r|)', {
          r: [came('list', B), lacking('rest', 'a?page=1', end)],
        });
      }));
  });

  describe('a list of pages that lead from one to the next', () => {
    const upTo =
      (last: number) =>
      ({ url }: Page) =>
        Number(url) < last ? [get(String(Number(url) + 1))] : [];
    const answersTo = (requests: Asks) =>
      lastValueFrom(fetchPages(asksOf(requests), (request) => defer(() => Promise.resolve(aPage('', { request })))));

    it('comes whole and in order up to 2,000 pages', async () => {
      const answers = await answersTo({ list: paged(get('1'), upTo(2_000)) });
      expect(answers.map(({ page }) => Number(page?.url))).toEqual(Array.from({ length: 2_000 }, (_, i) => i + 1));
    });

    it('is given up as endless beyond', async () => {
      const answers = await answersTo({ list: paged(get('1'), upTo(2_001)) });
      const error = shapeError('the list does not end within 2000 pages');
      expect(answers.at(-1)).toMatchObject({ request: get('2000'), error });
    });

    it.each([
      ['http://api.acme.example/2', 'from https to plain http (api.acme.example)'],
      ['https://169.254.169.254/2', 'to the private address 169.254.169.254'],
    ])('is not followed to %s', async (url, says) => {
      const list = paged(get('https://api.acme.example/1'), () => [get(url)]);
      const error = shapeError(`the next page leads ${says}: not followed`);
      expect(await answersTo({ list })).toMatchObject([{ name: 'list', error }]);
      expect(
        await answersTo({
          list: get('https://api.acme.example/0'),
          more: companions({ requests: list.requests, next: list.next!, ...facts }),
        }),
      ).toMatchObject([
        { name: 'list', page: {} },
        { name: 'more', error },
      ]);
    });

    it('is marked where it is at a host that the page named', async () => {
      const list = paged(get('https://api.acme.example/1'), ({ request }) =>
        request.url.endsWith('1') ? [get('https://api.acme.example/2'), get('https://cdn.acme.example/3')] : [],
      );
      expect((await answersTo({ list })).map(({ request }) => request)).toEqual([
        get('https://api.acme.example/1'),
        get('https://api.acme.example/2'),
        { ...get('https://cdn.acme.example/3'), isNamed: true },
      ]);
    });

    it('costs the list that is needed nothing where it is a companion without an end', async () => {
      const prices = companions({ requests: [get('1')], next: upTo(Infinity), ...facts });
      const answers = await answersTo({ list: get('0'), prices });
      expect(answers[0]).toMatchObject({ name: 'list', page: { url: '0' } });
      expect(answers.at(-1)).toMatchObject({
        name: 'prices',
        error: shapeError('the list does not end within 2000 pages'),
      });
      // The list, 2,000 pages of the companion, and the one that was not asked for any more.
      expect(answers).toHaveLength(2_002);
    });

    it('costs the list nothing either where the list goes on after the companion was given up', async () => {
      const list = paged(get('0'), ({ url }) => (url === '0' ? [get('last')] : []));
      const prices = companions({ requests: [get('1')], next: upTo(Infinity), ...facts });
      const first = new Subject<Page>();
      const answers = fetchPages(asksOf({ list, prices }), (request) => {
        if (request.url === '1999') setTimeout(() => first.next(pageOf('0')));
        return request.url === '0' ? first.pipe(take(1)) : defer(() => Promise.resolve(aPage('', { request })));
      });
      const pagesOf = map((all: readonly Answer[]) => all.filter(({ name }) => name === 'list'));
      expect(await lastValueFrom(answers.pipe(pagesOf))).toMatchObject([
        { page: { url: '0' } },
        { page: { url: 'last' } },
      ]);
    });
  });
});
