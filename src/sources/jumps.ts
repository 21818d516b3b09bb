import type { Model } from '../model/model.js';
import type { Jump } from '../model/snapshot.js';
import { pricedBy } from './fill.js';

/** A price that moves further than this from one reading to the next is more likely misread than changed. */
const farthest = 5;

/** The token prices by which a move is told. */
const fields = ['input', 'output'] as const;

/** The stated prices that moved by more than five times, up or down, since an earlier reading. */
export function jumpsOf(
  now: readonly Model[],
  before: readonly Model[],
  endpoints: { readonly now: string; readonly before: string },
): Jump[] {
  const known = new Map(before.map((model) => [model.id, model]));
  return now.flatMap((model) => {
    const earlier = known.get(model.id);
    if (!earlier || pricedBy(model, endpoints.now) !== pricedBy(earlier, endpoints.before)) return [];
    return fields.flatMap((field): Jump[] => {
      const [was, is] = [earlier.cost[field], model.cost[field]];
      const isFar = was !== null && is !== null && was > 0 && is > 0 && (is > was * farthest || was > is * farthest);
      return isFar ? [{ id: model.id, field, was, is }] : [];
    });
  });
}

/** The models with the earlier prices of those that jumped, noted in `source.kept`. */
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
    const kept = { ...model.source.kept, cost: earlier.source.kept?.['cost'] ?? day };
    return { ...model, cost, tiers, pricing, source: { ...model.source, kept } };
  });
}
