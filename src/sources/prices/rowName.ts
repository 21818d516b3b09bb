import type { PriceRow } from '../../model/price.js';

/** What a row is known by from reading to reading: `OPENAI equals gpt-4o`. A list may have several of one name. */
export const rowName = ({ provider, operator, model }: Pick<PriceRow, 'provider' | 'operator' | 'model'>): string =>
  `${provider} ${operator} ${model}`;
