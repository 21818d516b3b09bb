import { z } from 'zod';
import { facets } from './identity.js';

/** An offer, with what was known of it when it was looked at. */
const known = z.strictObject({
  /** Id of who sells it. */
  provider: z.string(),
  /** Exactly what its API takes. */
  id: z.string(),
  /** Its name for people. */
  name: z.string().optional(),
  /** The lab in the seller's words. */
  ownedBy: z.string().optional(),
  /** When it came out, as the seller says. */
  releaseDate: z.string().optional(),
  /** What its id says beside the model; left out where that is nothing. */
  facets: facets.optional(),
});

/** What the parts of a name are. */
export const parts = z.strictObject({
  /** Who trained it: `meta`. */
  lab: z.string(),
  /** `llama`; null where no word of the name is a family's. */
  family: z.string().nullable(),
  /** `3.3`; several are apart by a space. */
  version: z.string().nullable(),
  /** `70b`, `235b a22b`. */
  size: z.string().nullable(),
  /** What else the name says: `instruct`, `mini`, `vl thinking`. */
  variant: z.string().nullable(),
});
export type Parts = Readonly<z.infer<typeof parts>>;

/** One model with all who offer it. */
export const knownModel = parts.extend({
  key: z.string(),
  line: z.string(),
  /** Words by which offers of it go, each set sorted: by these a new offer finds it. */
  words: z.array(z.string()),
  /** Days that stand behind its offers' names, such as `2024-11-20` or `--07-11`. */
  days: z.array(z.string()),
  offers: z.array(known),
});
export type KnownModel = Readonly<z.infer<typeof knownModel>>;

/** Every model that the recordings know, so that one offer can be told which it is without the table. */
export const registry = z.strictObject({
  schemaVersion: z.literal(1),
  /** By key. */
  models: z.array(knownModel),
  /** Offers of which it can't be told. */
  unnamed: z.array(known.extend({ why: z.string() })),
});
export type Registry = Readonly<z.infer<typeof registry>>;
export type KnownOffer = Readonly<z.infer<typeof known>>;
