import { buildPriceIndex, type PriceIndex } from '../../src/match/priceIndex.js';
import type { PriceRow } from '../../src/model/price.js';
import { helicone } from '../../src/sources/prices/helicone.js';

/** A row of a price list, prices in USD per 1K tokens. */
export const row = (
  provider: string,
  model: string,
  input = 0.001,
  output = 0.002,
  operator: PriceRow['operator'] = 'equals',
): PriceRow => ({ provider, model, operator, cost: { input, output } });

export const family = (provider: string, model: string, input = 0.001, output = 0.002): PriceRow =>
  row(provider, model, input, output, 'includes');

/** The rows as Helicone's list, ready for lookups. */
export const indexOf = (rows: readonly PriceRow[]): PriceIndex => buildPriceIndex(helicone, rows);

/** The rows as a list of another name, in which OPENAI is still OPENAI. */
export const otherIndexOf = (list: string, ...rows: PriceRow[]): PriceIndex =>
  buildPriceIndex({ id: list, sellers: {} }, rows);
