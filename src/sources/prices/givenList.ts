import type { PriceList } from '../define.js';

/** Name of the endpoint of a list that the user names: no earlier word of the list's own, and none of a later run's. */
export const given = 'given';

/** A price list read from another place, a file or an address, in the form of its first endpoint. */
export function givenList(list: PriceList, place: string): PriceList {
  const [first] = list.endpoints;
  if (!first) return list;
  const [name = 'list'] = Object.keys(first.requests);
  const requests = Object.fromEntries(
    Object.entries(first.requests).map(([other, ask]) => [
      other,
      other === name ? { ...ask, requests: [{ url: place }] } : ask,
    ]),
  );
  return { ...list, endpoints: [{ ...first, name: given, requests }] };
}
