import type { Origins } from '../../model/origin.js';
import type { Snapshot } from '../../model/snapshot.js';
import { pageAsOf } from '../../sources/keep/pageAsOf.js';
import type { Kind } from '../../sources/kind.js';

/** The pages of a snapshot of which something is kept from an earlier one: its own, and those of the other that are named. */
export function withPages<Out, Item>(
  { sources }: Pick<Snapshot<Item>, 'sources'>,
  earlier: Pick<Snapshot<Item>, 'sources' | 'fetchedAt'>,
  items: readonly Item[],
  { pages }: Pick<Kind<Out, Item>, 'pages'>,
): Origins {
  const day = earlier.fetchedAt.slice(0, 10);
  const names = new Set(items.flatMap((item) => pages(item)));
  const before = Object.entries(earlier.sources).map(([name, page]) => [pageAsOf(name, day), page] as const);
  return { ...Object.fromEntries(before.filter(([name]) => names.has(name))), ...sources };
}
