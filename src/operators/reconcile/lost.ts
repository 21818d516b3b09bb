import type { Baseline } from '../../model/baseline.js';
import { type Stated, tokenUnit } from '../../model/shape.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Brought } from '../../sources/ask.js';
import type { Source } from '../../sources/define.js';
import type { Kind, Lost } from '../../sources/kind.js';
import { lasting, withDated } from './lasting.js';
import { mostStated } from './mostStated.js';
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
    const fills = rankOf(endpoint) > rankOf(read.endpoint);
    if (request !== null) {
      const brings = endpoints[rankOf(endpoint)]?.requests[request]?.brings ?? [];
      return [{ endpoint, brings: fills ? ofFilling(brings) : brings, why, retryAt }];
    }
    // One that came has words that are not known; which models it lists it did say.
    const brings = read.stated[endpoint] === undefined ? everything : everything.filter((what) => what !== 'models');
    return fills ? [{ endpoint, brings, why, retryAt }] : [];
  });
}

const everything: readonly Brought[] = ['models', 'prices', 'facts'];

/** What others are filled with is lost with the rows that say it: those of models, and those that nobody can place without ids. */
const ofFilling = (brings: readonly Brought[]): readonly Brought[] =>
  brings.includes('models') || brings.includes('ids') ? [...new Set([...brings, ...everything])] : brings;

/**
 * The endpoints whose prices are gone although their rows came: over 30 % fewer of the records that are still there are
 * priced by it, or over 30 % fewer of those that are have one of the prices that they had, or a price is stated over 30 %
 * less often than in the best of the last seven readings, as when its key is renamed or its type changes. A price that holds
 * for some days only is not missed.
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
    const fall =
      unnamed(read.stated[name], mostStated(baseline, name)) ??
      (after < before * leastKept ? { prices: 'prices', before, after } : undefined) ??
      fallen(is, now, kind) ??
      slipped(read.stated[name], mostStated(baseline, name));
    if (fall === undefined) return [];
    const why = `the ${fall.prices} of ${name} fell from ${fall.before} to ${fall.after}; if that is right, run again with --accept-shrink`;
    return [{ endpoint: name, brings: ['prices'], why, retryAt: null, fell: fall.isUnit ? 'all' : 'some' }];
  });
}

interface Fall {
  readonly prices: string;
  readonly before: number;
  readonly after: number;
  readonly isUnit?: true;
}

/** The first of the prices that over 30 % of those which the records had are gone. */
function fallen<Out, Item>(
  items: readonly Item[],
  now: ReadonlyMap<string | null, Item>,
  { key, prices }: Pick<Kind<Out, Item>, 'key' | 'prices'>,
): Fall | undefined {
  const counts = new Map<string, { before: number; after: number }>();
  for (const item of items) {
    const same = now.get(key(item));
    const has = withDated(countsOf(same === undefined ? [] : prices(same)));
    for (const [name, had] of Object.entries(lasting(countsOf(prices(item))))) {
      const { before, after } = counts.get(name) ?? { before: 0, after: 0 };
      counts.set(name, { before: before + had, after: after + Math.min(had, has[name] ?? 0) });
    }
  }
  const first = [...counts].find(([, { before, after }]) => after < before * leastKept);
  return first && { prices: `${first[0]} prices`, ...first[1] };
}

function countsOf(names: readonly string[]): Stated[string] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** The pages that name the unit of their prices, where over 30 % of them do no longer. */
function unnamed(now: Stated[string] | undefined, most: Stated[string]): Fall | undefined {
  const [before, after] = [most[tokenUnit] ?? 0, now?.[tokenUnit] ?? 0];
  const isFewer = now !== undefined && after < before * leastKept;
  return isFewer ? { prices: `pages with "${tokenUnit}"`, before, after, isUnit: true } : undefined;
}

/** The first of the prices that an endpoint states over 30 % less often than it did; none where it was not read. */
function slipped(now: Stated[string] | undefined, most: Stated[string]): Fall | undefined {
  if (now === undefined) return undefined;
  const told = withDated(now);
  const falls = Object.entries(most).map(([name, before]) => ({
    prices: `${name} prices`,
    before,
    after: told[name] ?? 0,
  }));
  return falls.find(({ before, after }) => after < before * leastKept);
}

const mostPriced = (baseline: Baseline | undefined, name: string): number =>
  Math.max(0, ...(baseline?.readings ?? []).filter(({ endpoint }) => endpoint === name).map(({ priced }) => priced));
