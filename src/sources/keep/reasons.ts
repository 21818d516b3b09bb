import type { Model } from '../../model/model.js';
import { fillOrigin, reasonsOf } from '../fill.js';
import type { Keeping } from '../kind.js';
import { asOf } from './asOf.js';
import { noted } from './noted.js';
import { isLost } from './origins.js';
import { statedPrices } from '../statedPrices.js';
import { conditionOf } from '../conditions.js';

/**
 * The model with what the provider said of the price in an earlier reading, such as that there is none: a catalog's price
 * does not stand in for that because the page that said so failed. As it is where nothing is lost.
 */
export function withKeptReasons(model: Model, earlier: Model, how: Keeping): Model {
  const isOwnLost = how.endpoints.some(
    (endpoint) => endpoint.origin === undefined && isLost(fillOrigin(endpoint), 'prices', how),
  );
  const said = new Set(reasonsOf(model).map(({ code }) => code));
  const lost = reasonsOf(earlier).filter(({ code }) => !said.has(code));
  if (!isOwnLost || lost.length === 0) return model;
  const isCatalogs = model.pricing.source?.startsWith('catalog:') ?? false;
  if (earlier.pricing.status === 'unknown' && (model.pricing.status === 'unknown' || isCatalogs)) {
    const { cost, tiers, pricing } = earlier;
    return noted({ ...model, cost, tiers, pricing: asOf(pricing, how.day) }, earlier, ['cost'], how);
  }
  const pricesOf = (one: Model): string => JSON.stringify(statedPrices(one, conditionOf));
  if (model.pricing.status !== earlier.pricing.status || pricesOf(model) !== pricesOf(earlier)) return model;
  return { ...model, pricing: { ...model.pricing, issues: [...model.pricing.issues, ...lost] } };
}
