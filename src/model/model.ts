import { z } from 'zod';
import { identity } from './identity.js';
import { evidence } from './origin.js';

/** What goes in or comes out of a model. */
export const modality = z.enum(['text', 'image', 'audio', 'video', 'pdf']);
export type Modality = z.infer<typeof modality>;

/** What a model is for; null where the provider does not say. */
export const mode = z.enum([
  'chat',
  'completion',
  'embedding',
  'rerank',
  'image',
  'video',
  'speech',
  'transcription',
  'moderation',
  'ocr',
  'other',
]);
export type Mode = z.infer<typeof mode>;

const price = z.number().nonnegative().nullable();

/**
 * What a call costs. Token prices are USD per 1,000 tokens, the `per…` prices USD per one of them.
 * null = not known, 0 = the provider says that it is free.
 */
export const cost = z.strictObject({
  /** Of the prompt. */
  input: price,
  /** Of the answer. */
  output: price,
  /** Of a prompt, or the part of one, that is read from the cache. */
  cacheRead: price,
  /** Writing to the cache, the shortest lifetime on offer (5 minutes at Anthropic). */
  cacheWrite: price,
  /** Writing to the cache for an hour. */
  cacheWrite1h: price,
  /** Of reasoning, where it costs other than the answer. */
  reasoning: price,
  /** Of sound that goes in. */
  inputAudio: price,
  /** Of sound that comes out. */
  outputAudio: price,
  /** Of images that go in, by their tokens. */
  inputImage: price,
  /** Of images that come out, by their tokens. */
  outputImage: price,
  /** An image that comes out. */
  perImage: price.optional(),
  /** An image that goes in. */
  perInputImage: price.optional(),
  /** A megapixel of an image that comes out. */
  perMegapixel: price.optional(),
  /** A call, beside its tokens. */
  perRequest: price.optional(),
  /** A search of the web, or of documents that are ranked. */
  perSearch: price.optional(),
  /** Of audio or video; prices per minute and hour are converted. */
  perSecond: price.optional(),
  /** A page of a document that is read. */
  perPage: price.optional(),
  /** A character of the text. */
  perCharacter: price.optional(),
});
export type Cost = z.infer<typeof cost>;
export type CostField = keyof Cost;

/** A price that holds under a condition, such as a long prompt or a batch queue. Only the fields that differ are given. */
export const tier = z.strictObject({
  /** All of these together; a condition that is not there does not count. */
  when: z.strictObject({
    /** Prompt longer than this many tokens. */
    contextAbove: z.number().int().nonnegative().optional(),
    /** Prompt of at most this many tokens. */
    contextUpTo: z.number().int().positive().optional(),
    /** batch, flex, priority or another level of service, in the provider's words. */
    serviceTier: z.string().optional(),
    /** Where it is served, in the provider's words. */
    region: z.string().optional(),
    /** Hours of the day in UTC, half open, such as `01:00-04:00`; they may cross midnight. */
    timeUtc: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/)
      .optional(),
    /** Days of the week, such as `mon-fri` or `sat,sun`. */
    days: z
      .string()
      .regex(/^(mon|tue|wed|thu|fri|sat|sun)([-,](mon|tue|wed|thu|fri|sat|sun))*$/)
      .optional(),
    /** The first day that it holds, ISO date. */
    from: z.iso.date().optional(),
    /** The last day that it holds, ISO date. */
    until: z.iso.date().optional(),
    /** From this many units a month or a call on, where the provider prices by quantity. */
    quantityAbove: z.number().nonnegative().optional(),
    /** Size, quality, resolution or another condition in the provider's words. */
    variant: z.string().optional(),
  }),
  cost: cost.partial(),
});
export type Tier = z.infer<typeof tier>;

/** Something to know of a price. */
export const issue = z.strictObject({
  /** A law's name, or another word for programs, such as `no-match`. */
  code: z.string(),
  /** The same for people, with the figures. */
  detail: z.string(),
});
export type Issue = z.infer<typeof issue>;

/** Which row of a price list was taken, and why it is believed to price this model. */
export const match = z.strictObject({
  /** exact, contains or similar. */
  strategy: z.string(),
  /** 0…1: the share of matches of this kind that are right, as measured on the labels. */
  confidence: z.number().min(0).max(1),
  /** Why the names are one model's, in words. */
  reason: z.string(),
  /** The price list's own name of the provider, such as OPENAI. */
  provider: z.string(),
  /** The name in the row. */
  model: z.string(),
  /** How the row compares its name: equals, startsWith or includes. */
  operator: z.string(),
});
export type Match = z.infer<typeof match>;

/**
 * priced = at least one price is known, free = the provider says so, variable = depends on the call,
 * plan = part of a subscription, unknown = nobody says, quarantined = a price was found but is not believable.
 */
export const priceStatus = z.enum(['priced', 'free', 'variable', 'plan', 'unknown', 'quarantined']);
export type PriceStatus = z.infer<typeof priceStatus>;

/** Somebody's word on what an offer costs. */
export const quote = z.strictObject({
  /** provider, catalog:models.dev, or the id of a price list. */
  witness: z.string(),
  /** Where it stands. */
  evidence,
  /** USD, in the units of `cost`. */
  cost: cost.partial(),
  tiers: z.array(tier),
  /** How the row was found, where that is a matter of names. */
  match: match.nullable(),
});
export type Quote = z.infer<typeof quote>;

/** What the price of an offer is worth. */
export const pricing = z.strictObject({
  status: priceStatus,
  /** The witness whose quote it is: provider, catalog:models.dev, helicone …; null where there is none. */
  source: z.string().nullable(),
  /** 0…1: the chance that the price is right, as measured on prices that are known; null where there is none, or none was worked out. */
  confidence: z.number().min(0).max(1).nullable(),
  /** Where the price stands; null where there is none. */
  evidence: evidence.nullable(),
  /** Other witnesses that say the same. */
  agree: z.array(z.string()),
  /** Those that say something else, with the prices in which they differ. */
  differ: z.array(
    z.strictObject({
      /** Who says it. */
      witness: z.string(),
      /** Only the prices in which it differs. */
      cost: cost.partial(),
    }),
  ),
  match: match.nullable(),
  /** What a reader of the price should know, or why there is none. */
  issues: z.array(issue),
});
export type Pricing = z.infer<typeof pricing>;

export const lifecycle = z.enum(['active', 'preview', 'deprecated', 'retired']);
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
  /** The lab that made it. */
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
