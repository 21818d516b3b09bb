import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/model/model.js';
import type { Snapshot } from '../../../src/model/snapshot.js';
import { isSame } from '../../../src/operators/reconcile/same.js';
import { aModel, aPriceRow, aPriceSnapshot, aPricing, aSnapshot, day2, models } from '../../builders.js';

const [a, b] = models(2) as [Model, Model];
const previous = aSnapshot({ items: [a, b] });
/** The model with a price that stands there. */
const on = (model: Model, row: number, endpoint = 'api'): Model => ({
  ...model,
  pricing: aPricing({ evidence: { endpoint, row } }),
});

describe('isSame', () => {
  it('is what says the same, whatever its order, its date and the bytes around it', () =>
    expect(isSame(aSnapshot({ items: [b, a], fetchedAt: day2, sha256: 'def' }), previous)).toBe(true));

  it('is also what stands on other rows of the page, and nothing that stands on another page', () => {
    const stated = aSnapshot({ items: [on(a, 0), on(b, 1)] });
    expect(isSame(aSnapshot({ items: [on(b, 0), on(a, 7)], fetchedAt: day2 }), stated)).toBe(true);
    expect(isSame(aSnapshot({ items: [on(a, 0), on(b, 1, 'api/more')], fetchedAt: day2 }), stated)).toBe(false);
  });

  it('is nothing with another quote beside the price', () => {
    const quote = (input: number, row = 0) => ({
      ...{ witness: 'provider', evidence: { endpoint: 'docs', row }, cost: { input }, tiers: [], match: null },
    });
    const known = aSnapshot({ items: [{ ...a, quotes: [quote(1)] }] });
    expect(isSame(aSnapshot({ items: [{ ...a, quotes: [quote(1, 3)] }] }), known)).toBe(true);
    expect(isSame(aSnapshot({ items: [{ ...a, quotes: [quote(2)] }] }), known)).toBe(false);
    expect(isSame(aSnapshot({ items: [a] }), known)).toBe(false);
  });

  it.each<[string, Partial<Snapshot<Model>>]>([
    ['a field of one model differs', { items: [{ ...a, name: 'A' }, b] }],
    ['a model is new', { items: [a, b, aModel('c')] }],
    ['a model is gone', { items: [a] }],
    ['a model is there twice in place of another', { items: [a, a] }],
    ['a field is kept from before', { items: [{ ...a, kept: { name: '2026-01-01' } }, b] }],
    ['a field comes from elsewhere', { items: [{ ...a, from: { ...a.from, name: 'docs' } }, b] }],
    ['another endpoint listed one', { items: [{ ...a, from: { '*': 'docs' } }, b] }],
    ['another endpoint gave it', { endpoint: 'docs' }],
    ['it came another way', { via: 'mirror' }],
  ])('is not what says something else: %s', (_, more) =>
    expect(isSame(aSnapshot({ items: [a, b], ...more }), previous)).toBe(false),
  );

  it('tells the rows of a price list by all that they say', () => {
    const at = (row: number) => ({ evidence: { endpoint: 'api', row } });
    const [row, twin] = [aPriceRow('a', at(0)), aPriceRow('a', { cost: { input: 0.002 }, ...at(1) })];
    const known = aPriceSnapshot({ items: [row, twin] });
    expect(
      isSame(
        aPriceSnapshot({
          items: [
            { ...twin, ...at(0) },
            { ...row, ...at(1) },
          ],
          fetchedAt: day2,
        }),
        known,
      ),
    ).toBe(true);
    expect(isSame(aPriceSnapshot({ items: [row, row] }), known)).toBe(false);
  });
});
