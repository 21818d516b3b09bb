import { concat, type Observable, of } from 'rxjs';
import type { Event, ModelRead, PriceRead, SourceRef, Started } from './model/events.js';
import type { Snapshot, SnapshotHead } from './model/snapshot.js';
import { toEvents } from './operators/toEvents.js';
import type { PriceList, Source } from './sources/define.js';

/** What an item is told as; whose it is, is added. */
type Told = Omit<ModelRead, keyof SourceRef> | Omit<PriceRead, keyof SourceRef>;

/** All that happens to a source, from its start on; `event` says what each item of its snapshot is. */
export function sourceEvents<Item>(
  { kind, id, name, providerKind, docs, env }: Source | PriceList,
  snapshots: Observable<Snapshot<Item>>,
  event: (item: Item, head: SnapshotHead) => Told,
): Observable<Event> {
  const ref: SourceRef = { kind: kind.name, source: id };
  const started: Started = { type: 'started', ...ref, name, providerKind, docs, env };
  return concat(of(started), snapshots.pipe(toEvents(ref, (item, head) => ({ ...ref, ...event(item, head) }))));
}
