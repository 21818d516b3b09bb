import {
  bufferCount,
  concatMap,
  defaultIfEmpty,
  from,
  identity,
  map,
  mergeMap,
  type MonoTypeOperatorFunction,
  type Observable,
  of,
  type OperatorFunction,
  take,
  toArray,
} from 'rxjs';
import type { Model } from '../model/model.js';
import type { Origins } from '../model/origin.js';
import { namedOrigins } from '../model/namedOrigins.js';
import type { Snapshot } from '../model/snapshot.js';
import type { OpenCourt } from '../settle/court.js';
import { pageOf } from '../settle/overrides.js';
import type { Court } from '../settle/settle.js';
import { type Joined, settleModel } from '../settle/settleModel.js';

/** How a join is done. */
export interface JoinOptions extends Pick<Court, 'minConfidence'> {
  /** Gives each slice of the models of a snapshot, but the first, a turn in which to be settled. Default: all at once. */
  readonly inTurn?: (<T>() => MonoTypeOperatorFunction<T>) | undefined;
}

/** So many models are settled in 12 ms or so, after which all else goes on. */
const slice = 40;

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
  { minConfidence, inTurn = () => identity }: JoinOptions = {},
): OperatorFunction<Snapshot<Model>, Snapshot<Joined>> {
  return concatMap((snapshot) =>
    prices.pipe(
      take(1),
      mergeMap((court) => joined(snapshot, { ...court, minConfidence }, inTurn)),
      defaultIfEmpty({ ...snapshot, items: snapshot.items.map((model) => ({ model, enriched: model, refused: [] })) }),
    ),
  );
}

function joined(
  snapshot: Snapshot<Model>,
  court: Court,
  inTurn: <T>() => MonoTypeOperatorFunction<T>,
): Observable<Snapshot<Joined>> {
  const costs = new Map(snapshot.items.map(({ id, cost }) => [id, cost]));
  const sibling = (id: string) => costs.get(id);
  return from(snapshot.items).pipe(
    bufferCount(slice),
    concatMap((models, i) =>
      of(models).pipe(
        i === 0 ? identity : inTurn(),
        map((some) => some.map((model) => settleModel(model, { ...court, sibling }))),
      ),
    ),
    toArray(),
    map((slices) => withPages(snapshot, slices.flat(), court)),
  );
}

/** The snapshot with its joined models, and the pages that these name. */
function withPages(snapshot: Snapshot<Model>, items: Joined[], court: Court): Snapshot<Joined> {
  const pages = Object.assign({}, ...court.lists.map(({ sources }) => sources), pageOf(court.overrides)) as Origins;
  const named = namedOrigins(
    pages,
    items.map(({ enriched }) => enriched),
    '',
  );
  return { ...snapshot, items, sources: { ...snapshot.sources, ...named } };
}
