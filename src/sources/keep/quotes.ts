import type { Model } from '../../model/model.js';
import type { Quote } from '../../model/pricing.js';
import type { Keeping } from '../kind.js';
import { asOf } from './asOf.js';
import { noted } from './noted.js';
import { isLost, originOf } from './origins.js';

/** The endpoint of a page, by the name that `from` has for it: `docs` of `docs/meters/2@2026-08-01`. */
const endpointOf = ({ evidence }: Quote, how: Keeping): string =>
  originOf(evidence.endpoint.split(/[/@]/)[0] ?? '', how);

/** The model with what endpoints that failed now stated beside its price in an earlier reading, as of that day. */
export function withKeptQuotes(model: Model, earlier: Model, how: Keeping): Model {
  const now = model.quotes ?? [];
  const told = new Set(now.map((quote) => endpointOf(quote, how)));
  const lost = (earlier.quotes ?? []).filter((quote) => {
    const endpoint = endpointOf(quote, how);
    return isLost(endpoint, 'prices', how) && !told.has(endpoint);
  });
  if (lost.length === 0) return model;
  const quotes = [...now, ...lost.map((quote) => asOf(quote, how.day))];
  const { kept, from } = noted(model, earlier, ['quotes'], how);
  return { ...model, quotes, from, ...(kept && { kept }) };
}
