import { expect, it } from 'vitest';
import { isDollar } from '../../../src/sources/parse/isDollar.js';

it('isDollar where the list says so, any case, or nothing', () => {
  expect(['USD', 'usd', '', null, undefined].map((currency) => isDollar(currency))).toEqual(Array(5).fill(true));
  expect(['EUR', 'CNY', 'AUD', '$'].map((currency) => isDollar(currency))).toEqual(Array(4).fill(false));
});
