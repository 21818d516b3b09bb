import type { Endpoint } from '../sources/define.js';
import { askedAtOnce } from './askedAtOnce.js';

/** Requests that a page of a list is taken to lead to, where nobody has counted them: those of its entries, and the next page. */
const led = { entries: 20, next: 1 };

/** What is known of how long a source takes. */
export interface Known<One> {
  /** How long it took when it was read last, in ms; undefined where it never was. */
  readonly tookMs: (source: One) => number | undefined;
  /** Of one that was never read: how many bytes it is taken to send. */
  readonly bytes: (source: One) => number;
}

/**
 * Sources in the order in which to read them, the longest first, for one that takes long and begins last is waited for alone.
 * Those that were never read come before the others: any of them may be the longest; among them those that make the most
 * requests, and of as many those that send the most, for to read a large page takes as long as to wait for it, and at the end
 * nothing else is waited for meanwhile. Else the order stays.
 */
export function longestFirst<One extends { readonly endpoints: readonly Asking[] }>(
  sources: readonly One[],
  { tookMs, bytes }: Known<One>,
): One[] {
  return sources
    .map((source) => {
      const ms = tookMs(source) ?? Infinity;
      return { source, ms, requests: requestsOf(source), bytes: ms === Infinity ? bytes(source) : 0 };
    })
    .sort((a, b) => (a.ms === b.ms ? b.requests - a.requests || b.bytes - a.bytes : b.ms - a.ms))
    .map(({ source }) => source);
}

type Asking = Pick<Endpoint, 'requests' | 'fills'>;

/** The requests that a source makes when all is well. */
const requestsOf = ({ endpoints }: { readonly endpoints: readonly Asking[] }): number =>
  askedAtOnce(endpoints)
    .flatMap(({ requests }) => Object.values(requests))
    .reduce((sum, { requests, next, of }) => sum + requests.length + (of ? led.entries : 0) + (next ? led.next : 0), 0);
