import { concatMap, defaultIfEmpty, map, type Observable, type OperatorFunction, take } from 'rxjs';
import { type EnrichOptions, type Joined, joinModel } from '../match/enrich.js';
import type { PriceIndex } from '../match/priceIndex.js';
import type { Model } from '../model/model.js';
import type { Snapshot } from '../model/snapshot.js';

/**
 * Joins the models of each snapshot with the price lists that `prices` gives. A snapshot waits until they are there, so
 * that no model is lost; each keeps its own. Without lists (`prices` completes empty) models pass as they are.
 *
 * ```
 * prices     ---(p|)
 * snapshots  -a----b--|
 * result     ---A--B--|      A = a, each model beside its joined one
 * ```
 *
 * An error of `prices` errors the result: whoever would rather go on without completes empty.
 */
export function joinPrices(
  prices: Observable<readonly PriceIndex[]>,
  options?: EnrichOptions,
): OperatorFunction<Snapshot<Model>, Snapshot<Joined>> {
  return concatMap((snapshot) =>
    prices.pipe(
      take(1),
      defaultIfEmpty([]),
      map((lists) => ({
        ...snapshot,
        items: snapshot.items.map((model) => joinModel(model, lists, options)),
      })),
    ),
  );
}
