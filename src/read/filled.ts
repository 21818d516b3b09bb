import type { Snapshot } from '../model/snapshot.js';
import type { Endpoint, Source } from '../sources/define.js';
import type { Kind } from '../sources/kind.js';

/** A snapshot with what a later endpoint of its source says beside it. */
export const filled = <Out, Item>(
  snapshot: Snapshot<Item>,
  other: Snapshot<Item>,
  { kind }: Source<Out, Item>,
  endpoint: Endpoint<unknown, Out>,
): Snapshot<Item> => ({
  ...snapshot,
  ...withOthers({ ...snapshot, items: kind.fill(snapshot.items, other.items, endpoint) }, other, kind, endpoint),
  sources: { ...other.sources, ...snapshot.sources },
  requests: plus(snapshot.requests, other.requests),
  unread: added(snapshot.unread, other.unread),
  stated: { ...snapshot.stated, ...other.stated },
  partial: [...new Set([snapshot.partial, other.partial])].filter((said) => said !== null).join('; ') || null,
  bytes: snapshot.bytes + other.bytes,
  ...movedBy(snapshot, other),
});

const movedBy = (...read: readonly Pick<Snapshot<unknown>, 'bytes' | 'moved'>[]): Pick<Snapshot<unknown>, 'moved'> =>
  read.every(({ moved }) => moved === undefined)
    ? {}
    : { moved: read.reduce((sum, { bytes, moved = bytes }) => sum + moved, 0) };

/**
 * The offers that only a later endpoint of the source itself lists are its offers too; another's word is none. An older
 * reading says what is on offer only of what it prices: the newest one says which models are there.
 */
function withOthers<Out, Item>(
  { items, rows, fetchedAt }: Snapshot<Item>,
  other: Snapshot<Item>,
  { key, isOffer, isOwn, listedBy }: Kind<Out, Item>,
  { name, origin }: Endpoint<unknown, Out>,
): Pick<Snapshot<Item>, 'items' | 'rows'> {
  if (origin !== undefined) return { items, rows };
  // `model@version` and `model` are one offer: the version is what is served by default, or pinned.
  const nameOf = (item: Item) => key(item)?.toLowerCase().split('@', 1)[0];
  const known = new Set(items.map(nameOf));
  const counts = other.fetchedAt.slice(0, 10) >= fetchedAt.slice(0, 10) ? isOffer : isOwn;
  const more = other.items.filter((item) => counts(item) && !known.has(nameOf(item)));
  return { items: [...items, ...more.map((item) => listedBy(item, name))], rows: rows + more.length };
}

const added = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> => {
  const sums = new Map(Object.entries(a));
  for (const [key, count] of Object.entries(b)) sums.set(key, (sums.get(key) ?? 0) + count);
  return Object.fromEntries(sums);
};

export type Requests = Snapshot<unknown>['requests'];

/** What two readings asked for, together. */
export const plus = (a: Requests, b: Requests): Requests => ({
  answered: a.answered + b.answered,
  retried: a.retried + b.retried,
  failed: a.failed + b.failed,
  ...((a.unchanged ?? b.unchanged) !== undefined && { unchanged: (a.unchanged ?? 0) + (b.unchanged ?? 0) }),
});
