import type { Model } from '../model/model.js';
import { pricedBy } from './fill.js';
import type { Move } from './kind.js';
import { movesBetween } from './movesBetween.js';

/** The prices of models, those of tiers included, beside those of an earlier reading, where both are by the same word. */
export function movesOf(
  now: readonly Model[],
  before: readonly Model[],
  endpoints: { readonly now: string; readonly before: string },
): Move[] {
  const known = new Map(before.map((model) => [model.id, model]));
  return now.flatMap((model) => {
    const earlier = known.get(model.id);
    if (!earlier) return [];
    const was = pricedBy(earlier, endpoints.before);
    const is = pricedBy(model, endpoints.now);
    const by = is ?? was;
    return by === null || (was !== null && was !== by) ? [] : movesBetween({ id: model.id, by }, earlier, model);
  });
}
