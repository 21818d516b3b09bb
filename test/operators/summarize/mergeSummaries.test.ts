import { expect, it } from 'vitest';
import { emptySummary, mergeSummaries } from '../../../src/operators/summarize/mergeSummaries.js';

it('adds up counts and puts lists one behind the other', () => {
  const one = { ...emptySummary(), statuses: { priced: 2, free: 1 }, lost: ['a'], agreed: ['x'] };
  const other = { ...emptySummary(), statuses: { priced: 3 }, lost: ['b'] };
  expect(mergeSummaries([one, other])).toMatchObject({
    statuses: { priced: 5, free: 1 },
    ...{ lost: ['a', 'b'], agreed: ['x'] },
  });
});

it('counts under a name that every object has as under any other', () => {
  const one = { ...emptySummary(), unpriced: { constructor: 1 } as Record<string, number> };
  expect(Object.entries(mergeSummaries([one, one]).unpriced)).toEqual([['constructor', 2]]);
});

it('is the empty one of none', () => expect(mergeSummaries([])).toEqual(emptySummary()));
