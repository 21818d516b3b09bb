import { describe, expect, it } from 'vitest';
import { heldKey, withoutJumps } from '../../../src/operators/reconcile/jumped.js';
import { unknownCost } from '../../../src/sources/offers.js';
import { aBaseline, aModel, anOrigin, aPricing, aSnapshot, aSource, day1, day2 } from '../../builders.js';

const at = (input: number, fetchedAt = day2) =>
  aSnapshot({
    fetchedAt,
    items: [
      aModel('m', {
        cost: { ...unknownCost, input },
        pricing: aPricing(),
      }),
    ],
  });
const [cheap, dear] = [at(0.001, day1), at(1)];
const jump = { id: 'm', field: 'input', was: 0.001, is: 1 };

describe('a price that moved by more than five times', () => {
  it('is kept back, with both values', () => {
    const kept = withoutJumps(dear, cheap, aSource(), aBaseline());
    expect(kept.items[0]?.cost.input).toBe(0.001);
    expect(kept.jumps).toEqual([jump]);
    expect(kept.kept.prices).toBe(1);
    expect(kept.error).toBe(
      '1 price moved by more than 5 times and kept as of 2026-01-01 for one run (m input: 0.001 -> 1); if that is right, run again with --accept-jump',
    );
  });

  it('names the earlier page beside the one of now', () => {
    const { items, sources } = withoutJumps(dear, cheap, aSource(), undefined);
    expect(items[0]?.pricing.evidence).toEqual({ endpoint: 'api@2026-01-01', row: 0 });
    expect(sources).toEqual({ api: anOrigin({ fetchedAt: day2 }), 'api@2026-01-01': anOrigin() });
  });

  it('is taken where the run before kept back the same', () => {
    expect(withoutJumps(dear, cheap, aSource(), aBaseline({ held: [heldKey(jump)] }))).toBe(dear);
  });

  it('is kept back again where it is another one now', () => {
    const held = [heldKey({ ...jump, is: 2 })];
    expect(withoutJumps(dear, cheap, aSource(), aBaseline({ held })).jumps).toEqual([jump]);
  });

  it('is said beside what else is wrong', () => {
    const { error } = withoutJumps({ ...dear, error: 'api answered 503' }, cheap, aSource(), undefined);
    expect(error).toMatch(/^api answered 503; 1 price moved/);
  });

  it('is no business of prices that stayed', () =>
    expect(withoutJumps(cheap, cheap, aSource(), undefined)).toBe(cheap));
});
