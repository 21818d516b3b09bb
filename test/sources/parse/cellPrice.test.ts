import { describe, expect, it } from 'vitest';
import { cellPrice } from '../../../src/sources/parse/cellPrice.js';

describe('cellPrice', () => {
  it.each([
    ['$0.02 / image', '', { perImage: 0.02 }],
    ['$6 / min', '', { perSecond: 0.1 }],
    ['$100 / M characters', '', { perCharacter: 0.0001 }],
    ['$0.0035 per image', '', { perImage: 0.0035 }],
    ['$2 $1 / page', '', { perPage: 1 }],
    ['$0.015', 'image', { perImage: 0.015 }],
    ['$0.03 / MTok (about $0.0024/minute)', '', {}],
    ['$3 / step', 'image', {}],
    ['€3 / image', '', {}],
    [null, 'image', {}],
  ])('%j by %j -> %j', (cell, unit, cost) => expect(cellPrice(cell, unit)).toEqual(cost));
});
