import type { Model } from '../model/model.js';
import type { Jump } from '../model/snapshot.js';
import { conditionOf } from './conditions.js';
import { pricedBy } from './fill.js';
import { asOf } from './keep.js';
import { statedPrices } from './statedPrices.js';

/** A price that moves further than this from one reading to the next is more likely misread than changed. */
const farthest = 5;

/** The stated prices, those of tiers included, that moved by more than five times, up or down, since an earlier reading. */
export function jumpsOf(
  now: readonly Model[],
  before: readonly Model[],
  endpoints: { readonly now: string; readonly before: string },
): Jump[] {
  const known = new Map(before.map((model) => [model.id, model]));
  return now.flatMap((model) => {
    const earlier = known.get(model.id);
    if (!earlier || pricedBy(model, endpoints.now) !== pricedBy(earlier, endpoints.before)) return [];
    const prices = new Map(statedPrices(earlier, conditionOf));
    return statedPrices(model, conditionOf).flatMap(([field, is]): Jump[] => {
      const was = prices.get(field) ?? 0;
      const isFar = was > 0 && is > 0 && (is > was * farthest || was > is * farthest);
      return isFar ? [{ id: model.id, field, was, is }] : [];
    });
  });
}

/** The models with the earlier prices of those that jumped, noted in `kept`. */
export function heldBack(
  now: readonly Model[],
  before: readonly Model[],
  ids: ReadonlySet<string>,
  day: string,
): Model[] {
  const known = new Map(before.map((model) => [model.id, model]));
  return now.map((model) => {
    const earlier = ids.has(model.id) ? known.get(model.id) : undefined;
    if (!earlier) return model;
    const { cost, tiers, pricing } = earlier;
    const kept = { ...model.kept, cost: earlier.kept?.['cost'] ?? day };
    return { ...model, cost, tiers, pricing: asOf(pricing, day), kept };
  });
}
