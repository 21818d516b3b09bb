import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Prices } from '../../../src/settle/law.js';
import { zeroBesidePaid } from '../../../src/settle/laws/zeroBesidePaid.js';
import { anOffered, aPrice, aStatement, brokenBy } from '../given.js';

const broken = (cost: Prices, more = {}) => brokenBy(zeroBesidePaid, aStatement(cost, more));

describe('a 0 in a list', () => {
  it('is a gap beside a price: an image model at 0 USD a token and 0.04 USD an image', () =>
    expect(broken({ input: 0, output: 0, perImage: 0.04 })).toEqual(['input', 'output']));

  it('is nothing where all is 0', () => {
    expect(broken({ input: 0, output: 0 })).toEqual(['*']);
    expect(broken({ output: 0 })).toEqual(['*']);
  });

  it.each(['gemma-3-4b-it:free', 'gemma-3-4b-it-free', 'Gemma:FREE'])('is a price of what is called free: %s', (id) =>
    expect(broken({ input: 0, output: 0 }, { offer: anOffered({ id }) })).toEqual([]),
  );

  it.each(['freebird', 'carefree'])('is none of what is only named so: %s', (id) =>
    expect(broken({ input: 0, output: 0 }, { offer: anOffered({ id }) })).toEqual(['*']),
  );

  it('counts in a tier as well', () => {
    const tiers = [
      { when: { serviceTier: 'batch' }, cost: { input: 0.0005, cacheRead: 0 } },
      { when: { region: 'eu' }, cost: { input: 0 } },
    ];
    expect(broken({ input: 0.001, output: 0.002 }, { tiers })).toEqual(['0.cacheRead', '1.*']);
  });
});

it('is the provider’s word where the provider says it', () => {
  expect(broken({ input: 0, output: 0 }, { isOwn: true })).toEqual([]);
  expect(broken({ input: 0.001, cacheWrite: 0 }, { isOwn: true })).toEqual([]);
});

it('is not what a gap is', () => expect(broken({ input: 0.001, output: null })).toEqual([]));

it('never touches what is above 0', () =>
  fc.assert(
    fc.property(aPrice, aPrice, (input, output) => {
      expect(broken({ input, output })).toEqual([]);
      expect(broken({ input, output, cacheRead: 0 })).toEqual(['cacheRead']);
    }),
  ));
