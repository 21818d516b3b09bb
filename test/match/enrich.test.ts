import { describe, expect, it } from 'vitest';
import { enrichModel, type EnrichOptions, joinModel } from '../../src/match/enrich.js';
import type { PriceIndex } from '../../src/match/priceIndex.js';
import type { Model } from '../../src/model/model.js';
import type { PriceRow } from '../../src/model/price.js';
import { unknownCost } from '../../src/sources/offers.js';
import { aModel } from '../builders.js';
import { indexOf, otherIndexOf, row } from './rows.js';

const unpriced: Model['pricing'] = { status: 'unknown', source: null, match: null, issues: [] };

const model = (id: string, cost: Partial<Model['cost']> = {}, pricing: Partial<Model['pricing']> = {}): Model =>
  aModel(id, { provider: 'openai', cost: { ...unknownCost, ...cost }, pricing: { ...unpriced, ...pricing } });

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
const index = indexOf(rows);
const enriched = (offer: Model, options?: EnrichOptions): Model => enrichModel(offer, [index], options);
const stated = { status: 'priced', source: 'provider' } as const;

describe('a model without a price', () => {
  it('gets every price of its row, and the match', () => {
    const { cost, pricing } = enriched(model('gpt-4o'));
    expect(cost).toEqual({ ...unknownCost, input: 0.0025, output: 0.01, cacheRead: 0.00125 });
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
    const { cost, pricing } = enriched(model('gpt-12'));
    expect(cost).toEqual(unknownCost);
    expect(pricing).toEqual({ ...unpriced, issues: [{ code: 'no-match', detail: 'no row of openai prices gpt-12' }] });
  });

  it.each([
    ['gpt-9', 'implausible-price'],
    ['gpt-4o-mini', 'ambiguous-price'],
  ])('is quarantined with the row if the price is not to be believed: %s, %s', (id, code) => {
    const { cost, pricing } = enriched(model(id));
    expect(cost).toEqual(unknownCost);
    expect(pricing).toMatchObject({ status: 'quarantined', source: null, match: { model: id }, issues: [{ code }] });
  });

  it('is free if its row says so', () => {
    const free = { ...model('qwen/qwen3-8b:free'), provider: 'openrouter' };
    expect(enriched(free)).toMatchObject({
      cost: { input: 0, output: 0 },
      pricing: { status: 'free', source: 'helicone' },
    });
  });

  it('that the provider gives no list price stays without one, whatever a list says', () => {
    const issues = [{ code: 'no-list-price', detail: 'contact sales' }];
    const offer = model('gpt-4o', {}, { issues });
    expect(enriched(offer)).toBe(offer);
    expect(enriched(model('gpt-4o', {}, { issues: [{ code: 'not-priced', detail: 'api lists it' }] }))).toMatchObject({
      pricing: { status: 'priced', issues: [] },
    });
  });

  it('stays as it is where there is no list', () => {
    const offer = model('gpt-4o');
    expect(enrichModel(offer, [])).toBe(offer);
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
    ['an input of a model that no row prices', model('gpt-12', { input: 0.001 }, stated)],
  ])('stays as it is: %s', (_, offer) => {
    expect(enriched(offer)).toBe(offer);
  });

  it('gets only the output where that is all it lacks', () => {
    const { cost, pricing } = enriched(model('gpt-4o', { input: 0.0025, cacheWrite: 0.003 }, stated));
    expect(cost).toEqual({ ...unknownCost, input: 0.0025, output: 0.01, cacheWrite: 0.003 });
    expect(pricing).toMatchObject({ status: 'priced', source: 'provider', match: { model: 'gpt-4o' } });
  });

  it('says in `source.filled` that the output is the list’s', () => {
    const offer = model('gpt-4o', { input: 0.0025 }, stated);
    const filled = { name: 'docs' };
    expect(enriched({ ...offer, source: { ...offer.source, filled } }).source).toEqual({
      ...offer.source,
      filled: { 'cost.output': 'helicone', name: 'docs' },
    });
    expect(enriched(model('gpt-4o')).source).toEqual(offer.source);
  });
});

describe('the confidence asked for', () => {
  const dated = 0.923;
  const whole = model('gpt-5');
  const half = model('gpt-5', { input: 0.00125 }, stated);

  it('is that of a dated row here', () => {
    expect(enriched(whole).pricing.match?.confidence).toBe(dated);
  });

  it('lets a whole price pass that is exactly as sure', () => {
    expect(enriched(whole, { minConfidence: dated })).toMatchObject({
      cost: { input: 0.00125, output: 0.01 },
      pricing: { status: 'priced', source: 'helicone', match: { confidence: dated } },
    });
  });

  it('keeps away a whole price that is just less sure, and says which row that was', () => {
    expect(enriched(whole, { minConfidence: 0.924 })).toEqual({
      ...whole,
      pricing: {
        ...unpriced,
        issues: [{ code: 'low-confidence', detail: 'OPENAI gpt-5-2025-08-07 (contains): 0.923 is below 0.924' }],
      },
    });
  });

  it('lets a missing output pass that is exactly as sure', () => {
    expect(enriched(half, { minConfidence: dated })).toMatchObject({
      cost: { input: 0.00125, output: 0.01 },
      pricing: { source: 'provider', match: { confidence: dated } },
      source: { filled: { 'cost.output': 'helicone' } },
    });
  });

  it('keeps away a missing output that is just less sure', () => {
    expect(enriched(half, { minConfidence: 0.924 })).toBe(half);
  });

  it('of 1 lets nothing pass, of 0 everything', () => {
    expect(enriched(model('gpt-4o'), { minConfidence: 1 }).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'low-confidence' }],
    });
    expect(enriched(model('gpt-4o'), { minConfidence: 0 })).toEqual(enriched(model('gpt-4o')));
  });
});

describe('several lists', () => {
  const cheap = otherIndexOf('first', row('OPENAI', 'gpt-4o', 0.001, 0.002));
  const dear = otherIndexOf('second', row('OPENAI', 'gpt-4o', 0.003, 0.004));
  const mad = otherIndexOf('mad', row('OPENAI', 'gpt-4o', 2, 6));
  const negative = otherIndexOf('negative', row('OPENAI', 'gpt-4o', -1, -1));
  const empty = otherIndexOf('empty', row('X', 'grok-3'));
  const ofModel = (offer: Model, ...lists: PriceIndex[]) => enrichModel(offer, lists);
  const offer = model('gpt-4o');

  it('are asked in their order: the first that has a price gives it', () => {
    expect(ofModel(offer, cheap, dear)).toMatchObject({
      cost: { input: 0.001, output: 0.002 },
      pricing: { status: 'priced', source: 'first', issues: [] },
    });
    expect(ofModel(offer, dear, cheap)).toMatchObject({
      cost: { input: 0.003, output: 0.004 },
      pricing: { status: 'priced', source: 'second', issues: [] },
    });
  });

  it('are asked on where one refuses, and what that one said is kept', () => {
    expect(ofModel(offer, empty, mad, cheap)).toMatchObject({
      cost: { input: 0.001, output: 0.002 },
      pricing: {
        status: 'priced',
        source: 'first',
        match: { model: 'gpt-4o' },
        issues: [{ code: 'no-match', detail: 'the price list has no rows of openai' }, { code: 'implausible-price' }],
      },
    });
  });

  it('say each why they have no price', () => {
    const { cost, pricing } = ofModel(offer, mad, negative);
    expect(cost).toEqual(unknownCost);
    expect(pricing).toMatchObject({ status: 'quarantined', source: null, match: { model: 'gpt-4o' } });
    expect(pricing.issues.map(({ code }) => code)).toEqual(['implausible-price', 'negative-price']);
  });

  it.each([
    ['behind', [mad, empty]],
    ['before', [empty, mad]],
  ])('do not take back a refused price where the one %s knows no such model', (_, lists) => {
    const { pricing } = ofModel(offer, ...lists);
    expect(pricing).toMatchObject({ status: 'quarantined', match: { model: 'gpt-4o' } });
    expect(pricing.issues.map(({ code }) => code).sort()).toEqual(['implausible-price', 'no-match']);
  });

  it('say the same thing once', () => {
    expect(ofModel(model('gpt-12'), cheap, dear).pricing.issues).toEqual([
      { code: 'no-match', detail: 'no row of openai prices gpt-12' },
    ]);
  });

  it('give a missing output from the first whose input agrees', () => {
    const half = model('gpt-4o', { input: 0.003 }, stated);
    expect(ofModel(half, cheap, dear)).toMatchObject({
      cost: { input: 0.003, output: 0.004 },
      pricing: { source: 'provider', issues: [] },
      source: { filled: { 'cost.output': 'second' } },
    });
    expect(ofModel(half, cheap, mad)).toBe(half);
  });

  it('name a row that is not sure enough, and go on to the next', () => {
    const dated = otherIndexOf('dated', row('OPENAI', 'gpt-4o-2024-08-06', 0.001, 0.002));
    expect(enrichModel(offer, [dated, dear], { minConfidence: 0.95 })).toMatchObject({
      cost: { input: 0.003, output: 0.004 },
      pricing: { status: 'priced', source: 'second', issues: [{ code: 'low-confidence' }] },
    });
  });
});

describe('a join', () => {
  const mad = otherIndexOf('mad', row('OPENAI', 'gpt-4o', 2, 6));
  const doubtful = otherIndexOf('doubtful', row('OPENAI', 'gpt-4o', 0.001), row('OPENAI', 'gpt-4o', 0.003));
  const refusedBy = (list: string, code: string) => ({
    ...{ list, row: 'OPENAI/gpt-4o', code },
    detail: expect.any(String) as string,
  });

  it('has the model as it was beside the joined one', () => {
    const offer = model('gpt-4o');
    expect(joinModel(offer, [index])).toEqual({ model: offer, enriched: enriched(offer), refused: [] });
    expect(joinModel(offer, [])).toEqual({ model: offer, enriched: offer, refused: [] });
  });

  it('tells what each list had for the model and could not be believed, once, in the order of the lists', () => {
    expect(joinModel(model('gpt-4o'), [mad, otherIndexOf('empty'), doubtful]).refused).toEqual([
      refusedBy('mad', 'implausible-price'),
      refusedBy('doubtful', 'ambiguous-price'),
    ]);
  });

  it('tells it also where a later list had a price', () => {
    const { enriched, refused } = joinModel(model('gpt-4o'), [mad, doubtful, index]);
    expect(enriched.pricing).toMatchObject({ status: 'priced', source: 'helicone' });
    expect(refused).toEqual([refusedBy('mad', 'implausible-price'), refusedBy('doubtful', 'ambiguous-price')]);
  });

  it.each([
    ['what the provider says of itself', model('gpt-4o', {}, { issues: [{ code: 'note', detail: 'ours' }] }), [index]],
    ['a match that is not sure enough', model('gpt-5'), [index]],
    ['a model that no row prices', model('gpt-12'), [index, mad]],
    ['a price of the provider’s own', model('gpt-4o', { input: 0.001 }, stated), [mad, index]],
  ])('takes nothing else for a price that is not believed: %s', (_, offer, lists) =>
    expect(joinModel(offer, lists, { minConfidence: 0.95 }).refused).toEqual([]),
  );
});

it.each(['gpt-4o', 'gpt-9', 'gpt-12', 'gpt-4o-mini'])('changes nothing the second time: %s', (id) => {
  const other = otherIndexOf('second', row('OPENAI', 'gpt-9', 3, 9));
  const once = enrichModel(model(id), [index, other]);
  expect(enrichModel(once, [index, other])).toEqual(once);
});
