import type { Baseline } from '../../model/baseline.js';
import type { Jump, Snapshot } from '../../model/snapshot.js';
import type { Source } from '../../sources/define.js';
import { withPages } from './withPages.js';

/** The new price of a jump, as it is remembered: stated again, it is believed. */
export const heldKey = ({ id, field, is }: Jump): string => `${id} ${field} ${is}`;

/**
 * Keeps stated prices back that moved by more than five times since the previous reading, with both values. A price that
 * the run before kept back and that is stated again is taken.
 */
export function withoutJumps<Out, Item>(
  snapshot: Snapshot<Item>,
  previous: Snapshot<Item>,
  { kind }: Pick<Source<Out, Item>, 'kind'>,
  baseline: Baseline | undefined,
): Snapshot<Item> {
  const held = new Set(baseline?.held ?? []);
  const endpoints = { now: snapshot.endpoint, before: previous.endpoint };
  const all = kind.jumps(snapshot.items, previous.items, endpoints);
  const confirmed = new Set(all.filter((jump) => held.has(heldKey(jump))).map(({ id }) => id));
  const jumps = all.filter(({ id }) => !confirmed.has(id));
  const [first] = jumps;
  if (!first) return snapshot;
  const ids = new Set(jumps.map(({ id }) => id));
  const day = previous.fetchedAt.slice(0, 10);
  const says =
    `${ids.size} ${ids.size === 1 ? 'price' : 'prices'} moved by more than 5 times and kept as of ${day} for one run ` +
    `(${first.id} ${first.field}: ${first.was} -> ${first.is}); if that is right, run again with --accept-jump`;
  const items = kind.holdBack(snapshot.items, previous.items, ids, day);
  return {
    ...snapshot,
    items,
    sources: withPages(snapshot, previous, items, kind),
    kept: { ...snapshot.kept, prices: snapshot.kept.prices + ids.size },
    jumps,
    error: snapshot.error === null ? says : `${snapshot.error}; ${says}`,
  };
}
