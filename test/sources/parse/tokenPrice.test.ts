import { expect, it } from 'vitest';
import { tokenPrice } from '../../../src/sources/parse/tokenPrice.js';

it.each([
  ['$5 / MTok', 0.005],
  ['$0', 0],
  ['~~$0.50~~ $0.25', 0.00025],
  ['$0.25 ~~$0.50~~', 0.00025],
  ['$5 $5', 0.005],
  ['$0.50 $0.25', null],
  ['$3 / image', null],
  ['¥2', null],
  ['-', null],
  [null, null],
  [undefined, null],
])('%j -> %j USD per 1K tokens', (cell, price) => expect(tokenPrice(cell)).toBe(price));
