import type { Baseline } from '../../model/baseline.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Source } from '../../sources/define.js';
import type { Kind, Lost } from '../../sources/kind.js';
import { leastKept } from './shrunk.js';

/** What a reading lacks, with the reason in words and the moment from which it may be asked for again. */
export interface LostPart extends Lost {
  readonly why: string;
  readonly retryAt: string | null;
}

type Chain<Out, Item> = Pick<Source<Out, Item>, 'kind' | 'endpoints'>;

/** What did not come with the companions that failed, and with the endpoints that should have filled. */
export function lostIn<Out, Item>(read: Snapshot<Item>, { endpoints }: Chain<Out, Item>): LostPart[] {
  const rankOf = (endpoint: string) => endpoints.findIndex(({ name }) => name === endpoint);
  return read.faults.flatMap(({ endpoint, request, error: why, retryAt }): LostPart[] => {
    if (request !== null) {
      const brings = endpoints[rankOf(endpoint)]?.requests[request]?.brings ?? [];
      return [{ endpoint, brings, why, retryAt }];
    }
    return rankOf(endpoint) > rankOf(read.endpoint) ? [{ endpoint, brings: ['prices', 'facts'], why, retryAt }] : [];
  });
}

/**
 * The endpoints whose prices are gone although their rows came: over 30 % fewer of the records that are still there are
 * priced by it, or over 30 % fewer than in the best of the last seven readings, or over 30 % fewer of those that still are
 * have one of the prices that they had, as when its key is renamed or its type changes.
 */
export function lostPrices<Out, Item>(
  read: Snapshot<Item>,
  previous: Snapshot<Item>,
  { kind, endpoints }: Chain<Out, Item>,
  baseline: Baseline | undefined,
): LostPart[] {
  const now = new Map(read.items.map((item) => [kind.key(item), item]));
  const byNow = (item: Item): string | null => {
    const same = now.get(kind.key(item));
    return same === undefined ? null : kind.pricedBy(same, read.endpoint);
  };
  const both = previous.items.filter((item) => now.has(kind.key(item)));
  return endpoints.flatMap(({ name, origin = name }): LostPart[] => {
    const isIts = (by: string | null | undefined) => by === name || by === origin;
    const was = both.filter((item) => isIts(kind.pricedBy(item, previous.endpoint)));
    const is = was.filter((item) => isIts(byNow(item)));
    const most = name === read.endpoint ? mostPriced(baseline, name) : 0;
    const [before, after] = read.priced < most * leastKept ? [most, read.priced] : [was.length, is.length];
    const isFewer = after < before * leastKept;
    const what = isFewer ? { prices: 'prices', before, after } : fallen(is, now, kind);
    if (what === undefined) return [];
    const why = `the ${what.prices} of ${name} fell from ${what.before} to ${what.after}; if that is right, run again with --accept-shrink`;
    return [{ endpoint: name, brings: ['prices'], why, retryAt: null }];
  });
}

/** The first of the prices that over 30 % of the records which had it have no longer, and how many had and have it. */
function fallen<Out, Item>(
  items: readonly Item[],
  now: ReadonlyMap<string | null, Item>,
  { key, prices }: Pick<Kind<Out, Item>, 'key' | 'prices'>,
): { prices: string; before: number; after: number } | undefined {
  const counts = new Map<string, { before: number; after: number }>();
  for (const item of items) {
    const same = now.get(key(item));
    const has = new Set(same === undefined ? [] : prices(same));
    for (const field of prices(item)) {
      const { before, after } = counts.get(field) ?? { before: 0, after: 0 };
      counts.set(field, { before: before + 1, after: after + (has.has(field) ? 1 : 0) });
    }
  }
  const first = [...counts].find(([, { before, after }]) => after < before * leastKept);
  return first && { prices: `${first[0]} prices`, ...first[1] };
}

const mostPriced = (baseline: Baseline | undefined, name: string): number =>
  Math.max(0, ...(baseline?.readings ?? []).filter(({ endpoint }) => endpoint === name).map(({ priced }) => priced));
