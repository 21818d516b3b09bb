import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/model/model.js';
import type { Snapshot } from '../../../src/model/snapshot.js';
import { isSame } from '../../../src/operators/reconcile/same.js';
import { offers } from '../../../src/sources/offers.js';
import { priceRows } from '../../../src/sources/prices/priceRows.js';
import { aModel, aPriceRow, aPriceSnapshot, aSnapshot, day2, models } from '../../builders.js';

const [a, b] = models(2) as [Model, Model];
const previous = aSnapshot({ items: [a, b] });
const later = (model: Model): Model => ({ ...model, source: { ...model.source, fetchedAt: day2, sha256: 'def' } });

describe('isSame', () => {
  it('is what says the same, whatever its order, its date and the bytes around it', () =>
    expect(isSame(aSnapshot({ items: [later(b), later(a)], fetchedAt: day2, sha256: 'def' }), previous, offers)).toBe(
      true,
    ));

  it.each<[string, Partial<Snapshot<Model>>]>([
    ['a field of one model differs', { items: [{ ...a, name: 'A' }, b] }],
    ['a model is new', { items: [a, b, aModel('c')] }],
    ['a model is gone', { items: [a] }],
    ['a model is there twice in place of another', { items: [a, a] }],
    ['a field is kept from before', { items: [{ ...a, source: { ...a.source, kept: { name: '2026-01-01' } } }, b] }],
    ['a field comes from elsewhere', { items: [{ ...a, source: { ...a.source, filled: { name: 'docs' } } }, b] }],
    ['another page gave it', { items: [{ ...a, source: { ...a.source, url: 'https://acme.example/v2' } }, b] }],
    ['another endpoint gave it', { endpoint: 'docs' }],
    ['it came another way', { via: 'mirror' }],
  ])('is not what says something else: %s', (_, more) =>
    expect(isSame(aSnapshot({ items: [a, b], ...more }), previous, offers)).toBe(false),
  );

  it('tells the rows of a price list by all that they say', () => {
    const [row, twin] = [aPriceRow('a'), aPriceRow('a', { cost: { input: 0.002 } })];
    const known = aPriceSnapshot({ items: [row, twin] });
    expect(isSame(aPriceSnapshot({ items: [twin, row], fetchedAt: day2 }), known, priceRows)).toBe(true);
    expect(isSame(aPriceSnapshot({ items: [row, row] }), known, priceRows)).toBe(false);
  });
});
