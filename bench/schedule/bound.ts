import type { Endpoint } from '../../src/sources/define.js';
import type { Waits } from './slowMirror.js';
import { lastOf, requestsOf } from './timeOf.js';

/** A provider or a price list. */
export interface Read {
  readonly id: string;
  readonly endpoints: readonly Pick<Endpoint, 'requests' | 'fills'>[];
}

/** The least time that a run can take, in ms, and what it comes from. */
export interface Bound {
  readonly longest: number;
  readonly longestId: string;
  readonly sum: number;
  /** The larger of `longest` and `sum` divided by the concurrency. */
  readonly ms: number;
}

/**
 * What the requests of a run take at the least, by how long the server made each wait: max(longest, sum / concurrency).
 *
 * The time of a source is that from its first request to its last answer, were it read alone by a program that takes no time:
 * all its endpoints side by side, each request as soon as the page is there that leads to it, at most four at a time to a host.
 * `longest` is the largest of these times, `sum` that of all sources together, in which a request that several sources share,
 * and a run makes once, counts once and for itself. Transfer, parsing, joining, writing, two sources that ask the same host,
 * and the start of the program count nothing: that is what the run's time is measured against.
 */
export function boundOf(sources: readonly Read[], waits: Waits, concurrency: number): Bound {
  const read = sources.map((source) => ({ source, answered: requestsOf(source, waits) }));
  const users = new Map<string, number>();
  for (const { answered } of read)
    for (const key of new Set(answered.map((one) => one.key))) users.set(key, (users.get(key) ?? 0) + 1);
  const isShared = (key: string): boolean => (users.get(key) ?? 0) > 1;

  const [first] = read
    .map(({ source, answered }) => ({ id: source.id, ms: lastOf(answered) }))
    .sort((a, b) => b.ms - a.ms);
  const own = sources.map((source) => lastOf(requestsOf(source, waits, isShared)));
  const shared = [...users.keys()].filter(isShared).map((key) => waits[key]?.ms ?? 0);
  const sum = [...own, ...shared].reduce((total, ms) => total + ms, 0);
  const longest = first?.ms ?? 0;
  return { longest, longestId: first?.id ?? '', sum, ms: Math.max(longest, sum / concurrency) };
}
