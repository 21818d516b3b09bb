import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import { bookOf } from '../../src/page/book.js';
import { agreementOf } from '../../src/page/pictures/agreement.js';
import { coverageOf, inCoverageOrder, shareOf } from '../../src/page/pictures/coverage.js';
import { picturedIn, priceContextOf } from '../../src/page/pictures/priceContext.js';
import { modelMeant, spreadable, spreadOf } from '../../src/page/pictures/spread.js';
import { aModel, aPricing } from '../builders.js';
import { aFile, aReport } from '../report/builders.js';

const none = aModel().cost;
/** An offer that costs so much a 1K tokens that go in. */
const offer = (
  id: string,
  input: number | null,
  {
    lab = null,
    context = 1000,
    status = input === null ? 'unknown' : 'priced',
    source = 'provider',
  }: {
    readonly lab?: string | null;
    readonly context?: number | null;
    readonly status?: Model['pricing']['status'];
    readonly source?: string | null;
  } = {},
): Partial<Model> => ({
  id,
  model: lab === null ? null : { key: `${lab}/${id}`, line: `${lab}/${id}`, facets: {} },
  cost: { ...none, input },
  limit: { context, input: null, output: null },
  pricing: aPricing({ status, source: input === null && status === 'unknown' ? null : source }),
});

describe('price against context', () => {
  const { offers } = bookOf(
    aReport([
      aFile('acme', [
        offer('big', 0.0003, { lab: 'one', context: 2000 }),
        offer('small', 0.0001, { lab: 'one' }),
        offer('rare', 0.0002, { lab: 'two' }),
        offer('whose', 0.0004),
        offer('silent', null),
        offer('gift', 0, { status: 'free' }),
        offer('also-gift', null, { status: 'free' }),
        offer('narrow', 0.1, { context: null }),
      ]),
    ]),
  );

  it('is of the offers that state both, in their order, by lab', () => {
    const { points, labs, left } = priceContextOf(offers, 'input', 1);
    expect(points.map((one) => [one.offer.id, one.context, one.usd, one.lab])).toEqual([
      ['small', 1000, 0.1, 'one'],
      ['rare', 1000, 0.2, 'others'],
      ['whose', 1000, 0.4, 'others'],
      ['big', 2000, 0.3, 'one'],
    ]);
    expect(labs).toEqual([
      { lab: 'one', count: 2 },
      { lab: 'others', count: 2 },
    ]);
    expect(left).toEqual({ unpriced: 1, free: 2, noContext: 1 });
  });

  it('is of the price that is asked for', () => {
    expect(priceContextOf(offers, 'output').points).toEqual([]);
    expect(['output', 'perImage', undefined].map(picturedIn)).toEqual(['output', 'input', 'input']);
  });
});

describe('the spread of a price', () => {
  const twin = (input: number | null, more = {}) => offer('twin', input, { lab: 'one', ...more });
  const book = bookOf(
    aReport([
      aFile('acme', [twin(0.0004), offer('lone', 1, { lab: 'two' })]),
      aFile('beta', [twin(0.0001), { ...twin(0.0002), id: 'twin-2' }]),
      aFile('gamma', [twin(null), { ...twin(0, { status: 'free' }), id: 'twin-3' }]),
    ]),
  );

  it('is of models that have more than one price, the most first', () =>
    expect(spreadable(book, 'input')).toEqual([{ key: 'one/twin', priced: 3 }]));

  it('is of the model that is typed, by its key or by words of it', () => {
    const models = ['one/twin-max', 'one/twin'].map((key) => ({ key, priced: 2 }));
    expect(modelMeant(models, 'one/twin')?.key).toBe('one/twin');
    expect(modelMeant(models, 'TWIN one')?.key).toBe('one/twin-max');
    expect(modelMeant(models, 'three')).toBeUndefined();
  });

  it('is told by each price, the cheapest first, and by how many times the dearest is dearer', () => {
    const { points, sellers, free, unpriced, factor, median } = spreadOf(book.byModel.get('one/twin') ?? [], 'input');
    expect(points.map((one) => [one.offer.key, one.usd])).toEqual([
      ['beta/twin', 0.1],
      ['beta/twin-2', 0.2],
      ['acme/twin', 0.4],
    ]);
    expect([sellers, free, unpriced, factor, median?.usd]).toEqual([['beta', 'acme'], 1, 1, 4, 0.2]);
    expect(spreadOf([], 'input')).toMatchObject({ factor: null, median: undefined });
  });
});

describe('coverage', () => {
  const book = bookOf(
    aReport([
      aFile('acme', [
        offer('a', 1),
        offer('b', 1, { source: 'catalog:x' }),
        offer('c', 1, { source: 'catalog:y' }),
        offer('d', null),
      ]),
      aFile('beta', [offer('a', 1, { source: 'litellm' })]),
      aFile('empty', []),
    ]),
  );
  const { providers, sides } = coverageOf(book);

  it('is whose word the prices of each provider are', () => {
    expect(providers.map(({ provider, offers, by }) => [provider, offers, Object.fromEntries(by)])).toEqual([
      ['acme', 4, { provider: 1, catalog: 2, nobody: 1 }],
      ['beta', 1, { litellm: 1 }],
      ['empty', 0, {}],
    ]);
    expect(providers.map((one) => shareOf(one, 'catalog'))).toEqual([0.5, 0, 0]);
  });

  it('has the provider before and nobody after all others', () =>
    expect(sides).toEqual([
      { side: 'provider', count: 1 },
      { side: 'catalog', count: 2 },
      { side: 'litellm', count: 1 },
      { side: 'nobody', count: 1 },
    ]));

  it('stands in the order that is asked for', () => {
    const order = (by: Parameters<typeof inCoverageOrder>[1]) =>
      inCoverageOrder(providers, by).map(({ provider }) => provider);
    expect(order('offers')).toEqual(['acme', 'beta', 'empty']);
    expect(order('nobody')).toEqual(['acme', 'beta', 'empty']);
    expect(inCoverageOrder(providers.toReversed(), 'name').map(({ name }) => name)).toEqual(['ACME', 'BETA', 'EMPTY']);
  });
});

describe('agreement', () => {
  const pricing = (source: string | null, agree: string[], differ: Model['pricing']['differ'] = []) => ({
    pricing: { source, agree, differ },
  });

  it('is of all who state a price of the same offer', () => {
    const { of, witnesses, stated } = agreementOf([
      pricing('provider', ['a', 'b'], [{ witness: 'c', cost: { input: 1 } }]),
      pricing('provider', ['a']),
      pricing('a', []),
    ]);
    expect(witnesses).toEqual(['a', 'provider', 'b', 'c']);
    expect(witnesses.map(stated)).toEqual([3, 2, 1, 1]);
    expect([of('provider', 'a'), of('a', 'provider')]).toEqual([
      { both: 2, agree: 2 },
      { both: 2, agree: 2 },
    ]);
    expect(of('a', 'b')).toEqual({ both: 1, agree: 1 });
    expect([of('provider', 'c'), of('b', 'c')]).toEqual([
      { both: 1, agree: 0 },
      { both: 1, agree: 0 },
    ]);
    expect(of('c', 'nobody')).toEqual({ both: 0, agree: 0 });
  });

  it('of two that differ from what is settled is where they differ alike, also where nothing is', () => {
    const { of } = agreementOf([
      pricing(
        null,
        [],
        [
          { witness: 'a', cost: { input: 1, output: 2 } },
          { witness: 'b', cost: { output: 2, input: 1 } },
          { witness: 'c', cost: { input: 1 } },
        ],
      ),
    ]);
    expect(of('a', 'b')).toEqual({ both: 1, agree: 1 });
    expect(of('a', 'c')).toEqual({ both: 1, agree: 0 });
  });

  it('counts a witness that is named twice once', () =>
    expect(agreementOf([pricing('a', ['b', 'b'], [{ witness: 'b', cost: { input: 1 } }])]).of('a', 'b')).toEqual({
      ...{ both: 1, agree: 1 },
    }));
});
