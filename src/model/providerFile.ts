import { z } from 'zod';
import { model } from './model.js';

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
  /** Link of the source's chain that gave the models, and over what. */
  link: z.string(),
  via: z.enum(['live', 'mirror', 'recording']),
  models: z.array(model),
});
export type ProviderFile = z.infer<typeof providerFile>;
