import { describe, expect, it } from 'vitest';
import { offerHistory } from '../../src/history/offerHistory.js';
import { priceHistory } from '../../src/history/priceHistory.js';
import { timelinesOf } from '../../src/history/timelines.js';
import type { HistoryLine } from '../../src/model/history.js';
import { aLine, day, ms, ofOffer } from './builders.js';

const historyOf = (...lines: readonly HistoryLine[]) =>
  offerHistory(timelinesOf(lines).get('acme')?.get('m') ?? new Map<string, never>());

const output = aLine({ line: 2, component: 'output', usd: 0.01 });
const batch = aLine({ line: 3, when: { serviceTier: 'batch' }, usd: 0.0005, validFrom: day(5) });
const moved = aLine({ line: 4, usd: 0.002, validFrom: day(9), supersedes: 1, change: 'change' });

describe('the history of an offer', () => {
  it('gives the prices that held at a moment, each with its line, and from when to when', () => {
    const history = historyOf(aLine(), output, batch, moved);
    const past = history.at(ms(6));
    expect(past).toMatchObject({ from: ms(5), to: ms(9), cost: { input: 0.001, output: 0.01, cacheRead: null } });
    expect(past?.tiers).toEqual([{ when: { serviceTier: 'batch' }, cost: { input: 0.0005 } }]);
    expect(past?.lines.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(history.at(ms(9))).toMatchObject({ from: ms(9), to: Infinity, cost: { input: 0.002, output: 0.01 } });
    expect(history.at(ms(7))).toBe(past);
  });

  it('knows nothing before it begins, and of a time without a price that there was none', () => {
    const history = historyOf(aLine(), aLine({ line: 2, usd: null, validFrom: day(4) }));
    expect([history.begins, history.at(ms(1) - 1)]).toEqual([ms(1), null]);
    expect(history.at(ms(4))).toMatchObject({ from: ms(4), lines: [], cost: { input: null } });
  });

  it('tells which prices were taken back, and when', () => {
    const flipped = aLine({ line: 5, validFrom: day(11), supersedes: 4, change: 'flip' });
    expect(historyOf(aLine(), moved, flipped).at(ms(10))?.takenBack).toEqual([{ line: moved, at: ms(11) }]);
    expect(historyOf(aLine(), moved).at(ms(10))?.takenBack).toEqual([]);
  });
});

describe('a version of a history', () => {
  it('counts what was written until then alone, and what the first run wrote', () => {
    const late = { ...moved, run: day(9) };
    const inputAt = (asOf?: number) =>
      priceHistory(ofOffer([aLine(), late]), asOf)
        .offer('acme', 'm')
        ?.at(ms(20))?.cost.input;
    expect([inputAt(ms(9) - 1), inputAt(ms(9)), inputAt()]).toEqual([0.001, 0.002, 0.002]);
    expect(priceHistory(ofOffer([aLine()])).offer('acme', 'other')).toBeUndefined();
  });
});
