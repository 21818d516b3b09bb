import { describe, expect, it } from 'vitest';
import type { PriceIndex } from '../../src/match/priceIndex.js';
import { type Model, model as modelSchema } from '../../src/model/model.js';
import type { Prices } from '../../src/settle/law.js';
import type { Overrides } from '../../src/settle/overrides.js';
import { settleModel } from '../../src/settle/settleModel.js';
import { anOrigin } from '../builders.js';
import { aCourt, aHeard, aList, anOffer, anOwn, aRow } from './given.js';

const right = { input: 0.002, output: 0.008 };
const wrong = { input: 0.02, output: 0.08 };
const why = { code: 'override', detail: 'the page says so (https://acme.example/prices, 2026-01-31)' };

const correcting = (cost: Prices): Overrides => ({
  page: anOrigin({ via: 'file' }),
  offers: new Map([
    ['acme/bird-2', { ...aHeard('override', cost), evidence: { endpoint: 'overrides', row: 3 }, kind: null, why }],
  ]),
});

const corrected = (model: Model, cost: Prices, ...lists: PriceIndex[]) => {
  const joined = settleModel(model, aCourt(lists, { overrides: correcting(cost) }));
  modelSchema.parse(joined.enriched);
  return joined;
};

describe('a person’s correction', () => {
  it('stands above the provider’s word and all lists, with its reason; who says something else is listed', () => {
    const { enriched } = corrected(
      anOwn('bird-2', wrong),
      right,
      aList('first', aRow('bird-2', right)),
      aList('second', aRow('bird-2', wrong)),
    );
    expect(enriched.cost).toMatchObject(right);
    expect(enriched.pricing).toEqual({
      ...{ status: 'priced', source: 'override', confidence: 0.999, match: null, issues: [why] },
      evidence: { endpoint: 'overrides', row: 3 },
      agree: ['first'],
      differ: [
        { witness: 'provider', cost: wrong },
        { witness: 'second', cost: wrong },
      ],
    });
    expect(enriched.from).toEqual({ '*': 'api', cost: 'override' });
  });

  it('leaves the prices that it does not name, and says whose they are', () => {
    const { enriched } = corrected(anOwn('bird-2', { input: 0.02, output: 0.008 }), { input: 0.002 });
    expect(enriched.cost).toMatchObject(right);
    expect(enriched.pricing.differ).toEqual([{ witness: 'provider', cost: { input: 0.02 } }]);
    expect(enriched.from).toEqual({ '*': 'api', cost: 'override', 'cost.output': 'api' });
  });

  it('may be of a cache price alone', () => {
    const { enriched } = corrected(anOwn('bird-2', { ...right, cacheRead: 0.001 }), { cacheRead: 0.0002 });
    expect(enriched.cost).toMatchObject({ ...right, cacheRead: 0.0002 });
    expect(enriched.pricing.differ).toEqual([{ witness: 'provider', cost: { cacheRead: 0.001 } }]);
  });

  it('takes out what cannot stand beside it, and names it', () => {
    const { enriched } = corrected(anOwn('bird-2', { ...wrong, cacheRead: 0.01 }), right);
    expect(enriched.cost).toMatchObject({ ...right, cacheRead: null });
    expect(enriched.pricing.issues.map(({ code }) => code)).toContain('cache-above-input');
  });

  it('stays where it is the other price that makes it odd, and says so', () => {
    const { enriched } = corrected(anOwn('bird-2', { input: 0.0002, output: 0.0008 }), { cacheRead: 0.0003 });
    expect(enriched.cost).toMatchObject({ input: 0.0002, cacheRead: 0.0003 });
    expect(enriched.pricing.issues.map(({ code }) => code)).toContain('cache-above-input');
  });

  it('prices what nobody prices, or what others dispute, with no word of the dispute', () => {
    const lists = [aList('first', aRow('bird-2', right)), aList('second', aRow('bird-2', wrong))];
    const { enriched } = corrected(anOffer('bird-2'), { input: 0.003 }, ...lists);
    expect(enriched.cost).toMatchObject({ input: 0.003, output: null });
    expect(enriched.pricing).toMatchObject({ status: 'priced', source: 'override', issues: [why] });
    expect(corrected(anOffer('bird-2'), right).enriched.cost).toMatchObject(right);
  });

  it('is more than the word that an offer is free', () => {
    const free = anOwn('bird-2', { input: 0, output: 0 });
    const { enriched } = corrected({ ...free, pricing: { ...free.pricing, status: 'free' } }, { input: 0.002 });
    expect(enriched.cost).toMatchObject({ input: 0.002, output: null });
    expect(enriched.pricing.status).toBe('priced');
  });

  it('says free where all of it is 0', () =>
    expect(corrected(anOffer('bird-2'), { input: 0, output: 0 }).enriched.pricing).toMatchObject({
      ...{ status: 'free', source: 'override' },
    }));

  it('goes before the laws: one that breaks them changes nothing and is named', () => {
    const { enriched, refused } = corrected(anOwn('bird-2', right), { input: -1 });
    expect(enriched.cost).toMatchObject(right);
    expect(enriched.pricing).toMatchObject({ source: 'provider', issues: [{ code: 'negative-price' }] });
    expect(refused).toMatchObject([{ witness: 'override', code: 'negative-price' }]);
  });

  it('concerns its own offer alone', () =>
    expect(corrected(anOwn('bird-3', wrong), right).enriched.pricing.source).toBe('provider'));
});

describe('a correction that is no longer needed', () => {
  const codes = (model: Model, cost: Prices, ...lists: PriceIndex[]) =>
    corrected(model, cost, ...lists).enriched.pricing.issues.map(({ code }) => code);

  it('is named once all others agree', () => {
    const { enriched } = corrected(anOwn('bird-2', right), right, aList('first', aRow('bird-2', right)));
    expect(enriched.pricing.agree).toEqual(['provider', 'first']);
    expect(enriched.pricing.issues).toEqual([
      why,
      { code: 'override-agreed', detail: 'provider, first say the same: the override is no longer needed' },
    ]);
  });

  it.each<[string, Model, Prices, PriceIndex[]]>([
    ['one of them differs', anOwn('bird-2', right), right, [aList('first', aRow('bird-2', wrong))]],
    ['nobody speaks', anOffer('bird-2'), right, []],
    ['a price would be lost without it', anOwn('bird-2', { input: 0.002 }), right, []],
    ['a price would be another without it, if by a hair', anOwn('bird-2', { ...right, input: 0.00201 }), right, []],
  ])('is not where %s', (_, model, cost, lists) =>
    expect(codes(model, cost, ...lists)).not.toContain('override-agreed'),
  );
});
