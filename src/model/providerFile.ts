import { z } from 'zod';
import { model } from './model.js';
import { origins } from './origin.js';

/** As the provider states it, or joined with the price lists. */
export const dataset = z.enum(['raw', 'enriched']);
export type Dataset = z.infer<typeof dataset>;

/** `data/providers/<id>.json` and `data/providers-enriched/<id>.json`: one provider's offers, sorted by id. */
export const providerFile = z.strictObject({
  schemaVersion: z.literal(2),
  provider: z.strictObject({
    id: z.string(),
    name: z.string(),
    docs: z.string(),
    /** Environment variables that hold a key for its API. */
    env: z.array(z.string()),
  }),
  /** Name of the endpoint that gave the models. */
  endpoint: z.string(),
  /** The pages that the models name. */
  sources: origins,
  models: z.array(model),
});
export type ProviderFile = z.infer<typeof providerFile>;
