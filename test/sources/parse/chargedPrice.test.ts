import { expect, it } from 'vitest';
import { chargedPrice } from '../../../src/sources/parse/chargedPrice.js';

it.each([
  ['$0.30 / M tokens', 0.0003],
  ['$5', 0.005],
  ['$0.50 $0.25', 0.00025],
  ['~~$0.50~~ $0.25', 0.00025],
  ['$0.25 ~~$0.50~~', 0.00025],
  ['$0', 0],
  ['$1 / M characters', null],
  ['$0.02 per image', null],
  ['¥2', null],
  ['-', null],
  ['', null],
  [null, null],
])('%j -> %j USD per 1K tokens', (cell, price) => expect(chargedPrice(cell)).toBe(price));
