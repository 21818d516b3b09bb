import { lastValueFrom, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { readEndpoint } from '../harness.js';
import { priceRows } from '../../../src/sources/prices/priceRows.js';
import { aList, aPriceList, aPriceRow } from '../../builders.js';

const read = (...rows: unknown[]) => {
  const list = aPriceList();
  return lastValueFrom(readEndpoint(list, list.endpoints[0]!, () => of(aList(rows))));
};

const at = (row: number) => ({ evidence: { endpoint: 'api', row } });

describe('the rows of a price list', () => {
  it('stay rows, however often one stands there', async () => {
    expect(await read(aPriceRow('a'), aPriceRow('b'), aPriceRow('a'))).toMatchObject({
      ...{ rows: 3, skipped: 0, priced: 3, letters: [] },
      items: [aPriceRow('a', at(0)), aPriceRow('b', at(1)), aPriceRow('a', at(2))],
    });
  });

  it.each([
    ['has no seller', { ...aPriceRow('b'), provider: '' }, 'provider'],
    ['compares in a way that nobody knows', { ...aPriceRow('b'), operator: 'matches' }, 'operator'],
    ['has a price that is no number', { ...aPriceRow('b'), cost: { input: '1' } }, 'cost.input'],
    ['has a price of a kind that nobody knows', { ...aPriceRow('b'), cost: { perFoo: 1 } }, 'cost'],
  ])('cost their neighbours nothing where one %s', async (_, row, path) => {
    const { items, letters } = await read(aPriceRow('a'), row, aPriceRow('c'));
    expect(items).toEqual([aPriceRow('a', at(0)), aPriceRow('c', at(2))]);
    expect(letters).toMatchObject([{ source: 'acme-prices', kind: 'prices', stage: 'normalize', path, row }]);
  });

  it('name the page that they stand on', () => {
    expect(priceRows.pages(aPriceRow('a', { evidence: { endpoint: 'api/more', row: 3 } }))).toEqual(['api/more']);
    expect(priceRows.pages(aPriceRow('a'))).toEqual([]);
  });

  it('are taken as they are: nothing of an earlier list is kept', () => {
    const how = {
      lost: [],
      endpoints: [],
      now: 'api',
      before: 'api',
      day: '2026-01-01',
      today: '2026-01-02',
      isGone: () => false,
    };
    expect(priceRows.keep([aPriceRow('a')], [aPriceRow('a'), aPriceRow('b')], how)).toEqual({
      items: [aPriceRow('a')],
      kept: { records: 0, prices: 0, facts: 0 },
    });
  });
});
