import { describe, expect, it } from 'vitest';
import { bars, evaluate } from './evaluation.js';
import { labels } from './label.js';
import { recordedOffers } from './recordedOffers.js';

describe('the identities of the labelled offers', () => {
  it('hold the bars by themselves', () => {
    const evaluation = evaluate(labels());
    expect(bars(evaluation).filter(({ holds }) => !holds)).toEqual([]);
    expect(evaluation.none.right).toBe(evaluation.none.given);
  });

  it('hold the bars amid the whole table', async () => {
    expect(bars(evaluate(labels(), await recordedOffers())).filter(({ holds }) => !holds)).toEqual([]);
  });

  it('lean on no label: either half alone is read as well', () => {
    const models = [...new Set(labels().map(({ model }) => model))].sort();
    for (const half of [0, 1]) {
      const some = labels().filter(({ model }) => models.indexOf(model) % 2 === half);
      expect(bars(evaluate(some)).filter(({ holds }) => !holds)).toEqual([]);
    }
  });
});
