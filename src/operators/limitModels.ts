import { map, type MonoTypeOperatorFunction } from 'rxjs';
import { beyondLimit, plusSkips, skipsField } from '../model/skips.js';
import type { Snapshot } from '../model/snapshot.js';

/**
 * Keeps the first `most` models of a provider and counts the rest as skipped.
 *
 * ```
 * snapshot  -S|      five models
 * result    -T|      two models, three skipped (most = 2)
 * ```
 */
export function limitModels<Item>(most = Infinity): MonoTypeOperatorFunction<Snapshot<Item>> {
  return map((snapshot) => {
    const over = Math.max(0, snapshot.items.length - most);
    return over === 0
      ? snapshot
      : {
          ...{ ...snapshot, items: snapshot.items.slice(0, most), skipped: snapshot.skipped + over },
          ...skipsField(plusSkips(snapshot.skips, { [beyondLimit]: over })),
        };
  });
}
