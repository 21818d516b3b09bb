import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CostField } from '../../../src/model/cost.js';
import type { Prices } from '../../../src/settle/law.js';
import { magnitude } from '../../../src/settle/laws/magnitude.js';
import { aFactor, aPrice, aStatement, brokenBy, million, times } from '../given.js';

const broken = (cost: Prices) => brokenBy(magnitude, aStatement(cost));

describe('a price of tokens', () => {
  it('is at most 1,000 USD per 1M: the price of a minute of sound, 6,000 USD, is none', () => {
    expect(broken(million({ input: 6000 }))).toEqual(['*']);
    expect(broken(million({ input: 1000, output: 1000 }))).toEqual([]);
    expect(broken(million({ input: 1001 }))).toEqual(['*']);
  });

  it('is at least 0.0001 USD per 1M', () => {
    expect(broken({ input: 1e-7 })).toEqual([]);
    expect(broken({ input: 0.9e-7, output: 0.001 })).toEqual(['input']);
  });

  it('may be as dear as the dearest and as cheap as a cached one', () =>
    expect(broken(million({ input: 150, output: 600, cacheRead: 0.0028, outputAudio: 200 }))).toEqual([]));

  it('is none where the text of the other side is far too dear: 400 in beside 2,000 out', () => {
    expect(broken(million({ input: 400, output: 2000, cacheRead: 40 }))).toEqual(['*']);
    expect(broken(million({ input: 0.4, output: 2, outputImage: 40_000 }))).toEqual(['outputImage']);
  });
});

describe('a price by one of something', () => {
  it.each<[CostField, number, number]>([
    ['perImage', 1e-6, 20],
    ['perInputImage', 1e-9, 5],
    ['perMegapixel', 1e-6, 10],
    ['perRequest', 1e-9, 100],
    ['perSearch', 1e-6, 10],
    ['perSecond', 1e-8, 20],
    ['perPage', 1e-6, 10],
    ['perCharacter', 1e-9, 0.01],
  ])('%s lies between %d and %d USD', (field, least, most) => {
    expect(broken({ [field]: least })).toEqual([]);
    expect(broken({ [field]: most })).toEqual([]);
    expect(broken({ [field]: least * 0.99 })).toEqual([field]);
    expect(broken({ [field]: most * 1.01, input: 0.001 })).toEqual([field]);
  });
});

it('leaves 0 to other laws', () => expect(broken({ input: 0, perImage: 0 })).toEqual([]));

it('judges tiers each for itself', () => {
  const tiers = [
    { when: { serviceTier: 'batch' }, cost: million({ input: 0.2 }) },
    { when: { serviceTier: 'priority' }, cost: million({ input: 4000, output: 0.8 }) },
  ];
  expect(brokenBy(magnitude, aStatement(million({ input: 0.4 }), { tiers }))).toEqual(['1.*']);
});

it('never touches prices of tokens as they are, nor tenfold or a tenth of them', () =>
  fc.assert(
    fc.property(aPrice, aPrice, aFactor, (input, output, factor) => {
      expect(broken(times({ input, output }, factor))).toEqual([]);
    }),
  ));
