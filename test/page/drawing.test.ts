import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../src/page/pictures/agreement.js';
import { agreementPairs, agreementSummary } from '../../src/page/pictures/agreementPairs.js';
import { cutTo, logTicks, percent, shortCount } from '../../src/page/pictures/drawing.js';
import { nextPlace } from '../../src/page/pictures/stepped.js';

describe('what is written in pictures', () => {
  it('is short counts', () =>
    expect([512, 8192, 128_000, 1_048_576, 10_000_000].map(shortCount)).toEqual([
      '512',
      '8.19K',
      '128K',
      '1.05M',
      '10M',
    ]));

  it('is a share that is all or nothing only where it is', () =>
    expect([percent(0, 9), percent(1, 1000), percent(1, 3), percent(999, 1000), percent(9, 9), percent(0, 0)]).toEqual([
      ...['0\u00a0%', '<1\u00a0%', '33\u00a0%', '99\u00a0%', '100\u00a0%', '–'],
    ]));

  it('is a name of as many letters as have room', () =>
    expect([cutTo('Alibaba', 7), cutTo('Alibaba Cloud', 9), cutTo('ab', 0)]).toEqual(['Alibaba', 'Alibaba…', '…']));

  it('is places of a log axis, as many as have room', () => {
    expect(logTicks(0.4, 3, 10)).toEqual([0.5, 0.7, 1, 1.5, 2, 3]);
    expect(logTicks(0.04, 3, 6)).toEqual([0.05, 0.1, 0.2, 0.5, 1, 2]);
    expect(logTicks(0.01, 1000, 5)).toEqual([0.01, 0.1, 1, 10, 100, 1000]);
  });
});

it('keys lead from point to point, and no further than the ends', () => {
  expect(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'Home', 'End', 'x'].map((key) => nextPlace(key, 5, 8))).toEqual([
    ...[6, 4, 7, 0, 7, undefined],
  ]);
  expect([nextPlace('ArrowRight', -1, 8), nextPlace('ArrowLeft', 0, 8), nextPlace('End', -1, 0)]).toEqual([
    ...[0, 0, undefined],
  ]);
});

describe('the summary of who agrees', () => {
  const offers = (
    count: number,
    pricing: { source: string; agree: string[]; differ: { witness: string; cost: object }[] },
  ) => Array.from({ length: count }, () => ({ pricing }));

  it('names the pairs that agree most and least often, of those that tell something', () => {
    const agreement = agreementOf([
      ...offers(20, { source: 'a', agree: ['b'], differ: [{ witness: 'c', cost: { input: 1 } }] }),
      ...offers(1, { source: 'a', agree: ['d'], differ: [] }),
    ]);
    const pairs = agreementPairs(agreement);
    expect(pairs.map(({ a, b, both, agree }) => [a, b, both, agree])).toEqual([
      ['a', 'b', 20, 20],
      ['a', 'c', 20, 0],
      ['b', 'c', 20, 0],
      ['a', 'd', 1, 1],
    ]);
    expect(agreementSummary(4, pairs)).toBe(
      '4 state prices. Where two state one of the same offer, they agree in 21 of 61 cases (34\u00a0%). Of those with 20 ' +
        'offers in common a and b (100\u00a0%) agree most often, b and c (0\u00a0%) least.',
    );
  });

  it('is that there is none where no two state a price of one offer', () =>
    expect(agreementSummary(1, [])).toBe('No two state the price of the same offer.'));
});
