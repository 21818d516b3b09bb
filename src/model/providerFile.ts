import { z } from 'zod';
import { model } from './model.js';
import { via } from './snapshot.js';

/** As the provider states it, or joined with the price lists. */
export const dataset = z.enum(['raw', 'enriched']);
export type Dataset = z.infer<typeof dataset>;

/** `data/providers/<id>.json` and `data/providers-enriched/<id>.json`: one provider's offers, sorted by id. */
export const providerFile = z.strictObject({
  schemaVersion: z.literal(1),
  provider: z.strictObject({
    id: z.string(),
    name: z.string(),
    docs: z.string(),
    /** Environment variables that hold a key for its API. */
    env: z.array(z.string()),
  }),
  /** ISO 8601: when the models were fetched or recorded. */
  fetchedAt: z.string(),
  /** Name of the endpoint that gave the models, and over what. */
  endpoint: z.string(),
  via,
  models: z.array(model),
});
export type ProviderFile = z.infer<typeof providerFile>;
