import { z } from 'zod';
import { priceRow } from './price.js';

/** `data/prices/<source>.json`: the price list that the last run went by. */
export const priceFile = z.strictObject({
  schemaVersion: z.literal(1),
  source: z.string(),
  url: z.string(),
  via: z.enum(['live', 'mirror', 'recording']),
  /** ISO 8601: when it was fetched or recorded. */
  fetchedAt: z.string(),
  rows: z.array(priceRow),
});
export type PriceFile = z.infer<typeof priceFile>;

/** Where the file is, relative to the output folder. */
export const pricePath = (source: string): string => `prices/${source}.json`;

/** A price list as it is kept, keys in their order. */
export const priceFileOf = (
  list: Omit<PriceFile, 'schemaVersion' | 'rows'> & { readonly rows: readonly PriceFile['rows'][number][] },
): PriceFile => ({
  schemaVersion: 1,
  source: list.source,
  url: list.url,
  via: list.via,
  fetchedAt: list.fetchedAt,
  rows: [...list.rows],
});
