import { describe, expect, it } from 'vitest';
import { heldKey, withoutJumps } from '../../../src/operators/reconcile/jumped.js';
import { unknownCost } from '../../../src/sources/unknownCost.js';
import { baselineOf } from '../../../src/sinks/baselineOf.js';
import {
  aBaseline,
  aModel,
  anOrigin,
  aPriceList,
  aPriceRow,
  aPriceSnapshot,
  aPricing,
  aSnapshot,
  aSource,
  day1,
  day2,
} from '../../builders.js';

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

describe('prices of which most moved by one factor', () => {
  const list = (factor: number, fetchedAt = day2, count = 3) =>
    aSnapshot({
      fetchedAt,
      items: Array.from({ length: count }, (_, i) =>
        aModel(`m${i}`, {
          cost: { ...unknownCost, input: 0.0001 * (i + 1) * factor, output: 0.0003 * (i + 1) * factor },
          pricing: aPricing(),
        }),
      ),
    });
  const before = list(1, day1);
  const inputs = (snapshot: ReturnType<typeof list>) => snapshot.items.map(({ cost }) => cost.input);

  it('are of another unit where that is 50 or more: none is taken, in the next run neither', () => {
    const first = withoutJumps(list(1000), before, aSource(), aBaseline());
    expect(inputs(first)).toEqual(inputs(before));
    expect(first.error).toBe(
      'all 6 prices of api are 1,000 times those of 2026-01-01: is their unit another one? They are kept as of then; if that is right, run again with --accept-jump',
    );
    expect(first.jumps).toHaveLength(6);
    expect(first.jumps.every(({ isCommon }) => isCommon)).toBe(true);
    const { held } = baselineOf({ head: first, shape: {}, stated: {} }, undefined);
    const second = withoutJumps(list(1000), first, aSource(), aBaseline({ held }));
    expect(inputs(second)).toEqual(inputs(before));
  });

  it('are told as such, and kept for one run, where it is less', () => {
    const first = withoutJumps(list(1 / 6), before, aSource(), aBaseline());
    expect(inputs(first)).toEqual(inputs(before));
    expect(first.error).toBe(
      'all 6 prices of api are 1/6 of those of 2026-01-01: is their unit another one? They are kept as of then for one run; if that is right, run again with --accept-jump',
    );
    const { held } = baselineOf({ head: first, shape: {}, stated: {} }, undefined);
    expect(withoutJumps(list(1 / 6), first, aSource(), aBaseline({ held })).jumps).toEqual([]);
  });

  it('are those of one name alone, where the others stay', () => {
    const dear = list(1).items.map((model) => ({
      ...model,
      cost: { ...model.cost, output: (model.cost.output ?? 0) * 60 },
    }));
    const { error, items } = withoutJumps({ ...list(1), items: dear }, before, aSource(), undefined);
    expect(error).toMatch(/^all 3 output prices of api are 60 times those of 2026-01-01:/);
    expect(items.map(({ cost }) => cost.output)).toEqual(before.items.map(({ cost }) => cost.output));
  });

  it('are kept with those that were no price any more', () => {
    const [first, ...rest] = list(1000).items;
    const read = { ...list(1000), items: [{ ...first!, cost: unknownCost }, ...rest] };
    expect(inputs(withoutJumps(read, before, aSource(), undefined))).toEqual(inputs(before));
  });

  it('are kept as well where rows or columns are shifted', () => {
    const { items } = list(1);
    const shifted = items.map((model, i) => ({ ...model, cost: items[(i + 1) % items.length]!.cost }));
    const after = withoutJumps({ ...list(1), items: shifted }, before, aSource(), aBaseline());
    expect(inputs(after)).toEqual(inputs(before));
    expect(after.error).toBe(
      '6 prices of api stand at other models, or in other columns, than on 2026-01-01: is it read one row off? They are kept as of then; if that is right, run again with --accept-jump',
    );
  });

  it('are those of the rows of a price list too', () => {
    const rows = (factor: number) =>
      aPriceSnapshot({
        fetchedAt: factor === 1 ? day1 : day2,
        items: [1, 2, 2].map((price) =>
          aPriceRow(`m${price}`, { cost: { input: price * factor }, evidence: { endpoint: 'api', row: 0 } }),
        ),
      });
    const one = aPriceRow('x', { cost: { input: 5 }, evidence: { endpoint: 'api', row: 0 } });
    const was = { ...rows(1), items: [...rows(1).items, one] };
    const now = { ...rows(1000), items: [...rows(1000).items, { ...one, cost: { input: 5000 } }] };
    const after = withoutJumps(now, was, aPriceList(), undefined);
    expect(after.items.map(({ cost }) => cost.input)).toEqual([1, 2, 2, 5]);
    expect(after.items[0]?.evidence).toEqual({ endpoint: 'api@2026-01-01', row: 0 });
    expect(Object.keys(after.sources).sort()).toEqual(['api', 'api@2026-01-01']);
    expect(after.error).toMatch(/^all 4 prices of api are 1,000 times those of 2026-01-01/);
  });
});
