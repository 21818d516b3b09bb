import { describe, expect, it } from 'vitest';
import type { Tier } from '../../../src/model/cost.js';
import { withoutEnded } from '../../../src/sources/keep/withoutEnded.js';
import { unknownCost } from '../../../src/sources/unknownCost.js';
import { aModel } from '../../builders.js';

const today = '2026-09-01';
const tier = (when: Tier['when'], price = 2): Tier => ({ when, cost: { input: price } });
const model = (tiers: readonly Tier[], input: number | null = 3) =>
  aModel('m', { cost: { ...unknownCost, input }, tiers: [...tiers] });
/** The tiers that are left of an earlier model, beside what it states now. */
const left = (tiers: readonly Tier[], now = model([])) => withoutEnded(model(tiers), now, today)?.tiers;

const yesterday = tier({ until: '2026-08-31' });
const thisDay = tier({ until: today });
const batch = tier({ serviceTier: 'batch' });

describe('an earlier model without what ended by its own word', () => {
  it('has no price whose last day is over; on that day itself it has', () => {
    expect(left([yesterday, batch])).toEqual([batch]);
    expect(left([thisDay, batch])).toEqual([thisDay, batch]);
  });

  it('has no price whose first day has come and that is stated without days now', () => {
    const begun = tier({ from: today });
    const unlike = model([], null);
    expect(left([begun])).toEqual([]);
    expect(left([begun], unlike)).toEqual([begun]);
    expect(left([tier({ from: '2026-09-02' })])).toHaveLength(1);
    const ofBatch = tier({ from: today, serviceTier: 'batch' });
    expect(left([ofBatch])).toEqual([ofBatch]);
    expect(left([ofBatch], model([batch]))).toEqual([]);
  });

  it('has all that is still stated, over or not', () =>
    expect(left([yesterday], model([yesterday]))).toEqual([yesterday]));

  it('is the same where nothing ended, and none where nothing else was there', () => {
    const lasting = model([batch]);
    expect(withoutEnded(lasting, model([]), today)).toBe(lasting);
    const plan = model([], null);
    expect(withoutEnded(plan, model([]), today)).toBe(plan);
    expect(withoutEnded(model([yesterday], null), model([]), today)).toBeNull();
  });
});
