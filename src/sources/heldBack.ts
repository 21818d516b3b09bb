import type { Model } from '../model/model.js';
import { asOf } from './keep/asOf.js';

/** The models with the earlier prices of those that are held back, noted in `kept`. */
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
