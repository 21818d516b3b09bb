import type { PriceRow } from '../../src/model/price.js';

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
