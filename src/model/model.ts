import { z } from 'zod';
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
  input: price,
  output: price,
  cacheRead: price,
  /** Writing to the cache, the shortest lifetime on offer (5 minutes at Anthropic). */
  cacheWrite: price,
  cacheWrite1h: price,
  reasoning: price,
  inputAudio: price,
  outputAudio: price,
  inputImage: price,
  outputImage: price,
  perImage: price.optional(),
  perInputImage: price.optional(),
  perMegapixel: price.optional(),
  perRequest: price.optional(),
  perSearch: price.optional(),
  /** Of audio or video; prices per minute and hour are converted. */
  perSecond: price.optional(),
  perPage: price.optional(),
  perCharacter: price.optional(),
});
export type Cost = z.infer<typeof cost>;
export type CostField = keyof Cost;

/** A price that holds under a condition, such as a long prompt or a batch queue. Only the fields that differ are given. */
export const tier = z.strictObject({
  when: z.strictObject({
    /** Prompt longer than this many tokens. */
    contextAbove: z.number().int().nonnegative().optional(),
    /** Prompt of at most this many tokens. */
    contextUpTo: z.number().int().positive().optional(),
    serviceTier: z.string().optional(),
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
    /** First and last day that it holds, ISO dates. */
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
    /** From this many units a month or a call on, where the provider prices by quantity. */
    quantityAbove: z.number().nonnegative().optional(),
    /** Size, quality, resolution or another condition in the provider's words. */
    variant: z.string().optional(),
  }),
  cost: cost.partial(),
});
export type Tier = z.infer<typeof tier>;

export const issue = z.strictObject({ code: z.string(), detail: z.string() });
export type Issue = z.infer<typeof issue>;

/** Which row of a price list was taken, and why it is believed to price this model. */
export const match = z.strictObject({
  strategy: z.string(),
  /** 0…1: the share of matches of this kind that are right, as measured on the labels. */
  confidence: z.number().min(0).max(1),
  reason: z.string(),
  /** The price list's own name of the provider, such as OPENAI. */
  provider: z.string(),
  model: z.string(),
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
  differ: z.array(z.strictObject({ witness: z.string(), cost: cost.partial() })),
  match: match.nullable(),
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
  provider: z.string().min(1),
  name: z.string().nullable(),
  /** The lab that made it. */
  ownedBy: z.string().nullable(),
  mode: mode.nullable(),
  modalities: z.strictObject({ input: z.array(modality), output: z.array(modality) }),
  /** Tokens. */
  limit: z.strictObject({ context: tokens, input: tokens, output: tokens }),
  capabilities: z.strictObject({
    toolCall: flag,
    reasoning: flag,
    structuredOutput: flag,
    attachment: flag,
    temperature: flag,
    streaming: flag,
  }),
  openWeights: flag,
  /** Weights format where it changes the offer, such as fp8. */
  quantization: z.string().nullable(),
  knowledge: day,
  releaseDate: day,
  lastUpdated: day,
  status: lifecycle.nullable(),
  deprecatedAt: day,
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
