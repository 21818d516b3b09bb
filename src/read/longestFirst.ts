import type { Endpoint } from '../sources/define.js';
import { askedAtOnce } from './askedAtOnce.js';

/** Requests that a page of a list is taken to lead to, where nobody has counted them: those of its entries, and the next page. */
const led = { entries: 20, next: 1 };

/**
 * Sources in the order in which to read them, the longest first, for one that takes long and begins last is waited for alone.
 * `tookMs` says how long a source took when it was read last, in ms. Those that were never read come before the others: any
 * of them may be the longest; among them those that make the most requests. Else the order stays.
 */
export function longestFirst<One extends { readonly endpoints: readonly Asking[] }>(
  sources: readonly One[],
  tookMs: (source: One) => number | undefined,
): One[] {
  return sources
    .map((source) => ({ source, ms: tookMs(source) ?? Infinity, requests: requestsOf(source) }))
    .sort((a, b) => (a.ms === b.ms ? b.requests - a.requests : b.ms - a.ms))
    .map(({ source }) => source);
}

type Asking = Pick<Endpoint, 'requests' | 'fills'>;

/** The requests that a source makes when all is well. */
const requestsOf = ({ endpoints }: { readonly endpoints: readonly Asking[] }): number =>
  askedAtOnce(endpoints)
    .flatMap(({ requests }) => Object.values(requests))
    .reduce((sum, { requests, next, of }) => sum + requests.length + (of ? led.entries : 0) + (next ? led.next : 0), 0);
