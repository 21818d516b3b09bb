import { defaultIfEmpty, map, switchMap, take, type Observable, type OperatorFunction } from 'rxjs';
import { enrichmentOf, type EnrichOptions, noted } from '../match/enrich.js';
import type { PriceIndex } from '../match/priceIndex.js';
import type { Model } from '../model/model.js';

/**
 * Fills what a model's provider leaves open from a price list, and says in `pricing` what was done and why. A price that the
 * provider states keeps every digit; a model to which nothing can be added comes back as it is.
 */
export function enrichPrice(model: Model, index: PriceIndex, options?: EnrichOptions): Model {
  const enrichment = enrichmentOf(model, index, options);
  if (enrichment === null) return model;
  const { cost, pricing, filled } = enrichment;
  return {
    ...model,
    cost: { ...model.cost, ...cost },
    pricing,
    source: filled ? { ...model.source, filled: noted(model.source.filled ?? {}, filled) } : model.source,
  };
}

/**
 * Joins models with the first index that `prices` gives. Models are asked for once it is there, so that none is lost and
 * none is kept waiting in memory; their order is kept. Without an index (`prices` completes empty) they pass as they are.
 *
 *     prices  --(p|)
 *     models    a-b|     subscribed at p
 *     result  --A-B|
 *
 * An error of `prices` errors the result: whoever would rather go on without completes empty.
 */
export const joinPrices =
  (prices: Observable<PriceIndex>, options?: EnrichOptions): OperatorFunction<Model, Model> =>
  (models) =>
    prices.pipe(
      take(1),
      defaultIfEmpty(null),
      switchMap((index) => (index ? models.pipe(map((model) => enrichPrice(model, index, options))) : models)),
    );
