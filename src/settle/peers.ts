import { fenceOf, medianOf } from '../match/fence.js';
import { familyOf, type ModelName, parseName } from '../match/name.js';
import type { PriceIndex } from '../match/priceIndex.js';
import type { ModelOf } from '../match/sameModel.js';
import type { Priced } from '../match/strategy.js';
import { grouped } from '../sources/parse/grouped.js';
import { remember } from '../sources/parse/remember.js';

/** What one provider asks for a model by the lists, USD per 1K tokens; 0 where that is not known. */
export interface Peer {
  readonly seller: string;
  readonly input: number;
  readonly output: number;
}

/** The offers that lists know, to compare a price with. */
export interface Peers {
  /** Of the same model at other providers, one a provider. */
  readonly of: (provider: string, id: string) => readonly Peer[];
  /** Of other models of the line, at whatever provider. */
  readonly kinOf: (provider: string, id: string) => readonly Peer[];
  readonly usual: { readonly median: number; readonly fence: number };
}

/**
 * Sorts the rows of all lists by model and by line. Which model a row is, `modelOf` tells of the names that it knows; of all
 * others the name's own words do.
 */
export function peersIn(lists: readonly PriceIndex[], modelOf: ModelOf = () => null): Peers {
  const groupOf = (id: string, name: ModelName): string => modelOf(id)?.line ?? familyOf(name);
  const all = lists.flatMap(({ rows, sellerOf }) =>
    rows.flatMap((price) => ((price.row.cost.input ?? 0) > 0 ? [{ price, seller: sellerOf(price.row.provider) }] : [])),
  );
  const models = grouped(all, ({ price }) => groupOf(price.row.model, price.name));
  const lines = grouped(all, ({ price }) => price.name.words.join(' '));
  const inputs = all.map(({ price }) => price.row.cost.input ?? 0);
  const known = new Map<string, readonly Peer[]>();
  const groupNamed = remember((id) => groupOf(id, parseName(id)));
  return {
    usual: { median: medianOf(inputs), fence: fenceOf(inputs) },
    of: (provider, id) => {
      const group = groupNamed(id);
      const peers = known.get(group) ?? bySeller(models.get(group) ?? []);
      known.set(group, peers);
      return peers.filter(({ seller }) => seller !== provider.toLowerCase());
    },
    kinOf: (provider, id) => {
      const name = parseName(id);
      const own = groupOf(id, name);
      return (lines.get(name.words.join(' ')) ?? [])
        .filter(
          ({ price, seller }) => seller !== provider.toLowerCase() || groupOf(price.row.model, price.name) !== own,
        )
        .map(({ price, seller }) => peerOf(seller, [price]));
    },
  };
}

interface Sold {
  readonly price: Priced;
  readonly seller: string;
}

/** One peer a provider: the middle of what the lists have for it. */
const bySeller = (rows: readonly Sold[]): Peer[] =>
  [...grouped(rows, ({ seller }) => seller)].map(([seller, own]) =>
    peerOf(
      seller,
      own.map(({ price }) => price),
    ),
  );

const peerOf = (seller: string, prices: readonly Priced[]): Peer => ({
  seller,
  input: middleOf(prices.map(({ row }) => row.cost.input ?? 0)),
  output: middleOf(prices.map(({ row }) => row.cost.output ?? 0)),
});

/** The middle of the prices that are not 0; 0 where there is none. */
export const middleOf = (prices: readonly number[]): number => {
  const [only = 0] = prices;
  if (prices.length === 1) return Math.max(only, 0);
  const paid = prices.filter((price) => price > 0);
  return paid.length === 0 ? 0 : medianOf(paid);
};

/** So much does it say that a price is far off where it is the only one: embeddings, which have no other, differ by up to 21 times. */
const single = 1 / 5;

/**
 * How many times dearer or cheaper one price is, the smaller of input and output: a model may be dear in one of them. Of an
 * only price a fifth counts.
 */
export function apart(
  a: { readonly input?: number | null | undefined; readonly output?: number | null | undefined },
  b: { readonly input?: number | null | undefined; readonly output?: number | null | undefined },
): number {
  const times = (field: 'input' | 'output'): number => {
    const [one, other] = [a[field] ?? 0, b[field] ?? 0];
    return one > 0 && other > 0 ? Math.max(one / other, other / one) : Infinity;
  };
  const [input, output] = [times('input'), times('output')];
  return Math.min(input, output) * (Math.max(input, output) === Infinity ? single : 1);
}

/** Where two prices cannot both be right, the one nearer to what models cost is believed. */
export const isCloser = (
  one: { readonly input: number },
  other: { readonly input?: number | null | undefined },
  median: number,
): boolean => distance(one.input, median) < distance(other.input ?? 0, median);

const distance = (price: number, median: number): number => Math.abs(Math.log(price / median));
