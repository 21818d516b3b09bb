import type { CostField } from '../model/cost.js';

/** What one price is for, in the plural as unit formats want it. */
const each: Partial<Record<CostField, string>> = {
  perImage: 'Images',
  perInputImage: 'Images',
  perMegapixel: 'Megapixels',
  perRequest: 'Requests',
  perSearch: 'Searches',
  perSecond: 'Seconds',
  perPage: 'Pages',
  perCharacter: 'Characters',
};

/** The unit of a price of the record: `1000 Tokens`, `Images`. */
export const unitOf = (field: CostField): string => each[field] ?? '1000 Tokens';

/** Whether a price is USD per 1,000 tokens. */
export const isOfTokens = (field: CostField): boolean => !(field in each);
