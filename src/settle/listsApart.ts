import type { PriceIndex } from '../match/priceIndex.js';
import type { Issue } from '../model/pricing.js';
import { type Shared, shared, type TokenField, tokenPricesOf } from './shared.js';

/** Fewer prices that two lists share say nothing of their units. */
const fewest = 20;
/** Two lists of which most shared prices are so many times apart are not in one unit. */
const leastUnit = 10;
/** Lists that share so many of their prices to the digit have them from each other: those we know agree in up to 0.89. */
const copied = 0.95;
/** USD per 1K tokens: about what models cost in the middle of each list we know. */
const usual: Readonly<Record<TokenField, number>> = { input: 0.0005, output: 0.002 };
/** So many times nearer to what is usual must one of two be to be believed for that alone. */
const clearly = 3;

/**
 * The lists that are not believed as a whole, by id, with the figures in words: most of their prices are one factor of ten or
 * more away from those of other lists for the same models at the same sellers, so that their unit is another one.
 *
 * Of lists that stand against each other the more numerous are believed. Such as copy each other count as one: two of them
 * are no more than a third. Of equals those are believed whose prices are clearly nearer to what tokens cost, and where
 * none are, neither. One list alone is believed.
 */
export const listsApart = (lists: readonly PriceIndex[]): ReadonlyMap<string, Issue> =>
  new Map([...apartIn(lists, 'output'), ...apartIn(lists, 'input')]);

function apartIn(lists: readonly PriceIndex[], field: TokenField): ReadonlyMap<string, Issue> {
  const found = new Map<string, Issue>();
  const pairs = pairsOf(lists, field);
  const against = pairs.filter(isApart).toSorted((a, b) => b.count - a.count);
  if (against.length === 0) return found;
  const camps = linked(lists, pairs.filter(isTogether));
  const voices = linked(lists, pairs.filter(isCopy));
  const votes = (list: string): number =>
    new Set([...camps].filter(([, camp]) => camp === camps.get(list)).map(([member]) => voices.get(member))).size;
  for (const pair of against) {
    const lead = votes(pair.list) - votes(pair.other);
    const isBelieved = lead === 0 ? isUsual(pair, usual[field]) : lead > 0;
    if (!isBelieved && !found.has(pair.list)) found.set(pair.list, inWords(pair, field));
  }
  return found;
}

/** What a list shares with another one. */
interface Pair extends Shared {
  readonly list: string;
  readonly other: string;
}

/** Every list beside every other one that it shares enough with. */
function pairsOf(lists: readonly PriceIndex[], field: TokenField): Pair[] {
  if (lists.length < 2) return [];
  const prices = lists.map((list) => [list.list, tokenPricesOf(list, field)] as const);
  return prices.flatMap(([list, own], i) =>
    prices.slice(i + 1).flatMap(([other, others]): Pair[] => {
      const both = shared(own, others);
      if (both.count < fewest) return [];
      const turned = { factor: 1 / both.factor, middle: both.theirs, theirs: both.middle };
      return [
        { ...both, list, other },
        { ...both, ...turned, list: other, other: list },
      ];
    }),
  );
}

const isFar = ({ factor }: Shared): boolean => factor >= leastUnit || factor <= 1 / leastUnit;
const isApart = (pair: Pair): boolean => isFar(pair) && pair.atFactor * 2 > pair.count;
const isTogether = (pair: Pair): boolean => !isFar(pair);
const isCopy = ({ same, count }: Pair): boolean => same >= count * copied;

/** The lists, each with the name of its group: those that a pair links, be it over others. */
function linked(lists: readonly PriceIndex[], pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const groups = new Map(lists.map(({ list }) => [list, list]));
  for (const { list, other } of pairs) {
    const [into = list, from] = [groups.get(list), groups.get(other)];
    for (const [member, group] of groups) if (group === from) groups.set(member, into);
  }
  return groups;
}

/** Whether the prices of the list are clearly nearer to what is usual than those of the other one. */
function isUsual({ middle, theirs }: Pair, price: number): boolean {
  const timesAway = (one: number): number => Math.max(one / price, price / one);
  return timesAway(middle) * clearly < timesAway(theirs);
}

function inWords({ list, other, factor, atFactor, count }: Pair, field: TokenField): Issue {
  const rounded = (times: number): string => Number(times.toPrecision(2)).toLocaleString('en');
  const times = factor > 1 ? `${rounded(factor)} times` : `1/${rounded(1 / factor)} of`;
  const what = `${atFactor} of the ${count} ${field} prices that ${list} shares with ${other}`;
  return { code: 'another-unit', detail: `${what} are ${times} those: is their unit another one?` };
}
