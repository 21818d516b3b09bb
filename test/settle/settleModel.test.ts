import { describe, expect, it } from 'vitest';
import { model as modelSchema } from '../../src/model/model.js';
import { settleModel } from '../../src/settle/settleModel.js';
import { aCourt, aList, anOffer, anOwn, aRow } from './given.js';

const price = { input: 0.0025, output: 0.01 };
const lists = [aList('first', aRow('bird-2', price))];

describe('a model and the same with its price', () => {
  it('go together; all else of it stays', () => {
    const model = anOffer('bird-2', { name: 'Bird', knowledge: '2025-01' });
    const { model: raw, enriched, refused } = settleModel(model, aCourt(lists));
    expect(raw).toBe(model);
    expect(enriched).toMatchObject({ name: 'Bird', knowledge: '2025-01', cost: price, pricing: { source: 'first' } });
    expect(refused).toEqual([]);
    const { cost, pricing } = modelSchema.shape;
    expect([cost.parse(enriched.cost), pricing.parse(enriched.pricing)]).toEqual([enriched.cost, enriched.pricing]);
  });

  it('loses its quotes: they are settled', () => {
    const quote = { witness: 'provider', evidence: { endpoint: 'docs', row: 0 }, cost: price, tiers: [], match: null };
    const { enriched } = settleModel({ ...anOwn('bird-2', price), quotes: [quote] }, aCourt([]));
    expect(enriched.quotes).toBeUndefined();
  });
});

describe('where each part came from', () => {
  const from = { '*': 'api', cost: 'docs', name: 'catalog:models.dev' };

  it('stays where the provider’s price does', () =>
    expect(settleModel({ ...anOwn('bird-2', price), from }, aCourt(lists)).enriched.from).toEqual(from));

  it('says whose a missing output is, in the order of the names', () =>
    expect(
      Object.entries(settleModel({ ...anOwn('bird-2', { input: 0.0025 }), from }, aCourt(lists)).enriched.from),
    ).toEqual([
      ['*', 'api'],
      ['cost', 'docs'],
      ['cost.output', 'first'],
      ['name', 'catalog:models.dev'],
    ]));

  it('is another one’s where another one’s price is taken', () => {
    const mad = { ...anOwn('bird-2', { input: -1 }), from };
    expect(settleModel(mad, aCourt([...lists, aList('second', aRow('bird-2', price))])).enriched.from).toEqual({
      ...from,
      cost: 'first',
    });
  });

  it('is not said of a price that is not taken', () => {
    const { enriched, refused } = settleModel({ ...anOwn('bird-2', { input: -1 }), from }, aCourt([]));
    expect(enriched.from).toEqual({ '*': 'api', name: 'catalog:models.dev' });
    expect(enriched.pricing.status).toBe('quarantined');
    expect(refused).toEqual([
      { witness: 'provider', row: null, code: 'negative-price', detail: 'input -1 is no price' },
    ]);
  });
});
