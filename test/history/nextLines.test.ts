import { describe, expect, it } from 'vitest';
import { nextLines, type Observed } from '../../src/history/nextLines.js';
import type { StatedPeriod } from '../../src/history/statedPrices.js';
import { type Timeline, withLine } from '../../src/history/timeline.js';
import type { HistoryLine } from '../../src/model/history.js';
import { aLine, day, ms, pageOn } from './builders.js';

const always = (usd: number | null): StatedPeriod[] => [{ from: -Infinity, to: Infinity, usd }];

/** What is stated on a day, on a page of that day. */
const on = (n: number, periods: readonly StatedPeriod[], more: Partial<Observed> = {}): Observed => ({
  at: ms(n),
  price: { component: 'input', when: {}, periods },
  ...{ witness: 'provider', row: null, page: pageOn(n), agree: [], seenAt: () => null },
  ...more,
});

const known = (...lines: readonly HistoryLine[]): Timeline => lines.reduce<Timeline>(withLine, []);
const shown = (lines: ReturnType<typeof nextLines>) =>
  lines.map(({ change, usd, validFrom, validTo, supersedes }) => [change, usd, validFrom, validTo, supersedes]);

describe('the next lines of a price', () => {
  it('begin with the first price that is seen', () => {
    expect(shown(nextLines([], on(3, always(0.001))))).toEqual([['first', 0.001, day(3), null, null]]);
  });

  it('are none where it is the same, whatever page says so', () => {
    expect(nextLines(known(aLine()), on(3, always(0.001)))).toEqual([]);
    expect(nextLines(known(aLine()), on(3, always(0.001), { witness: 'litellm' }))).toEqual([]);
  });

  it('are none of a price that was never known', () => {
    expect(nextLines([], on(3, always(null)))).toEqual([]);
  });

  it('say that the provider moved it, from when its page was fetched', () => {
    expect(shown(nextLines(known(aLine()), on(3, always(0.002))))).toEqual([['change', 0.002, day(3), null, 1]]);
  });

  it('say that it has none any more, with the page that does not name it', () => {
    const [line] = nextLines(known(aLine()), on(3, always(null)));
    expect(line).toMatchObject({ usd: null, change: 'change', witness: null, page: pageOn(3) });
  });

  it('correct what was read in another way from the same bytes, from when those were first fetched', () => {
    const again = on(3, always(0.002), { seenAt: () => ms(2) });
    expect(shown(nextLines(known(aLine()), again))).toEqual([['correction', 0.002, day(2), null, 1]]);
    const earlier = on(3, always(null), { seenAt: () => Date.parse('2026-10-01') });
    expect(shown(nextLines(known(aLine()), earlier))).toEqual([['correction', null, day(1), null, 1]]);
  });

  it('correct from now on what another witness says, or another row of a list', () => {
    const other = on(3, always(0.002), { witness: 'litellm' });
    expect(shown(nextLines(known(aLine()), other))).toEqual([['correction', 0.002, day(3), null, 1]]);
    const row = on(3, always(0.002), { witness: 'litellm', row: 'acme/m2' });
    expect(nextLines(known(aLine({ witness: 'litellm', row: 'acme/m' })), row)[0]?.change).toBe('correction');
    expect(nextLines(known(aLine()), on(3, always(0.002), { witness: 'override' }))[0]?.change).toBe('correction');
  });

  it('say that it moved where the witness before says the same', () => {
    const both = on(3, always(0.002), { witness: 'litellm', agree: ['provider'] });
    expect(nextLines(known(aLine()), both)[0]?.change).toBe('change');
  });

  it('call it a flip to be back within seven days', () => {
    const moved = known(aLine(), aLine({ line: 2, usd: 0.002, validFrom: day(3) }));
    expect(nextLines(moved, on(10, always(0.001)))[0]?.change).toBe('flip');
    expect(nextLines(moved, on(11, always(0.001)))[0]?.change).toBe('change');
    expect(nextLines(moved, on(10, always(0.003)))[0]?.change).toBe('change');
  });

  it('know the days that the provider says beforehand, and have nothing to say when they come', () => {
    const promised: StatedPeriod[] = [
      { from: -Infinity, to: ms(20), usd: 0.001 },
      { from: ms(20), to: Infinity, usd: 0.002 },
    ];
    const lines = nextLines(known(aLine()), on(3, promised));
    expect(shown(lines)).toEqual([['change', 0.002, day(20), null, 1]]);
    expect(lines[0]?.basis).toBe('effective');
    const told = known(aLine(), aLine({ line: 2, usd: 0.002, validFrom: day(20), basis: 'effective' }));
    expect(nextLines(told, on(4, promised))).toEqual([]);
    expect(nextLines(told, on(21, always(0.002)))).toEqual([]);
  });

  it('take a promise back that is not made any more', () => {
    const told = known(aLine(), aLine({ line: 2, usd: 0.002, validFrom: day(20), basis: 'effective' }));
    expect(shown(nextLines(told, on(4, always(0.001))))).toEqual([['change', 0.001, day(20), null, 2]]);
  });

  it('do not take an older page for news of the time before', () => {
    const moved = known(aLine(), aLine({ line: 2, usd: 0.002, validFrom: day(9), witness: 'litellm' }));
    expect(nextLines(moved, on(4, always(0.002), { witness: 'helicone' }))).toEqual([]);
    expect(shown(nextLines(moved, on(4, always(0.003), { witness: 'helicone' })))).toEqual([
      ['correction', 0.003, day(9), null, 2],
    ]);
  });
});
