import fc from 'fast-check';
import { lastValueFrom, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shapeError, SourceError } from '../../src/fetch/errors.js';
import type { Page } from '../../src/fetch/request.js';
import { readLink } from '../../src/operators/readLink.js';
import { defineLink } from '../../src/sources/source.js';
import { aLink, aList, aModel, aPage, aSource, day2 } from '../builders.js';
import { marbles } from '../marbles.js';

const url = 'https://acme.example/api';
const requests = [{ url: `${url}?page=1` }, { url: `${url}?page=2` }];

/** The model of a row on that page. */
const modelOn = ({ url: of, fetchedAt, sha256, via }: Page, id: string) =>
  aModel(id, { source: { url: of, fetchedAt, sha256, via: via } });

const read = (page: Page, link = aLink()) => lastValueFrom(readLink(aSource(), link, () => of(page)));

describe('readLink', () => {
  it('reads both pages of a link into one catalog', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const first = aList([{ id: 'a' }, { id: 'b' }], { request: requests[0]!, via: 'mirror', fetchedAt: day2 });
      const second = aList([{ id: 'c' }], { request: requests[1]! });
      const a = cold(' --(a|)', { a: first });
      const b = cold(' ---(b|)', { b: second });
      const catalog = readLink(aSource(), aLink({ requests }), (request) => (request === requests[0] ? a : b));
      expectObservable(catalog).toBe('---(C|)', {
        C: {
          link: 'api',
          via: 'mirror',
          fetchedAt: day2,
          models: ['a', 'b', 'c'].map((id) => modelOn(first, id)),
          rejected: [],
          skipped: 0,
          rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
          requests: 2,
          bytes: first.bytes + second.bytes,
        },
      });
      expectSubscriptions(a.subscriptions).toBe('^-!');
      expectSubscriptions(b.subscriptions).toBe('^--!');
    }));

  it('passes the fault of a request on and stops the others', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const error = new SourceError('timeout', 'acme.example took too long');
      const a = cold<Page>('--#', undefined, error);
      const b = cold<Page>('-----(b|)');
      const catalog = readLink(aSource(), aLink({ requests }), (request) => (request === requests[0] ? a : b));
      expectObservable(catalog).toBe('--#', undefined, error);
      expectSubscriptions(b.subscriptions).toBe('^-!');
    }));

  it('aborts its requests when unsubscribed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const a = cold<Page>('-----(a|)');
      expectObservable(
        readLink(aSource(), aLink(), () => a),
        '^--!',
      ).toBe('-');
      expectSubscriptions(a.subscriptions).toBe('^--!');
    }));

  it('accounts for every row: models, skipped and rejected ones, each rejected alone and with its reason', async () => {
    const rows = [{ id: 'a' }, { id: 7 }, { id: 'shop' }, { id: 'torn' }, { id: 'a' }, { id: 'b' }, null];
    const normalize = ({ id }: { id: string }) => {
      if (id === 'torn') throw new Error('no price');
      return id === 'shop' ? undefined : { id };
    };
    const catalog = await read(aList(rows), aLink({ normalize }));
    expect(catalog.models.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(catalog.skipped).toBe(2);
    expect(catalog.rejected).toEqual([
      {
        provider: 'acme',
        stage: 'validate',
        reason: 'id: Invalid input: expected string, received number',
        path: 'id',
        row: { id: 7 },
      },
      { provider: 'acme', stage: 'normalize', reason: 'no price', path: '', row: { id: 'torn' } },
      {
        provider: 'acme',
        stage: 'validate',
        reason: 'Invalid input: expected object, received null',
        path: '',
        row: null,
      },
    ]);
  });

  it('rejects a model that is no valid record, such as one with a negative price', async () => {
    const normalize = ({ id }: { id: string }) => ({ id, cost: { input: id === 'dear' ? -1 : 1 } });
    const { models, rejected } = await read(aList([{ id: 'dear' }, { id: 'm' }]), aLink({ normalize }));
    expect(models.map(({ id }) => id)).toEqual(['m']);
    expect(rejected).toMatchObject([{ stage: 'normalize', path: 'cost.input', row: { id: 'dear' } }]);
  });

  it.each([
    ['an HTML page', aPage('<!doctype html><p>Down'), 'the answer is an HTML page, not JSON'],
    [
      'an error in place of a list',
      aPage('{"error": {"message": "no credit"}}'),
      /^the provider answered an error: no credit/,
    ],
    ['an empty list', aList([]), 'the list is empty'],
    ['a list without one model', aList([{}, {}]), /^none of the 2 rows is a model \(the first one: id: /],
  ])('takes %s for a fault, never for zero models', (_, page, message) =>
    expect(read(page)).rejects.toMatchObject({
      name: 'SourceError',
      kind: 'shape',
      message: expect.stringMatching(message) as string,
    }),
  );

  it('says so where all rows were skipped, or there were none', async () => {
    await expect(read(aList([{ id: 'a' }]), aLink({ normalize: () => undefined }))).rejects.toEqual(
      shapeError('none of the 1 rows is a model'),
    );
    await expect(read(aList([{ id: 'a' }]), aLink({ rows: () => [] }))).rejects.toEqual(
      shapeError('the answer holds no models'),
    );
  });

  it('turns whatever `rows` throws into a fault of shape', () => {
    const rows = (): never[] => {
      throw new TypeError('undefined is not iterable');
    };
    return expect(read(aList([]), aLink({ rows }))).rejects.toMatchObject({
      kind: 'shape',
      message: 'the answer is not what it was: undefined is not iterable',
    });
  });

  it('faults where every request was optional and none was answered', () =>
    marbles(({ cold, expectObservable }) => {
      const link = aLink({ requests: [{ url, optional: true }] });
      const failing = cold<Page>('--#', undefined, new SourceError('http', '404'));
      expectObservable(readLink(aSource(), link, () => failing)).toBe('--#', undefined, shapeError('no page came'));
    }));

  it('loses no row whatever JSON the rows are: rows = models + rejected + skipped', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.jsonValue(), fc.record({ id: fc.oneof(fc.string(), fc.constantFrom('a', 'b')) }))),
        async (rows) => {
          const link = defineLink({
            ...aLink({ rows: () => [{ id: 'always' }, ...rows] }),
            row: z.looseObject({ id: z.string() }),
            normalize: ({ id, ...more }: { id: string; [key: string]: unknown }) =>
              id.length > 5 && id !== 'always' ? undefined : { id, name: JSON.stringify(more) },
          });
          const { models, rejected, skipped } = await read(aPage(''), link);
          expect(models.length + rejected.length + skipped).toBe(rows.length + 1);
          expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
        },
      ),
    ));
});
