import { expect, it } from 'vitest';
import { variantOf, variantPrices } from '../../../src/sources/parse/variants.js';

it('makes a shared price the own one', () => {
  const variants = [
    { variant: '1K', price: 0.1 },
    { variant: '2K', price: 0.1 },
    { variant: '4K', price: null },
  ];
  expect(variantPrices('perImage', variants)).toEqual({ base: 0.1, tiers: [] });
  expect(variantPrices('perImage', [])).toEqual({ base: null, tiers: [] });
});

it('keeps prices apart that differ', () => {
  const variants = [
    { variant: '1K', price: 0.1 },
    { variant: '2K', price: 0.2 },
  ];
  const tiers = [
    { when: { variant: '1K' }, cost: { perSecond: 0.1 } },
    { when: { variant: '2K' }, cost: { perSecond: 0.2 } },
  ];
  expect(variantPrices('perSecond', variants)).toEqual({ base: null, tiers });
  expect(variantPrices('perSecond', [...variants, { variant: '', price: 0.3 }])).toEqual({ base: 0.3, tiers });
});

it('names a condition by the words that are given', () => {
  expect(variantOf('1K', null, '', undefined, 'default', 'high')).toBe('1K high');
});
