import type { Model } from '../../model/model.js';
import type { Brought } from '../ask.js';
import { fillOrigin, pricedBy } from '../fill.js';
import type { Keeping } from '../kind.js';

type Chain = Pick<Keeping, 'endpoints'>;

/** An endpoint by the one name that `from` has for it, whether it is told by that or by its own. */
export function originOf(told: string, { endpoints }: Chain): string {
  const endpoint = endpoints.find((one) => one.name === told || fillOrigin(one) === told);
  return endpoint ? fillOrigin(endpoint) : told;
}

/** Where an endpoint stands in the chain; one that is not in it any more is the last. */
export function rankOf(origin: string, { endpoints }: Chain): number {
  const rank = endpoints.findIndex((endpoint) => fillOrigin(endpoint) === origin);
  return rank < 0 ? endpoints.length : rank;
}

/** Whether an endpoint, or a page of it, that brings this failed. */
export const isLost = (origin: string, what: Brought, how: Keeping): boolean =>
  how.lost.some(({ endpoint, brings }) => brings.includes(what) && originOf(endpoint, how) === origin);

/** Who listed a model of a reading that `endpoint` gave. */
export const listerOf = (model: Model, endpoint: string, how: Chain): string =>
  originOf(model.from['*'] ?? endpoint, how);

/** Who said a field of such a model. */
export const saidBy = (model: Model, field: string, endpoint: string, how: Chain): string =>
  originOf(model.from[field] ?? model.from['*'] ?? endpoint, how);

/** Who states the price of such a model; null where nobody does. */
export const priceOrigin = (model: Model, endpoint: string, how: Chain): string | null => {
  const by = pricedBy(model, endpoint);
  return by === null ? null : originOf(by, how);
};
