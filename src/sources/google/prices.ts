import type { Draft } from '../../model/draft.js';
import type { CostField, Tier } from '../../model/cost.js';
import type { Issue } from '../../model/pricing.js';
import { stated } from '../parse/money.js';
import { holdsOn, isDated } from '../parse/terms.js';
import { type Entry, entriesOf, type Unplaced } from './amounts.js';
import type { PriceCell } from './sections.js';

/**
 * What the cells of a model say on a day: of the standard tier the price of text, of short prompts, in force that day;
 * dated prices, long prompts, sizes and other tiers are tiers.
 */
export function priceOf(
  cells: readonly PriceCell[],
  day: string,
): Pick<Draft, 'cost' | 'tiers' | 'priceStatus' | 'issues'> {
  const found = new Map<string, { when: Tier['when']; cost: { [field in CostField]?: number | null } }>();
  const add = (when: Tier['when'], { field, usd }: Entry) => {
    const key = JSON.stringify(when);
    const kind = found.get(key) ?? { when, cost: {} };
    kind.cost[field] ??= usd;
    found.set(key, kind);
  };
  const all = cells.flatMap(entriesOf);
  for (const entry of all.filter(isEntry)) {
    if (holdsOn(entry.term, day)) add(entry.when, entry);
    if (isDated(entry.term)) add({ ...entry.when, ...entry.term }, entry);
  }
  const issues = all.flatMap((entry): Issue[] =>
    isEntry(entry) ? [] : [{ code: 'unread-price', detail: entry.unplaced }],
  );
  const cost = { ...found.get('{}')?.cost };
  if (found.size === 0 && issues.length === 0 && isFree(cells))
    return { cost: { input: 0, output: 0 }, priceStatus: 'free' };
  return {
    cost,
    tiers: [...found].flatMap(([key, tier]) => (key === '{}' ? [] : [{ when: tier.when, cost: stated(tier.cost) }])),
    issues,
  };
}

const isEntry = (entry: Entry | Unplaced): entry is Entry => 'field' in entry;

/** No price at all, and what goes in and comes out is "Free of charge": a model that can't be paid for. */
const isFree = (cells: readonly PriceCell[]): boolean =>
  ['input', 'output'].every((side) => {
    const own = cells.filter(({ title, serviceTier }) => serviceTier === '' && title.startsWith(`${side} price`));
    return (
      own.length > 0 &&
      own.every(
        ({ free, paid }) => /^free of charge/i.test(paid) || (/^free of charge/i.test(free) && !/\d/.test(paid)),
      )
    );
  });
