import { describe, expect, it } from 'vitest';
import { buildPriceIndex, type PriceIndex } from '../../src/match/priceIndex.js';
import { enrichPrice, joinPrices } from '../../src/operators/joinPrices.js';
import type { Model } from '../../src/model/model.js';
import { unknownCost } from '../../src/sources/offer.js';
import type { PriceRow } from '../../src/model/price.js';
import { aModel } from '../builders.js';
import { row } from '../match/rows.js';
import { marbles } from '../marbles.js';

const NO_COST = unknownCost;
const NO_PRICE: Model['pricing'] = { status: 'unknown', source: null, match: null, issues: [] };

const model = (id: string, cost: Partial<Model['cost']> = {}, pricing: Partial<Model['pricing']> = {}): Model =>
  aModel(id, { provider: 'openai', cost: { ...NO_COST, ...cost }, pricing: { ...NO_PRICE, ...pricing } });

const rows: PriceRow[] = [
  {
    provider: 'OPENAI',
    model: 'gpt-4o',
    operator: 'equals',
    cost: { input: 0.0025, output: 0.01, cacheRead: 0.00125 },
  },
  row('OPENAI', 'gpt-5-2025-08-07', 0.00125, 0.01),
  row('OPENAI', 'gpt-9', 2, 6),
  row('OPENAI', 'gpt-4o-mini', 0.0002, 0.0006),
  row('OPENAI', 'gpt-4o-mini', 0.00015, 0.0006),
  row('OPENROUTER', 'qwen/qwen3-8b:free', 0, 0),
];
const index = buildPriceIndex(rows);
const stated = { status: 'priced', source: 'provider' } as const;

describe('a model without a price', () => {
  it('gets every price of its row, and the match', () => {
    const { cost, pricing } = enrichPrice(model('gpt-4o'), index);
    expect(cost).toEqual({ ...NO_COST, input: 0.0025, output: 0.01, cacheRead: 0.00125 });
    expect(pricing).toEqual({
      status: 'priced',
      source: 'helicone',
      match: {
        strategy: 'exact',
        confidence: 0.996,
        reason: 'same id',
        provider: 'OPENAI',
        model: 'gpt-4o',
        operator: 'equals',
      },
      issues: [],
    });
  });

  it('says why it has none', () => {
    const { cost, pricing } = enrichPrice(model('gpt-12'), index);
    expect(cost).toEqual(NO_COST);
    expect(pricing).toEqual({ ...NO_PRICE, issues: [{ code: 'no-match', detail: 'no row of openai prices gpt-12' }] });
  });

  it('is quarantined with the row if the price is not plausible or in doubt', () => {
    for (const [id, code] of [
      ['gpt-9', 'implausible-price'],
      ['gpt-4o-mini', 'ambiguous-price'],
    ] as const) {
      const { cost, pricing } = enrichPrice(model(id), index);
      expect(cost).toEqual(NO_COST);
      expect(pricing).toMatchObject({ status: 'quarantined', source: null, match: { model: id }, issues: [{ code }] });
    }
  });

  it('is free if its row says so', () => {
    const free = { ...model('qwen/qwen3-8b:free'), provider: 'openrouter' };
    expect(enrichPrice(free, index)).toMatchObject({
      cost: { input: 0, output: 0 },
      pricing: { status: 'free', source: 'helicone' },
    });
  });

  it('gets no price below the confidence asked for', () => {
    const sure = { minConfidence: 0.95 };
    expect(enrichPrice(model('gpt-4o'), index, sure).cost.input).toBe(0.0025);
    expect(enrichPrice(model('gpt-5'), index).cost.input).toBe(0.00125);
    expect(enrichPrice(model('gpt-5'), index, sure)).toMatchObject({
      cost: NO_COST,
      pricing: { status: 'unknown', match: null, issues: [{ code: 'low-confidence' }] },
    });
  });
});

describe('a price of the provider’s own', () => {
  it.each([
    ['input and output', model('gpt-4o', { input: 0.1, output: 0.2 }, stated)],
    ['a cache price only', model('gpt-4o', { cacheRead: 0.1 }, stated)],
    ['a price per image', model('gpt-4o', { perImage: 0.04 }, stated)],
    ['free', model('gpt-4o', { input: 0, output: 0 }, { status: 'free', source: 'provider' })],
    ['free, unsaid how', model('gpt-4o', {}, { status: 'free' })],
    ['variable', model('gpt-4o', {}, { status: 'variable' })],
    ['part of a plan', model('gpt-4o', {}, { status: 'plan' })],
    ['in tiers only', model('gpt-4o', {}, stated)],
    ['an input that the row does not agree with', model('gpt-4o', { input: 0.003 }, stated)],
    ['an input whose row is not plausible', model('gpt-9', { input: 2 }, stated)],
    ['an input, and an output in doubt', model('gpt-4o-mini', { input: 0.00015 }, stated)],
  ])('stays as it is: %s', (_, offer) => {
    expect(enrichPrice(offer, index)).toBe(offer);
  });

  it('gets only the output where that is all it lacks', () => {
    const enriched = enrichPrice(model('gpt-4o', { input: 0.0025, cacheWrite: 0.003 }, stated), index);
    expect(enriched.cost).toEqual({ ...NO_COST, input: 0.0025, output: 0.01, cacheWrite: 0.003 });
    expect(enriched.pricing).toMatchObject({ status: 'priced', source: 'provider', match: { model: 'gpt-4o' } });
  });

  it('says in `source.filled` that the output is the list’s', () => {
    const offer = model('gpt-4o', { input: 0.0025 }, stated);
    const filled = { name: 'docs' };
    expect(enrichPrice({ ...offer, source: { ...offer.source, filled } }, index).source).toEqual({
      ...offer.source,
      filled: { 'cost.output': 'helicone', name: 'docs' },
    });
    expect(enrichPrice(model('gpt-4o'), index).source).toEqual(offer.source);
  });
});

it('changes nothing the second time', () => {
  for (const id of ['gpt-4o', 'gpt-9', 'gpt-12', 'gpt-4o-mini']) {
    const once = enrichPrice(model(id), index);
    expect(enrichPrice(once, index)).toEqual(once);
  }
});

describe('joinPrices', () => {
  const plain = { a: model('gpt-4o'), b: model('gpt-12') };
  const joined = { A: enrichPrice(plain.a, index), B: enrichPrice(plain.b, index) };

  it('asks for models once the prices are there, and keeps their order', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const prices = cold<PriceIndex>('--p-x|', { p: index, x: index });
      const models = cold('           a-b|', plain);
      const result = '              --A-B|';
      expectObservable(models.pipe(joinPrices(prices))).toBe(result, joined);
      expectSubscriptions(prices.subscriptions).toBe('^-!');
      expectSubscriptions(models.subscriptions).toBe('--^--!');
    });
  });

  it('loses none of many models that come at once', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const models = cold('    (aabba|)', plain);
      const prices = cold<PriceIndex>('-(p|)', { p: index });
      expectObservable(models.pipe(joinPrices(prices))).toBe('-(AABBA|)', joined);
      expectSubscriptions(models.subscriptions).toBe('-(^!)');
    });
  });

  it('passes models as they are where there is no list', () => {
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold('a-b|', plain).pipe(joinPrices(cold('|')))).toBe('a-b|', plain);
    });
  });

  it('passes on errors and the end of interest', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const prices = cold<PriceIndex>('(p|)', { p: index });
      const failing = cold('a-#', plain);
      expectObservable(failing.pipe(joinPrices(prices))).toBe('A-#', joined);
      expectObservable(cold('a|', plain).pipe(joinPrices(cold('--#')))).toBe('--#');
      const models = cold('a-b-a', plain);
      expectObservable(models.pipe(joinPrices(prices)), '^--!').toBe('A-B', joined);
      expectSubscriptions(models.subscriptions).toBe('^--!');
    });
  });
});
