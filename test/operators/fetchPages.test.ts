import { defer, lastValueFrom, type Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/fetch/errors.js';
import type { Page, Request } from '../../src/fetch/request.js';
import { fetchPages } from '../../src/operators/fetchPages.js';
import { aPage } from '../builders.js';
import { marbles } from '../marbles.js';

const get = (url: string): Request => ({ url });
const optional = (url: string): Request => ({ url, optional: true });
const [A, B, C] = ['A', 'B', 'C'].map((body) => aPage(body)) as [Page, Page, Page];

/** Answers each URL with its observable. */
const answering =
  (answers: Readonly<Record<string, Observable<Page>>>) =>
  ({ url }: Request): Observable<Page> =>
    answers[url]!;

/** After that page, these requests. */
const following = (page: Page, ...requests: Request[]) => ({
  next: (come: Page) => (come === page ? requests : []),
});

describe('fetchPages', () => {
  it('gives all pages at once in the order of the requests, and what follows a page right after it', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('  --(a|)', { a: A });
      const a2 = cold('   -----(c|)', { c: C });
      const b = cold('  ---(b|)', { b: B });
      const expected = '-------(p|)';
      const link = { requests: [get('a'), get('b')], ...following(A, get('a2')) };
      expectObservable(fetchPages(link, answering({ a, a2, b }))).toBe(expected, { p: [A, C, B] });
      expectSubscriptions(a.subscriptions).toBe(' ^-!');
      expectSubscriptions(a2.subscriptions).toBe('--^----!');
      expectSubscriptions(b.subscriptions).toBe(' ^--!');
    }));

  it('gives several pages that follow one in the order they were asked for', () =>
    marbles(({ cold, expectObservable }) => {
      const a = cold(' (a|)', { a: A });
      const b = cold(' --(b|)', { b: B });
      const c = cold(' -(c|)', { c: C });
      const link = { requests: [get('a')], ...following(A, get('b'), get('c')) };
      expectObservable(fetchPages(link, answering({ a, b, c }))).toBe('--(p|)', { p: [A, B, C] });
    }));

  it('ends with the first error and stops what is still running', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const error = new SourceError('http', 'a answered 500');
      const a = cold<Page>('--#', undefined, error);
      const b = cold('------(b|)', { b: B });
      expectObservable(fetchPages({ requests: [get('a'), get('b')] }, answering({ a, b }))).toBe(
        '--#',
        undefined,
        error,
      );
      expectSubscriptions(b.subscriptions).toBe('^-!');
    }));

  it('leaves the page of an optional request out where it fails', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('-----(a|)', { a: A });
      const b = cold<Page>('--#');
      const pages = fetchPages({ requests: [optional('b'), get('a')] }, answering({ a, b }));
      expectObservable(pages).toBe('-----(p|)', { p: [A] });
      expectSubscriptions(a.subscriptions).toBe('^----!');
      expectSubscriptions(b.subscriptions).toBe('^-!');
    }));

  it('keeps a page whose optional follower fails', () =>
    marbles(({ cold, expectObservable }) => {
      const a = cold(' -(a|)', { a: A });
      const a2 = cold<Page>('---#');
      const link = { requests: [get('a')], ...following(A, optional('a2')) };
      expectObservable(fetchPages(link, answering({ a, a2 }))).toBe('----(p|)', { p: [A] });
    }));

  it('gives no pages, but says so, where all there was to fetch was optional or nothing', () =>
    marbles(({ cold, expectObservable }) => {
      const a = cold<Page>('--#');
      expectObservable(fetchPages({ requests: [optional('a')] }, answering({ a }))).toBe('--(p|)', { p: [] });
      expectObservable(fetchPages({ requests: [] }, answering({}))).toBe('(p|)', { p: [] });
    }));

  it('asks nothing twice, so that a list leading in a circle ends', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('--(a|)', { a: A });
      const link = { requests: [get('a'), get('a')], next: () => [get('a')] };
      expectObservable(fetchPages(link, answering({ a }))).toBe('--(p|)', { p: [A] });
      expectSubscriptions(a.subscriptions).toBe('^-!');
    }));

  it('takes a GET that says so for the same as one that does not', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('--(a|)', { a: A });
      const requests = [get('a'), { url: 'a', method: 'GET' } as const];
      expectObservable(fetchPages({ requests }, answering({ a }))).toBe('--(p|)', { p: [A] });
      expectSubscriptions(a.subscriptions).toBe('^-!');
    }));

  it('takes requests that differ in method or body for different ones', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('--(a|)', { a: A });
      const post = { url: 'a', method: 'POST', body: '1' } as const;
      const requests = [get('a'), post, { ...post, body: '2' }, { ...post, method: 'PUT' } as const];
      expectObservable(fetchPages({ requests }, answering({ a }))).toBe('--(p|)', { p: [A, A, A, A] });
      expectSubscriptions(a.subscriptions).toBe(['^-!', '^-!', '^-!', '^-!']);
    }));

  it('aborts every request when unsubscribed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold(' --(a|)', { a: A });
      const a2 = cold('  ------(c|)', { c: C });
      const b = cold(' ---------(b|)', { b: B });
      const link = { requests: [get('a'), get('b')], ...following(A, get('a2')) };
      expectObservable(fetchPages(link, answering({ a, a2, b })), '^---!').toBe('-');
      expectSubscriptions(a2.subscriptions).toBe('--^-!');
      expectSubscriptions(b.subscriptions).toBe('^---!');
    }));

  it('asks anew for each subscriber, and nothing before', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold('--(a|)', { a: A });
      const pages = fetchPages({ requests: [get('a')] }, answering({ a }));
      expectObservable(pages, '-^').toBe('---(p|)', { p: [A] });
      expectObservable(pages, '----^').toBe('------(p|)', { p: [A] });
      expectSubscriptions(a.subscriptions).toBe(['-^-!', '----^-!']);
    }));

  it('errors where `next` throws', () =>
    marbles(({ cold, expectObservable }) => {
      const error = new SourceError('shape', 'no cursor');
      const next = (): Request[] => {
        throw error;
      };
      const a = cold('--(a|)', { a: A });
      expectObservable(fetchPages({ requests: [get('a')], next }, answering({ a }))).toBe('--#', undefined, error);
    }));

  describe('a list of pages that lead from one to the next', () => {
    const listOf = (pages: number) =>
      lastValueFrom(
        fetchPages(
          { requests: [get('1')], next: ({ url }) => (Number(url) < pages ? [get(String(Number(url) + 1))] : []) },
          (request) => defer(() => Promise.resolve(aPage('', { request }))),
        ),
      );

    it('comes whole and in order up to 2,000 pages', async () => {
      const pages = await listOf(2_000);
      expect(pages.map(({ url }) => Number(url))).toEqual(Array.from({ length: 2_000 }, (_, i) => i + 1));
    });

    it('is given up as endless beyond', () =>
      expect(listOf(2_001)).rejects.toEqual(
        new SourceError('shape', 'the list does not end within 2000 pages', { transient: false }),
      ));
  });
});
