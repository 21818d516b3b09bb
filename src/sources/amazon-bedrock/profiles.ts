import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';

/** The profiles whose prices the list of us-east-1 states: that of its own regions, and the one of all regions. */
const stated = ['us', 'global'];

interface Named {
  readonly id: string;
}

/** The rows, and one more for each inference profile of theirs whose id is known; it is an offer of its own. */
export const withProfiles = (rows: readonly Named[], ids: ReadonlySet<string>): object[] =>
  rows.flatMap((row) => {
    const profiles = stated.filter((profile) => ids.has(`${profile}.${row.id}`));
    return [row, ...profiles.map((profile) => ({ ...row, id: `${profile}.${row.id}`, profile }))];
  });

type Prices = Required<Pick<Draft, 'cost' | 'tiers'>> & Pick<Draft, 'issues'>;

/** What a call costs through a profile: the price of the region without the others', or that of the global one alone. */
export function pricesThrough(profile: string | null, prices: Prices): Prices {
  if (profile === null) return prices;
  const region = profile === 'global' ? 'global' : undefined;
  const own = prices.tiers.filter(({ when }) => when.region === region);
  if (!region) return { ...prices, tiers: own };
  const all = own.map(({ when, cost }): Tier => ({
    when: Object.fromEntries(Object.entries(when).filter(([name]) => name !== 'region')),
    cost,
  }));
  const isBase = ({ when }: Tier) => Object.keys(when).length === 0;
  return { ...prices, cost: all.find(isBase)?.cost ?? {}, tiers: all.filter((tier) => !isBase(tier)) };
}
