import { describe, expect, it } from 'vitest';
import { newPlace } from '../../src/read/slotQueue.js';
import { spansSince, timesOf } from '../../src/read/timesOf.js';

describe('spans of a run', () => {
  it('are in order, in whole ms since it began, and one where they touch', () =>
    expect(
      spansSince(
        [
          [1030, 1040.4],
          [1010, 1020],
          [1020, 1025],
          [1012, 1015],
        ],
        1000,
        2000,
      ),
    ).toEqual([
      [10, 25],
      [30, 40],
    ]));

  it('are none where they took no time, or by a clock that was set back ended before they began', () =>
    expect(
      spansSince(
        [
          [1010, 1010],
          [1030, 1020],
        ],
        1000,
        2000,
      ),
    ).toEqual([]));

  it('lie within it, whatever the clock says', () =>
    expect(
      spansSince(
        [
          [900, 1005],
          [1990, 9000],
        ],
        1000,
        2000,
      ),
    ).toEqual([
      [0, 5],
      [990, 1000],
    ]));

  it('are twenty at the most: those nearest to each other are one', () => {
    const many = Array.from({ length: 22 }, (_, i) => [1000 + i * 10, 1005 + i * 10] as const);
    // Two gaps of 2 ms among gaps of 5 ms.
    const near = many.map(([from, to], i): [number, number] => (i === 3 || i === 9 ? [from - 3, to] : [from, to]));
    const told = spansSince(near, 1000, 5000);
    expect(told).toHaveLength(20);
    expect(told.slice(0, 4)).toEqual([
      [0, 5],
      [10, 15],
      [20, 35],
      [40, 45],
    ]);
    expect(told.at(-1)).toEqual([210, 215]);
  });
});

it('a place that still has a slot has it until now', () =>
  expect(
    timesOf(
      { ...newPlace(), isReading: true, since: 1050, had: [[1010, 1020]], paused: [[1055, 1300]], worked: [] },
      1000,
      1100,
    ),
  ).toEqual({
    fetching: [
      [10, 20],
      [50, 100],
    ],
    retrying: [[55, 100]],
    parsing: [],
    endedMs: 100,
  }));
