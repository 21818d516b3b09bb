import { concatMap, defaultIfEmpty, map, type Observable, type OperatorFunction, take } from 'rxjs';
import type { Model } from '../model/model.js';
import type { Origins } from '../model/origin.js';
import { namedOrigins } from '../model/namedOrigins.js';
import type { Snapshot } from '../model/snapshot.js';
import type { OpenCourt } from '../settle/court.js';
import { pageOf } from '../settle/overrides.js';
import type { Court } from '../settle/settle.js';
import { type Joined, settleModel } from '../settle/settleModel.js';

/**
 * Joins the models of each snapshot with the price lists that `prices` gives, and settles their prices. A snapshot waits until
 * they are there, so that no model is lost; each keeps its own. Without lists (`prices` completes empty) models pass as
 * they are.
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
  prices: Observable<OpenCourt>,
  options: Pick<Court, 'minConfidence'> = {},
): OperatorFunction<Snapshot<Model>, Snapshot<Joined>> {
  return concatMap((snapshot) =>
    prices.pipe(
      take(1),
      map((court) => joined(snapshot, { ...court, minConfidence: options.minConfidence })),
      defaultIfEmpty({ ...snapshot, items: snapshot.items.map((model) => ({ model, enriched: model, refused: [] })) }),
    ),
  );
}

function joined(snapshot: Snapshot<Model>, court: Court): Snapshot<Joined> {
  const costs = new Map(snapshot.items.map(({ id, cost }) => [id, cost]));
  const sibling = (id: string) => costs.get(id);
  const items = snapshot.items.map((model) => settleModel(model, { ...court, sibling }));
  const pages = Object.assign({}, ...court.lists.map(({ sources }) => sources), pageOf(court.overrides)) as Origins;
  const named = namedOrigins(
    pages,
    items.map(({ enriched }) => enriched),
    '',
  );
  return { ...snapshot, items, sources: { ...snapshot.sources, ...named } };
}
