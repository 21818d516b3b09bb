import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import { inTiers } from './inTiers.js';
import { strayIssues } from './strayIssues.js';
import { tokenPrice } from './tokenPrice.js';
import { unreadCells } from './unreadCells.js';

/** What a row of a table says of prices per token, and when they hold; `{}` for always. */
export interface ShownPrices {
  readonly when: Tier['when'];
  /** Its cells by the field of the record. */
  readonly cells: Readonly<Partial<Record<keyof NonNullable<Draft['cost']>, string | null>>>;
  /** Amounts under columns that nobody knows. */
  readonly stray?: readonly string[] | null;
}

/**
 * The prices of a model's rows, USD per 1K tokens of cells in USD per 1M, as its own and its tiers. Amounts that `read`
 * takes for no price, and stray ones, are told.
 */
export function tokenPrices(
  rows: readonly ShownPrices[],
  read: (cell: string | null) => number | null = tokenPrice,
): Required<Pick<Draft, 'cost' | 'tiers' | 'issues'>> {
  const costOf = ({ cells }: ShownPrices) =>
    Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, read(cell)]));
  return {
    ...inTiers(rows.map((row) => ({ when: row.when, cost: costOf(row) }))),
    issues: rows.flatMap(({ cells, stray = null }) => [...unreadCells(cells, read), ...strayIssues(stray)]),
  };
}
