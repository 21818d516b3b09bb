import { describe, expect, it } from 'vitest';
import { isPerMillion, saysFree, shownPrice } from '../../../src/sources/parse/shownPrice.js';

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

describe('isPerMillion', () => {
  it.each([
    ['$5', true],
    ['$5 / MTok', true],
    ['$0.6 $0.3 / M tokens', true],
    ['$5 per 1M tokens (cached)', true],
    ['$5/1M', true],
    ['$5 / 1,000,000 tokens', true],
    ['$5 (batch / flex)', true],
    ['-', true],
    ['$5 / 1K tokens', false],
    ['$1 / M characters', false],
    ['$0.05 / image', false],
    ['$5 per minute', false],
  ])('%j: %s', (cell, is) => expect(isPerMillion(cell)).toBe(is));
});
