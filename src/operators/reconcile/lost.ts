import type { Baseline } from '../../model/baseline.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Source } from '../../sources/define.js';
import type { Lost } from '../../sources/kind.js';
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
 * priced by it, or over 30 % fewer than in the best of the last seven readings.
 */
export function lostPrices<Out, Item>(
  read: Snapshot<Item>,
  previous: Snapshot<Item>,
  { kind, endpoints }: Chain<Out, Item>,
  baseline: Baseline | undefined,
): LostPart[] {
  const now = new Map(read.items.map((item) => [kind.key(item), kind.pricedBy(item, read.endpoint)]));
  const both = previous.items.filter((item) => now.has(kind.key(item)));
  return endpoints.flatMap(({ name, origin = name }): LostPart[] => {
    const isIts = (by: string | null | undefined) => by === name || by === origin;
    const was = both.filter((item) => isIts(kind.pricedBy(item, previous.endpoint)));
    const is = was.filter((item) => isIts(now.get(kind.key(item))));
    const most = name === read.endpoint ? mostPriced(baseline, name) : 0;
    const [before, after] = read.priced < most * leastKept ? [most, read.priced] : [was.length, is.length];
    if (after >= before * leastKept) return [];
    const why = `the prices of ${name} fell from ${before} to ${after}; if that is right, run again with --accept-shrink`;
    return [{ endpoint: name, brings: ['prices'], why, retryAt: null }];
  });
}

const mostPriced = (baseline: Baseline | undefined, name: string): number =>
  Math.max(0, ...(baseline?.readings ?? []).filter(({ endpoint }) => endpoint === name).map(({ priced }) => priced));
