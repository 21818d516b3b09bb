import { z } from 'zod';
import { cost, tier } from './cost.js';
import { identity } from './identity.js';
import { pricing, quote } from './pricing.js';
import { lifecycles, modes } from './words.js';

/** What goes in or comes out of a model. */
export const modality = z.enum(['text', 'image', 'audio', 'video', 'pdf']);
export type Modality = z.infer<typeof modality>;

/** What a model is for; null where the provider does not say. */
export const mode = z.enum(modes);
export type Mode = z.infer<typeof mode>;

export const lifecycle = z.enum(lifecycles);
export type Lifecycle = z.infer<typeof lifecycle>;

const flag = z.boolean().nullable();
const tokens = z.number().int().positive().nullable();
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
const day = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .nullable();

/** One offer: a model at a provider. Equal ids at two providers are two offers. */
export const model = z.strictObject({
  /** Exactly what the provider's API takes, case kept. */
  id: z.string().min(1),
  /** models.dev's id of who sells it, where it has one. */
  provider: z.string().min(1),
  /** Its name for people. */
  name: z.string().nullable(),
  /** The lab that made it: in enriched records in one spelling, in raw ones as the provider says. */
  ownedBy: z.string().nullable(),
  /** Which model it is, whatever its seller calls it; null where nobody looked yet. */
  model: identity.nullable().default(null),
  mode: mode.nullable(),
  /** What goes in and what comes out; empty where that is not known. */
  modalities: z.strictObject({
    /** What goes in. */
    input: z.array(modality),
    /** What comes out. */
    output: z.array(modality),
  }),
  /** Tokens. */
  limit: z.strictObject({
    /** Prompt and answer together. */
    context: tokens,
    /** The prompt alone, where that has a limit of its own. */
    input: tokens,
    /** The answer. */
    output: tokens,
  }),
  /** What it can do; null = nobody says. */
  capabilities: z.strictObject({
    /** Calls functions. */
    toolCall: flag,
    /** Thinks before it answers. */
    reasoning: flag,
    /** Answers in a JSON schema that it is given. */
    structuredOutput: flag,
    /** Takes files. */
    attachment: flag,
    /** Lets the temperature be set. */
    temperature: flag,
    /** Sends the answer as it comes. */
    streaming: flag,
  }),
  /** Whether its weights are published. */
  openWeights: flag,
  /** Weights format where it changes the offer, such as fp8. */
  quantization: z.string().nullable(),
  /** Up to when it knows the world: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  knowledge: day,
  /** When it came out: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  releaseDate: day,
  /** When it was last changed: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  lastUpdated: day,
  /** Whether it is offered, and for how long; null = nobody says. */
  status: lifecycle.nullable(),
  /** From when on others should be taken: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  deprecatedAt: day,
  /** From when on it is not served: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  retiresAt: day,
  cost,
  tiers: z.array(tier),
  pricing,
  /** What other endpoints of the source state beside that price; in raw records alone, the settled one has `agree` and `differ`. */
  quotes: z.array(quote).optional(),
  /** Which endpoint each part came from: `*` the one that listed the model, others where they are another one's word. */
  from: z.record(z.string(), z.string()),
  /** Fields that could not be read now, with the day of the reading that they are kept from; `*` = the model as a whole. */
  kept: z.record(z.string(), z.string()).optional(),
});
export type Model = z.infer<typeof model>;
