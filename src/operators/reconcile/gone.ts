import type { Snapshot } from '../../model/snapshot.js';
import type { Kind } from '../../sources/kind.js';

/**
 * What the previous snapshot had and this one has not, by the names of the records: whole records, and prices of others,
 * be it that somebody else's stands in their place now.
 */
export function goneSince<Out, Item>(
  snapshot: Snapshot<Item>,
  previous: Snapshot<Item>,
  { identity, pricedBy }: Pick<Kind<Out, Item>, 'identity' | 'pricedBy'>,
): Snapshot<Item>['gone'] {
  const now = new Map(snapshot.items.map((item) => [identity(item), item]));
  const records = new Set<string>();
  const prices = new Set<string>();
  for (const item of previous.items) {
    const name = identity(item);
    const same = now.get(name);
    if (same === undefined) records.add(name);
    else if (isLost(pricedBy(item, previous.endpoint), pricedBy(same, snapshot.endpoint), snapshot, previous))
      prices.add(name);
  }
  return { records: [...records], prices: [...prices] };
}

/** A price of the first endpoint in the place of another one's is no loss, and a list of another endpoint has its own. */
const isLost = (
  before: string | null,
  now: string | null,
  { endpoint }: Pick<Snapshot<unknown>, 'endpoint'>,
  previous: Pick<Snapshot<unknown>, 'endpoint'>,
): boolean =>
  before !== null && (now === null || (now !== before && now !== endpoint && endpoint === previous.endpoint));
