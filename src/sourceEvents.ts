import { concat, mergeMap, type Observable, of } from 'rxjs';
import type { Completed, Event, ModelRead, PriceRead, SourceRef, Started } from './model/events.js';
import type { PriceRow } from './model/price.js';
import type { Snapshot, SnapshotHead } from './model/snapshot.js';
import type { SourceKind } from './model/sourceKind.js';
import { toEvents } from './operators/toEvents.js';
import type { Joined } from './settle/settleModel.js';
import type { PriceList, Source } from './sources/define.js';

/** What an item is told as; whose it is, is added. */
type Told = Omit<ModelRead, keyof SourceRef> | Omit<PriceRead, keyof SourceRef>;

/** Whose events they are. */
export const refOf = ({
  kind,
  id,
}: {
  readonly kind: { readonly name: SourceKind };
  readonly id: string;
}): SourceRef => ({
  kind: kind.name,
  source: id,
});

/** What a joined model is told as. */
export const modelRead = (pair: Joined, { sources }: SnapshotHead): Told => ({ type: 'model', ...pair, sources });

/** What a row of a price list is told as. */
export const priceRead = (price: PriceRow): Told => ({ type: 'price', price });

/**
 * All that happens to a source, from its start on; `event` says what each item of its snapshot is. Where it is `repeated`, its
 * end is all that there is to tell, and it is not read.
 */
export function sourceEvents<Item>(
  { name, providerKind, docs, env, ...who }: Source | PriceList,
  snapshots: Observable<Snapshot<Item>>,
  event: (item: Item, head: SnapshotHead) => Told,
  repeated: Observable<Completed | undefined> = of(undefined),
): Observable<Event> {
  const ref = refOf(who);
  const started: Started = { type: 'started', ...ref, name, providerKind, docs, env };
  const told = snapshots.pipe(toEvents(ref, (item, head) => ({ ...ref, ...event(item, head) })));
  return concat(of(started), repeated.pipe(mergeMap((end) => (end ? of(end) : told))));
}
