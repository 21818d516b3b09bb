import { z } from 'zod';
import { priceRow } from './price.js';
import { via } from './snapshot.js';

/** `data/prices/<id>.json`: a price list as the last run that read it went by. */
export const priceFile = z.strictObject({
  schemaVersion: z.literal(1),
  source: z.string(),
  /** Name of the endpoint that gave the rows, and over what. */
  endpoint: z.string(),
  url: z.string(),
  via,
  /** ISO 8601: when it was fetched or recorded. */
  fetchedAt: z.string(),
  /** Of its body, hex. */
  sha256: z.string(),
  rows: z.array(priceRow),
});
export type PriceFile = z.infer<typeof priceFile>;
