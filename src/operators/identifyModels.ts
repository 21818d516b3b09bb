import { map, type MonoTypeOperatorFunction } from 'rxjs';
import type { Identify } from '../identity/identifier.js';
import type { Model } from '../model/model.js';
import type { Snapshot } from '../model/snapshot.js';

/**
 * Notes of each offer which model it is; without `identify` they pass as they are.
 *
 * ```
 * snapshot  -S|      gpt-4o-2024-11-20
 * result    -T|      the same, its model openai/gpt-4o-2024-11-20
 * ```
 */
export const identifyModels = (identify?: Identify): MonoTypeOperatorFunction<Snapshot<Model>> =>
  map((snapshot) => {
    if (!identify) return snapshot;
    const identities = identify(snapshot.items);
    return {
      ...snapshot,
      items: snapshot.items.map((offer, i) => ({ ...offer, model: identities[i] ?? offer.model })),
    };
  });
