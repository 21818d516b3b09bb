import { z } from 'zod';
import { cost, tier } from './cost.js';
import { evidence } from './origin.js';
import { priceStatuses } from './words.js';

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
export const priceStatus = z.enum(priceStatuses);
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
