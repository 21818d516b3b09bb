import { describe, expect, it } from 'vitest';
import { saysFree, shownPrice } from '../../../src/sources/parse/shownPrice.js';

describe('shownPrice', () => {
  it.each([
    ['$0.15', '0.15'],
    ['~~$0.50~~ $0.25', '0.25'],
    ['$1,250.5 per 1M', '1250.5'],
    ['-', null],
    ['—', null],
    ['Free', null],
    ['0.25', null],
    ['€0.25', null],
    ['~~$0.50~~', null],
    [null, null],
  ])('%j is %j', (cell, price) => expect(shownPrice(cell)).toBe(price));
});

describe('saysFree', () => {
  it.each([
    ['Free', true],
    [' free ', true],
    ['Free until May', false],
    ['$0.00', false],
    ['', false],
  ])('%j: %j', (cell, free) => expect(saysFree(cell)).toBe(free));
});
