import { expect, it } from 'vitest';
import { madePrice } from '../../../src/sources/parse/madePrice.js';

it.each([
  ['megapixels', { perMegapixel: 2 }],
  ['per MP', { perMegapixel: 2 }],
  ['video', { perRequest: 2 }],
  ['images', { perImage: 2 }],
  ['video second', { perSecond: 2 }],
  ['compute seconds', {}],
  ['', {}],
])('2 USD per %j is %j', (unit, cost) => expect(madePrice(unit, 2)).toEqual(cost));
