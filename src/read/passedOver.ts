import type { Fault } from '../model/fault.js';
import type { Request } from '../model/request.js';
import type { Endpoint } from '../sources/define.js';
import type { Network } from './network.js';

/**
 * A fault for each endpoint of a source that may not be asked, because a key that its list needs is not there: `usable` says
 * which may. Whether that is a loss is for who knows what earlier runs had.
 */
export function passedOver(
  { endpoints }: { readonly endpoints: readonly Pick<Endpoint, 'name' | 'requests'>[] },
  { canUse }: Pick<Network, 'canUse'>,
): Fault[] {
  return endpoints.flatMap(({ name, requests }): Fault[] => {
    const needed = Object.values(requests)
      .filter(({ brings }) => !brings)
      .flatMap((ask) => ask.requests);
    const refused = needed.find((request) => !canUse(request));
    if (!refused) return [];
    const error = `${name}, which an earlier run had, needs ${keysOf(refused)}: set it, or run with --accept-shrink to go on without`;
    return [
      { endpoint: name, request: null, url: null, kind: 'no-key', httpStatus: null, error, attempts: 1, retryAt: null },
    ];
  });
}

/** What of the environment a request needs, in words. */
function keysOf({ url, key }: Request): string {
  const inUrl = [...url.matchAll(/\{([A-Z][A-Z0-9_]*)\}/g)].map(([, name = '']) => name);
  return [...inUrl, ...(key ? [key.env.join(' or ')] : [])].join(' and ') || 'a key';
}
