import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodAt, type Timeline, withLine } from '../../src/history/timeline.js';
import { aLine, day, ms } from './builders.js';

const shown = (timeline: Timeline) => timeline.map(({ from, to, line }) => [from, to, line.line]);
const from = (line: number, start: number, end?: number) =>
  aLine({ line, validFrom: day(start), validTo: end === undefined ? null : day(end) });
const laid = (...lines: readonly ReturnType<typeof from>[]): Timeline => lines.reduce<Timeline>(withLine, []);

describe('a timeline', () => {
  it('ends a price where the next one begins', () => {
    expect(shown(laid(from(1, 1), from(2, 5)))).toEqual([
      [ms(1), ms(5), 1],
      [ms(5), Infinity, 2],
    ]);
  });

  it('puts a line that is corrected from its start on out of sight', () => {
    expect(shown(laid(from(1, 1), from(2, 1)))).toEqual([[ms(1), Infinity, 2]]);
  });

  it('goes back to what was known where a line ends', () => {
    expect(shown(laid(from(1, 1), from(2, 5, 9)))).toEqual([
      [ms(1), ms(5), 1],
      [ms(5), ms(9), 2],
      [ms(9), Infinity, 1],
    ]);
  });

  it('leaves a gap where nothing is known', () => {
    expect(shown(laid(from(1, 1, 3), from(2, 5)))).toEqual([
      [ms(1), ms(3), 1],
      [ms(5), Infinity, 2],
    ]);
  });

  it('holds a moment in the period that begins with it', () => {
    const timeline = laid(from(1, 1), from(2, 5));
    expect([ms(1) - 1, ms(1), ms(5) - 1, ms(5)].map((at) => periodAt(timeline, at)?.line.line)).toEqual([
      undefined,
      1,
      1,
      2,
    ]);
  });

  it('says at each moment what the last line over it says, and never overlaps', () => {
    const line = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.option(fc.integer({ min: 1, max: 10 })));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (spans) => {
        const lines = spans.map(([start, length], i) =>
          from(i + 1, start, length === null ? undefined : start + length),
        );
        const timeline = laid(...lines);
        for (let at = 1; at <= 31; at++) {
          const last = lines.findLast(
            ({ validFrom, validTo }) => validFrom <= day(at) && (validTo === null || day(at) < validTo),
          );
          expect(periodAt(timeline, ms(at))?.line.line).toBe(last?.line);
        }
        timeline.forEach((one, i) => expect(one.to).toBeLessThanOrEqual(timeline[i + 1]?.from ?? Infinity));
      }),
      { numRuns: 200 },
    );
  });
});
