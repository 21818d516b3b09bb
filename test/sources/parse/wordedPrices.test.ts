import { describe, expect, it } from 'vitest';
import { amountsIn } from '../../../src/sources/parse/amountsIn.js';
import { wordedPrices } from '../../../src/sources/parse/wordedPrices.js';

describe('amountsIn', () => {
  it('gives each amount with the words behind it and its place', () => {
    expect(amountsIn('from $0.15 input$1,250.50 / hour')).toEqual([
      { price: '0.15', words: 'input', at: 5 },
      { price: '1250.50', words: '/ hour', at: 16 },
    ]);
  });

  it('takes a comma or dot behind an amount for the sentence', () => {
    expect(amountsIn('$1.25, prompts $.5.').map(({ price, words }) => [price, words])).toEqual([
      ['1.25', ', prompts'],
      ['.5', '.'],
    ]);
  });

  it('reads another currency only where it is asked for', () => {
    expect(amountsIn('€0.40 or $0.50', '€').map(({ price }) => price)).toEqual(['0.40']);
    expect(amountsIn('€0.40')).toEqual([]);
  });

  it('takes a decimal comma for no amount that it knows', () => expect(amountsIn('€0,40 and €1.2.3', '€')).toEqual([]));
});

describe('wordedPrices', () => {
  const unitOf = (words: string) => (words === 'input' ? 'million input tokens' : words);

  it('reads each amount by the unit behind it', () => {
    expect(wordedPrices('$0.15 input $3.60 per hour $40 / 1M characters', unitOf)).toEqual({
      cost: { input: 0.00015, perSecond: 0.001, perCharacter: 0.00004 },
      unread: [],
    });
  });

  it('tells what nobody can read, as shown', () => {
    expect(wordedPrices('$3 per step, $0.15 input', unitOf)).toEqual({
      cost: { input: 0.00015 },
      unread: ['$3 per step,'],
    });
    expect(wordedPrices('€2 /GPU hour', unitOf, '€')).toEqual({ cost: {}, unread: ['€2 /GPU hour'] });
  });

  it('believes neither of two of one kind that differ', () => {
    expect(wordedPrices('$1 input $2 input $3 per 1M characters', unitOf)).toEqual({
      cost: { perCharacter: 0.000003 },
      unread: ['$1 input', '$2 input'],
    });
    expect(wordedPrices('$1 input $1.00 input', unitOf)).toEqual({ cost: { input: 0.001 }, unread: [] });
  });
});
