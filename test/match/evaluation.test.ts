import { describe, expect, it } from 'vitest';
import { MEASURED, confidenceOf } from '../../src/match/confidence.js';
import { BARS, evaluate, labels, precision, recall } from './evaluation.js';
import { recordedIndex } from './recordedIndex.js';

const evaluation = evaluate(recordedIndex(), labels());

describe('the ladder on the labelled records', () => {
  it('is right and finds what is there', () => {
    // A row that leaves `preview` out has by now the price of what came after the preview: none is taken.
    expect(evaluation.errors.map((error) => /realtime-preview.* -> none$/.test(error))).toEqual(Array(5).fill(true));
    expect(precision(evaluation.all)).toBeGreaterThanOrEqual(BARS.precision);
    expect(recall(evaluation.all)).toBeGreaterThanOrEqual(BARS.recall);
    expect(recall(evaluation.hard)).toBeGreaterThanOrEqual(BARS.hardRecall);
  });

  it('has the confidence that was measured', () => {
    const measured = new Map(
      [...evaluation.strategies].map(([name, { right, given }]) => [name.replace(/.*\//, ''), { right, given }]),
    );
    for (const [kind, counts] of Object.entries(MEASURED)) {
      expect([kind, counts]).toEqual([kind, measured.get(kind) ?? { right: 0, given: 0 }]);
    }
  });

  it('is surer of what was seen more often', () => {
    expect(confidenceOf('same-id')).toBe(0.996);
    expect(confidenceOf('similar')).toBe(0.5);
  });
});
