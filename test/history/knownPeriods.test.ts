import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnownPeriod, knownPrices } from '../../src/history/knownPeriods.js';
import { periodAt, type Timeline, withLine } from '../../src/history/timeline.js';
import type { HistoryLine } from '../../src/model/history.js';
import { aLine, day, ms } from './builders.js';

const known = (...lines: readonly HistoryLine[]): readonly KnownPeriod[] => knownPrices(lines).get('input []') ?? [];
const written = (line: number, run: number | null, start: number, end?: number): HistoryLine =>
  aLine({
    ...{ line, run: run === null ? null : day(run) },
    ...{ validFrom: day(start), validTo: end === undefined ? null : day(end) },
  });
const shown = (periods: readonly KnownPeriod[]) =>
  periods.map(({ from, to, knownFrom, knownTo, line }) => [line.line, from, to, knownFrom, knownTo]);

describe('what was known of a price', () => {
  it('keeps a price as open as it was for the runs before it moved', () => {
    expect(shown(known(written(1, null, 1), written(2, 5, 5)))).toEqual([
      [1, ms(1), ms(5), null, null],
      [1, ms(5), Infinity, null, day(5)],
      [2, ms(5), Infinity, day(5), null],
    ]);
  });

  it('keeps what a correction wrote over', () => {
    expect(shown(known(written(1, null, 1, 9), written(2, 5, 1, 9)))).toEqual([
      [1, ms(1), ms(9), null, day(5)],
      [2, ms(1), ms(9), day(5), null],
    ]);
  });

  it('tells the last word of a run alone', () => {
    expect(shown(known(written(1, 3, 1), written(2, 3, 1)))).toEqual([[2, ms(1), Infinity, day(3), null]]);
  });

  it('tells prices under other conditions apart', () => {
    const prices = knownPrices([aLine(), aLine({ line: 2, when: { serviceTier: 'batch' } })]);
    expect([...prices].map(([key, periods]) => [key, shown(periods).length])).toEqual([
      ['input []', 1],
      ['input [["serviceTier","batch"]]', 1],
    ]);
  });

  it('is at any moment, after any run, one period: that of the timeline of the lines until then', () => {
    const lines = fc
      .array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 20 }), fc.option(fc.integer({ min: 1, max: 9 }))), {
        maxLength: 12,
      })
      .map((all) =>
        all
          .sort(([a], [b]) => a - b)
          .map(([run, start, days], i) =>
            written(i + 1, run === 0 ? null : run, start, days === null ? undefined : start + days),
          ),
      );
    fc.assert(
      fc.property(lines, fc.nat(5), fc.integer({ min: 1, max: 30 }), (all, run, at) => {
        const until = all.filter((line) => line.run === null || line.run <= day(run));
        const timeline = until.reduce<Timeline>(withLine, []);
        const counting = known(...all).filter(
          ({ from, to, knownFrom, knownTo }) =>
            from <= ms(at) && ms(at) < to && (knownFrom ?? '') <= day(run) && day(run) < (knownTo ?? '9'),
        );
        expect(counting.map(({ line }) => line.line)).toEqual([periodAt(timeline, ms(at))?.line.line ?? []].flat());
      }),
    );
  });
});
