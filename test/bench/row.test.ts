import { describe, expect, it } from 'vitest';
import { isOver, median, type Row, rowOf, shownRatio } from '../../bench/row.js';

const row: Row = { part: 'run', what: 'a run', floor: 'a copy', ours: '2 s', ratio: 3, bar: 3, memory: 280 };

describe('a figure', () => {
  it('becomes a row with what its part is measured against, unless it says so itself', () => {
    expect(rowOf('run', 'a copy', { what: 'a run', ours: '2 s', ratio: 3, bar: 3, memory: 280 })).toEqual(row);
    expect(rowOf('run', 'a copy', { what: 'a run', floor: 'jq', ratio: 0.5 })).toEqual({
      ...{ part: 'run', what: 'a run', floor: 'jq', ours: '', ratio: 0.5, bar: null, memory: null },
    });
  });

  it.each([
    ['at its bar', { ratio: 3, bar: 3 }, false],
    ['above its bar', { ratio: 3.01, bar: 3 }, true],
    ['without a bar', { ratio: 99, bar: null }, false],
    ['that is no number', { ratio: NaN, bar: null }, true],
    ['without end', { ratio: Infinity, bar: 3 }, true],
  ])('%s is over: %j', (_, figure, expected) => expect(isOver({ ...row, ...figure })).toBe(expected));
});

it.each([
  [0.023_81, '0.0238'],
  [1.118, '1.12'],
  [42, '42'],
  [1.3, '1.3'],
])('the ratio %d is shown as %s', (ratio, shown) => expect(shownRatio(ratio)).toBe(shown));

it.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 3],
  [[], NaN],
])('the middle of %j is %d', (numbers, middle) => expect(median(numbers)).toBe(middle));
