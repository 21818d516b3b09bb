import { z } from 'zod';

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
