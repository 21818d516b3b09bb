import { describe, expect, it } from 'vitest';
import { holdsOn, isDated, termOf } from '../../../src/sources/parse/terms.js';

describe('termOf', () => {
  it.each([
    ['through December 31, 2026.', { until: '2026-12-31' }],
    ['starting January 1, 2027', { from: '2027-01-01' }],
    ['Sonnet 5 (until Aug 31, 2026)', { until: '2026-08-31' }],
    ['from 2026-09-01 through 2026-09-30', { from: '2026-09-01', until: '2026-09-30' }],
    ['effective now', {}],
    ['through 2026', {}],
    ['Claude Opus 5', {}],
  ])('%s', (text, term) => {
    expect(termOf(text)).toEqual(term);
    expect(isDated(termOf(text))).toBe(Object.keys(term).length > 0);
  });
});

it('holdsOn counts the first and the last day in', () => {
  const term = { from: '2026-09-01', until: '2026-09-30' };
  expect(['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01'].map((day) => holdsOn(term, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
