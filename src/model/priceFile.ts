import { z } from 'zod';
import { priceRow } from './price.js';
import { origins } from './origin.js';

/** `data/prices/<id>.json`: a price list as the last run that read it went by. */
export const priceFile = z.strictObject({
  /** Of the form of this file; another version is another form. */
  schemaVersion: z.literal(2),
  /** Id of the list. */
  source: z.string(),
  /** Name of the endpoint that gave the rows. */
  endpoint: z.string(),
  /** Its pages. */
  sources: origins,
  rows: z.array(priceRow),
});
export type PriceFile = z.infer<typeof priceFile>;
