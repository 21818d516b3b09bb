import { z } from 'zod';
import { model } from './model.js';
import { origins } from './origin.js';
import { providerKind } from './providerKind.js';

/** As the provider states it, or joined with the price lists. */
export const dataset = z.enum(['raw', 'enriched']);
export type Dataset = z.infer<typeof dataset>;

/** `data/providers/<id>.json` and `data/providers-enriched/<id>.json`: one provider's offers, sorted by id. */
export const providerFile = z.strictObject({
  /** Of the form of this file; another version is another form. */
  schemaVersion: z.literal(2),
  /** Who sells the models. */
  provider: z.strictObject({
    /** models.dev's id, where it has one. */
    id: z.string(),
    /** For people. */
    name: z.string(),
    /** What it is to the models that it sells; null where nobody says. */
    kind: providerKind.nullable().default(null),
    /** Page for people. */
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
