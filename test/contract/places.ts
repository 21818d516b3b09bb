import type { Model } from '../../src/model/model.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { unknown } from './renamed.js';

/** Where a price stands: the model, the field and the condition. */
const placeOf = (id: string, field: string, when: object): string => JSON.stringify([id, field, when]);

/** Every price with its place. */
export const pricesOf = (items: readonly Model[]): Map<string, number> =>
  new Map(
    items.flatMap(({ id, cost, tiers }) =>
      [{ when: {}, cost }, ...tiers].flatMap((tier) =>
        Object.entries(tier.cost).flatMap(([field, price]): [string, number][] =>
          typeof price === 'number' ? [[placeOf(id, field, tier.when), price]] : [],
        ),
      ),
    ),
  );

export type Read = Snapshot<Model>;

/** Prices that stand in a place that means something else than the one they had. */
export function moved(before: Read, after: Read): string[] {
  const [was, ids] = [pricesOf(before.items), new Set(before.items.map(({ id }) => id))];
  return [...pricesOf(after.items)].flatMap(([place, price]) => {
    const [id] = JSON.parse(place) as [string];
    return ids.has(id) && !unknown.test(place) && was.get(place) !== price ? [`${place}: ${price}`] : [];
  });
}

const issuesIn = ({ items }: Read) => items.reduce((sum, { pricing }) => sum + pricing.issues.length, 0);

/** What a reading says of what it could not place. */
const told = (read: Read): number =>
  read.faults.length + read.skipped + read.rejected + issuesIn(read) + Object.keys(read.unread).length;

/** Prices that are nowhere any more, although the reading says nothing of it; a model may have got another name. */
export function lost(before: Read, after: Read): string[] {
  const isNew = (one: Read, other: Read) => one.items.filter(({ id }) => other.items.every((item) => item.id !== id));
  const gone = new Set(isNew(before, after).map(({ id }) => id));
  if (told(after) > told(before)) return [];
  if (gone.size > isNew(after, before).length) return [...gone];
  const still = new Set<string>();
  for (const [place, price] of pricesOf(after.items)) {
    const [id, field] = JSON.parse(place) as [string, string];
    still.add(`${id} ${price}`);
    // A profile of a model has its prices from there.
    if (unknown.test(place)) still.add(`* ${field} ${price}`);
  }
  return [...pricesOf(before.items)].flatMap(([place, price]) => {
    const [id, field] = JSON.parse(place) as [string, string];
    return gone.has(id) || still.has(`${id} ${price}`) || still.has(`* ${field} ${price}`)
      ? []
      : [`${place}: ${price}`];
  });
}
