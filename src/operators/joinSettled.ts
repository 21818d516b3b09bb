import { from, map, mergeMap, type MonoTypeOperatorFunction, type OperatorFunction, toArray } from 'rxjs';
import type { Settled } from '../model/events.js';
import type { Model } from '../model/model.js';

/**
 * Joins the models of what a run settled on, all together, and keeps them beside the joined ones.
 *
 * ```
 * settled   -S-----|
 * prices     ---p|         what the join waits for
 * result    ----T--|       T = S with `enriched`
 * ```
 */
export function joinSettled(join: OperatorFunction<Model, Model>): MonoTypeOperatorFunction<Settled> {
  return mergeMap((settled) =>
    from(settled.models).pipe(
      join,
      toArray(),
      map((enriched) => ({ ...settled, enriched })),
    ),
  );
}
