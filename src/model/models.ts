import { z } from 'zod';
import { facets } from './identity.js';
import { parts } from './registry.js';

/** One model with all who offer it. */
const modelEntry = parts.extend({
  /** `meta/llama-3.3-70b-instruct`. */
  key: z.string(),
  /** The key without its date or alias. */
  line: z.string(),
  /** Dates that its offers' ids say, as they are written. */
  snapshots: z.array(z.string()),
  /** All ids by which it is sold. */
  ids: z.array(z.string()),
  /** By provider and id. */
  offers: z.array(
    z.strictObject({
      /** Who sells it. */
      provider: z.string(),
      /** What its API takes. */
      id: z.string(),
      facets,
    }),
  ),
});
export type ModelEntry = Readonly<z.infer<typeof modelEntry>>;

/** `models.json`: the models behind the offers of the table, by key. */
export const modelsFile = z.strictObject({
  /** Raised when fields change their meaning or go. */
  schemaVersion: z.literal(2),
  /** By key. */
  models: z.array(modelEntry),
});
export type ModelsFile = Readonly<z.infer<typeof modelsFile>>;
