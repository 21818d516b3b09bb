import { concat, mergeMap, type Observable, of } from 'rxjs';
import type { Completed, Event, ModelRead, PriceRead, SourceRef, Started } from './model/events.js';
import type { Snapshot, SnapshotHead } from './model/snapshot.js';
import { toEvents } from './operators/toEvents.js';
import type { PriceList, Source } from './sources/define.js';

/** What an item is told as; whose it is, is added. */
type Told = Omit<ModelRead, keyof SourceRef> | Omit<PriceRead, keyof SourceRef>;

/**
 * All that happens to a source, from its start on; `event` says what each item of its snapshot is. Where it is `repeated`, its
 * end is all that there is to tell, and it is not read.
 */
export function sourceEvents<Item>(
  { kind, id, name, providerKind, docs, env }: Source | PriceList,
  snapshots: Observable<Snapshot<Item>>,
  event: (item: Item, head: SnapshotHead) => Told,
  repeated: Observable<Completed | undefined> = of(undefined),
): Observable<Event> {
  const ref: SourceRef = { kind: kind.name, source: id };
  const started: Started = { type: 'started', ...ref, name, providerKind, docs, env };
  const told = snapshots.pipe(toEvents(ref, (item, head) => ({ ...ref, ...event(item, head) })));
  return concat(of(started), repeated.pipe(mergeMap((end) => (end ? of(end) : told))));
}
