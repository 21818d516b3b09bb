import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import type { Issue } from '../../model/pricing.js';
import { perMillion } from '../parse/money.js';
import { shownPrice } from '../parse/shownPrice.js';
import { statedTier } from '../parse/statedTier.js';

/** A cell of the pricing document under the name of its service level. */
interface Level {
  readonly level: string | null;
  readonly cell: string | null;
}

/** A tier for each service level that has prices. */
export const levelTiers = (levels: readonly Level[]): Tier[] =>
  levels.flatMap(({ level, cell }) => statedTier(level ? { serviceTier: level } : null, triple(cell)));

/** A cell with prices that are not the three that are known. */
export const unreadCell = (cell: string | null): Issue[] =>
  shownPrice(cell) !== null && Object.keys(triple(cell)).length === 0
    ? [{ code: 'unread-price', detail: cell ?? '' }]
    : [];

/** "$0.95 / $0.16 / $4.00": input, cached input, output, USD per 1M tokens; a dash is none. */
export function triple(cell: string | null): NonNullable<Draft['cost']> {
  const found = (cell ?? '').split('/').map((price) => perMillion(shownPrice(price)));
  if (found.length !== 3) return {};
  const [input, cacheRead, output] = found;
  return { input, cacheRead, output };
}
