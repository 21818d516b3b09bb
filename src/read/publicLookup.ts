import type { LookupAddress } from 'node:dns';
import dns from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublic } from './isPublic.js';

/** How host names become addresses, as `dns.lookup` does it. */
export type Lookup = LookupFunction;

/**
 * A lookup that gives public addresses alone. A name that has none but private ones is an error, of which `refused` is told the
 * first address: a stranger who has us ask for a name of his may have it point into our own network.
 */
export const publicLookup =
  (refused: (address: string) => void, lookup: Lookup = dns.lookup): Lookup =>
  (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      if (error) return callback(error, found, family);
      const all: LookupAddress[] = typeof found === 'string' ? [{ address: found, family: family ?? 0 }] : found;
      const open = all.filter(({ address }) => isPublic(address));
      const [first] = open;
      if (first) return typeof found === 'string' ? callback(null, first.address, first.family) : callback(null, open);
      const address = all[0]?.address ?? 'no address';
      refused(address);
      return callback(new Error(`${hostname} is the private address ${address}`), found, family);
    });
  };
