import { describe, expect, it } from 'vitest';
import { unitPrice, unitPrices } from '../../../src/sources/parse/unitPrice.js';

describe('unitPrice', () => {
  it.each([
    ['per M input tokens', 0.35, { input: 0.00035 }],
    ['per M cached input tokens', 0.16, { cacheRead: 0.00016 }],
    ['1M output tokens', '2', { output: 0.002 }],
    ['per 1k input tokens', 0.002, { input: 0.002 }],
    ['1,000,000 input tokens', 2, { input: 0.002 }],
    ['input tokens', '0.000002', { input: 0.002 }],
    ['per M images', 2.51, { perImage: 0.00000251 }],
    ['images', 0.04, { perImage: 0.04 }],
    ['per audio minute', 0.0006, { perSecond: 0.00001 }],
    ['per 1k characters', 0.015, { perCharacter: 0.000015 }],
    ['1000 characters', 0.1, { perCharacter: 0.0001 }],
    ['per M input tokens', -1, { input: null }],
  ])('%s at %s', (unit, price, cost) => expect(unitPrice(unit, price)).toEqual(cost));

  it.each([
    'per 512 by 512 tile',
    'per step',
    'megapixels',
    'compute seconds',
    'per audio minute (websocket)',
    'per M tokens',
    'per M batch input tokens',
    '0 images',
    '',
  ])('knows no price per "%s"', (unit) => expect(unitPrice(unit, 1)).toEqual({}));
});

describe('unitPrices', () => {
  it('puts the prices of a model together', () => {
    const prices = [
      { unit: 'per M input tokens', price: 1 },
      { unit: 'per M output tokens', price: 2, currency: 'usd' },
      { unit: 'per M cached input tokens', price: 0, currency: null },
      { unit: 'per step', price: 3 },
    ];
    expect(unitPrices(prices)).toEqual({ input: 0.001, output: 0.002, cacheRead: null });
  });

  it('has no price in other currencies, nor where two differ', () => {
    const unit = 'images';
    expect(unitPrices([{ unit, price: 1, currency: 'EUR' }])).toEqual({});
    expect(
      unitPrices([
        { unit, price: 1 },
        { unit, price: '1.0' },
      ]),
    ).toEqual({ perImage: 1 });
    expect(
      unitPrices([
        { unit, price: 1 },
        { unit, price: 2 },
        { unit, price: 2 },
      ]),
    ).toEqual({ perImage: null });
  });
});
