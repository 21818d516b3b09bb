import { describe, expect, it } from 'vitest';
import { priceAt } from '../../src/book/priceAt.js';
import { priceHistory } from '../../src/history/priceHistory.js';
import type { HistoryLine } from '../../src/model/history.js';
import { aLine, anOffer, day, ms, ofOffer } from '../history/builders.js';

const today = anOffer(0.002);
const moved = aLine({ line: 2, usd: 0.002, validFrom: day(9), supersedes: 1, change: 'change', run: day(9) });
const asked = (at: string | undefined, lines: readonly HistoryLine[], asOf?: string) =>
  priceAt(today, priceHistory(ofOffer(lines), asOf === undefined ? null : Date.parse(asOf)), today, {
    at: at === undefined ? undefined : new Date(at),
  });
const why = (answer: ReturnType<typeof asked>) => [answer.pricing.status, answer.pricing.issues];

describe('the price at a moment', () => {
  it("is today's answer where nothing moved since", () => {
    expect(asked(undefined, [aLine(), moved])).toBe(today);
    expect(asked(day(9), [aLine(), moved])).toBe(today);
    expect(asked(undefined, [])).toBe(today);
  });

  it('is what held then, by whom, with the lines that say so', () => {
    const past = asked(day(8), [aLine(), moved]);
    expect(past).toMatchObject({
      cost: { input: 0.001 },
      pricing: { status: 'priced', source: 'provider', confidence: null },
    });
    expect(past.past).toMatchObject({ from: ms(1), to: ms(9), lines: [aLine()] });
  });

  it('is not known before the history begins, or of a time without one', () => {
    expect(why(asked('2026-10-01', [aLine(), moved]))).toEqual([
      'unknown',
      [{ code: 'before-history', detail: 'no price of 2026-10-01 is known: its history begins on 2026-11-01' }],
    ]);
    const gap = [aLine(), aLine({ line: 3, usd: null, validFrom: day(4) }), moved];
    expect(why(asked(day(5), gap))).toEqual([
      'unknown',
      [{ code: 'not-priced', detail: 'on 2026-11-05 it had no price: from 2026-11-04 to 2026-11-09' }],
    ]);
  });

  it("is today's, and says so, of an offer that the history does not know, and none of a version of it", () => {
    const issues = [{ code: 'no-history', detail: 'the history does not know it: this is the price of today' }];
    expect(asked(day(8), [])).toEqual({ ...today, pricing: { ...today.pricing, issues } });
    expect(asked('2100-01-01', [])).toBe(today);
    expect(why(asked(undefined, [], day(8)))).toEqual([
      'unknown',
      [{ code: 'no-history', detail: 'this version of the history does not know it' }],
    ]);
  });

  it('is free where all that was said is 0, and says what was taken back', () => {
    expect(asked(day(8), [aLine({ usd: 0 }), moved]).pricing.status).toBe('free');
    const back = aLine({ line: 3, validFrom: day(11), supersedes: 2, change: 'flip' });
    expect(asked(day(10), [aLine(), moved, back]).pricing.issues).toEqual([
      { code: 'flip', detail: 'input 2 USD per 1M was taken back on 2026-11-11' },
    ]);
  });

  it('is that of a version by the version alone, at its end where no moment is given', () => {
    expect(asked(undefined, [aLine(), moved], day(8))).toMatchObject({ cost: { input: 0.001 } });
    expect(asked(day(20), [aLine(), moved], day(8))).toMatchObject({ cost: { input: 0.001 } });
    expect(asked(undefined, [aLine(), moved], day(9)).past?.from).toBe(ms(9));
  });
});
