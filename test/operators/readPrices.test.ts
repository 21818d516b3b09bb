import { lastValueFrom, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/fetch/errors.js';
import type { Page } from '../../src/fetch/request.js';
import { readPage, readPrices } from '../../src/operators/readPrices.js';
import { helicone } from '../../src/sources/prices/helicone.js';
import { aList, aPage, day1 } from '../builders.js';
import { marbles } from '../marbles.js';

const good = { provider: 'ACME', model: 'm', operator: 'equals', input_cost_per_1m: 1, output_cost_per_1m: 2 };
const bad = { ...good, operator: 'resembles' };

describe('readPrices', () => {
  it('gives the whole list of its page', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const body = aList([{ ...good, model: ' m ' }, bad], { request: helicone.request });
      const page = cold('--(p|)', { p: body });
      const asked: string[] = [];
      const list = readPrices(helicone, ({ url }) => {
        asked.push(url);
        return page;
      });
      expectObservable(list).toBe('--(L|)', {
        L: {
          source: 'helicone',
          url: 'https://helicone.ai/api/llm-costs',
          via: 'live',
          fetchedAt: day1,
          bytes: body.bytes,
          rows: [{ provider: 'ACME', model: 'm', operator: 'equals', cost: { input: 0.001, output: 0.002 } }],
          rejected: [
            {
              path: 'operator',
              reason: 'operator: Invalid option: expected one of "equals"|"startsWith"|"includes"',
              row: bad,
            },
          ],
        },
      });
      expectSubscriptions(page.subscriptions).toBe('^-!');
      expect(asked).toEqual(['https://helicone.ai/api/llm-costs']);
    }));

  it('passes the fault of the request on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const error = new SourceError('http', '503');
      const page = cold<Page>('--#', undefined, error);
      expectObservable(readPrices(helicone, () => page)).toBe('--#', undefined, error);
      expectSubscriptions(page.subscriptions).toBe('^-!');
    }));

  it('aborts the request when unsubscribed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const page = cold<Page>('------(p|)');
      expectObservable(
        readPrices(helicone, () => page),
        '^--!',
      ).toBe('-');
      expectSubscriptions(page.subscriptions).toBe('^--!');
    }));

  it.each([
    ['an HTML page', aPage('<html>'), 'the answer is an HTML page, not JSON'],
    ['an empty list', aList([]), 'the list is empty'],
    ['a list of which no row can be read', aList([bad]), /^no row of the price list can be read \(operator: /],
  ])('takes %s for a fault of shape', (_, page, message) =>
    expect(lastValueFrom(readPrices(helicone, () => of(page)))).rejects.toMatchObject({
      name: 'SourceError',
      kind: 'shape',
      message: expect.stringMatching(message) as string,
    }),
  );

  it('reads a page that is already there', async () => {
    const { rows } = await lastValueFrom(readPage(helicone, aList([good])));
    expect(rows).toHaveLength(1);
  });
});
