import { lastValueFrom } from 'rxjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PriceIndex } from '../../src/match/priceIndex.js';
import type { PriceRow } from '../../src/model/price.js';
import { settlePrices } from '../../src/pipeline.js';
import { openNetworks } from '../../src/read/networks.js';
import { listsApart } from '../../src/settle/listsApart.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { recordingsDir } from '../sources/harness.js';
import { aList, aRow } from './given.js';

/** What thirty models cost, USD per 1K tokens: about what models do cost. */
const costs = Array.from({ length: 30 }, (_, i) => ({ input: 0.0002 + i * 0.00002, output: 0.001 + i * 0.0001 }));

interface Said {
  /** All prices times this. Default 1. */
  readonly times?: number;
  /** Inputs or outputs alone times this. */
  readonly inputs?: number;
  readonly outputs?: number;
  /** Every so many has a price of its own. Default none. */
  readonly own?: number;
  readonly count?: number;
}

const list = (id: string, { times = 1, inputs = times, outputs = times, own = 0, count = 30 }: Said = {}) => {
  const more = (i: number) => (own > 0 && i % own === 0 ? 1.3 + id.length / 10 : 1);
  const rows = costs.slice(0, count).map(({ input, output }, i): PriceRow => {
    const cost = { input: input * inputs * more(i), output: output * outputs * more(i) };
    return aRow(`bird-${i}`, cost);
  });
  return aList(id, ...rows);
};

const apart = (...lists: PriceIndex[]): string[] => [...listsApart(lists).keys()].sort();

describe('a list is not believed', () => {
  it.each([1000, 1 / 1000, 60, 10.1, 1 / 12])('that is %d times all others, with the figures', (times) => {
    const found = listsApart([list('first', { own: 4 }), list('the second', { own: 5 }), list('odd one', { times })]);
    expect([...found.keys()]).toEqual(['odd one']);
    expect(found.get('odd one')).toMatchObject({
      code: 'another-unit',
      detail: expect.stringMatching(
        /^2\d of the 30 input prices that odd one shares with .* are .* those: is their unit another one\?$/,
      ) as string,
    });
  });

  it('whose input or output alone is in another unit', () => {
    const others = [list('first', { own: 4 }), list('the second', { own: 5 })];
    expect(apart(...others, list('odd one', { inputs: 1000 }))).toEqual(['odd one']);
    expect(apart(...others, list('odd one', { outputs: 1 / 1000 }))).toEqual(['odd one']);
  });

  it('together with those that copy it, be they more than one other', () => {
    const odd = { times: 1000, own: 4 };
    expect(apart(list('a', odd), list('b', odd), list('right'))).toEqual(['a', 'b']);
    expect(apart(list('right'), list('a', odd), list('b', odd), list('c', odd))).toEqual(['a', 'b', 'c']);
  });

  it('of two where its prices are far from what tokens cost', () => {
    expect(apart(list('first'), list('odd one', { times: 1000 }))).toEqual(['odd one']);
    expect(apart(list('odd one', { times: 1 / 1000 }), list('first'))).toEqual(['odd one']);
  });

  it('be it the one or the other, where nothing tells which of them is in another unit', () => {
    expect(apart(list('first', { times: 4 }), list('second', { times: 1 / 4 }))).toEqual(['first', 'second']);
  });

  it('where more lists that are independent say otherwise, whatever is usual', () => {
    const dear = [list('a', { times: 40, own: 3 }), list('and b', { times: 40, own: 4 })];
    expect(apart(...dear, list('cheap'))).toEqual(['cheap']);
  });
});

describe('all lists are believed', () => {
  it('where there is but one, or none', () => {
    expect(apart(list('odd one', { times: 1000 }))).toEqual([]);
    expect(apart()).toEqual([]);
  });

  it('that share too few prices', () =>
    expect(apart(list('first'), list('other', { times: 1000, count: 19 }))).toEqual([]));

  it('that differ by less than a unit', () =>
    expect(apart(list('first'), list('second'), list('third', { times: 9.9 }))).toEqual([]));

  it('that are far apart by no factor in common', () => {
    const rows = costs.map(({ input }, i) => aRow(`bird-${i}`, { input: input * 20 * (1 + i) }));
    expect(apart(list('first'), list('second'), aList('third', ...rows))).toEqual([]);
  });

  it('that have the same models at other sellers', () => {
    const rows = costs.map(({ input }, i) => aRow(`bird-${i}`, { input: input * 1000 }, { provider: 'FOWL' }));
    expect(apart(list('first'), list('second'), aList('third', ...rows))).toEqual([]);
  });
});

describe('of the lists that are recorded', () => {
  let lists: readonly PriceIndex[];
  beforeAll(async () => {
    const networks = openNetworks({ mode: 'offline', env: {}, recordingsDir });
    ({ lists } = await lastValueFrom(settlePrices(priceLists, networks).court));
  });

  const scaled = (index: PriceIndex, times: number): PriceIndex => ({
    ...index,
    rows: index.rows.map((one) => ({
      ...one,
      row: {
        ...one.row,
        cost: Object.fromEntries(Object.entries(one.row.cost).map(([field, price]) => [field, price * times])),
      },
    })),
  });

  it('all are believed', () => expect(apart(...lists)).toEqual([]));

  it.each([1000, 1 / 1000, 10.5])('each one alone is not, where it is %d times what it is', (times) => {
    const odd = lists.map((one) => apart(...lists.map((each) => (each === one ? scaled(each, times) : each))));
    expect(odd).toEqual(lists.map((one) => [one.list]));
  });

  it('two at once are not', () => {
    const odd = lists.map((one, i) => (i < 2 ? scaled(one, 1000) : one));
    expect(apart(...odd)).toEqual(['helicone', 'litellm']);
  });
});
