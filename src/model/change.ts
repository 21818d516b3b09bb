import { z } from 'zod';
import { cost, tier } from './cost.js';
import { model } from './model.js';
import { priceStatus } from './pricing.js';

/** What became other: an offer or a provider as a whole, or one of the facts about an offer. */
export const changeKind = z.enum([
  'price',
  'offer-new',
  'offer-gone',
  'status',
  'limit',
  'capability',
  'provider-new',
  'provider-gone',
]);
export type ChangeKind = z.infer<typeof changeKind>;

const { modalities, limit, capabilities, status, deprecatedAt, retiresAt, tiers } = model.shape;

/** What is compared of an offer, in the words and units of its record. */
export const offered = z.strictObject({
  /** What is known of its price. */
  pricing: priceStatus,
  /** Only the prices that are known. */
  cost: cost.partial(),
  tiers,
  limit,
  status,
  deprecatedAt,
  retiresAt,
  mode: model.shape.mode,
  modalities,
  capabilities,
});
export type Offered = z.infer<typeof offered>;

/** Where one side of a change stands. */
export const changeEvidence = z.strictObject({
  /** provider, catalog:models.dev, or the id of a price list. */
  witness: z.string(),
  /** Of the page; null where the records do not name it. */
  url: z.string().nullable(),
  /** ISO 8601: when the page was fetched or recorded. */
  fetchedAt: z.string().nullable(),
  /** Of the page's body, hex. */
  sha256: z.string().nullable(),
  /** Place among the rows of the endpoint, from 0; null where the records do not say it. */
  row: z.number().int().nonnegative().nullable(),
});
export type ChangeEvidence = Readonly<z.infer<typeof changeEvidence>>;

/** What one side says; null where it says nothing. Of a provider the number of its offers, of a new or gone offer all that is compared. */
const side = z.union([z.null(), z.number(), z.string(), z.boolean(), z.array(z.string()), offered]);
export type ChangeValue = z.infer<typeof side>;

/** A line of `data/changes.jsonl`: one fact that one run found other than the run before. */
export const change = z.strictObject({
  /** The run that found it, by its `startedAt`; absent where two tables are compared. */
  run: z.string().optional(),
  /** The run that it is held against. */
  since: z.string().optional(),
  kind: changeKind,
  /** Who sells the offer. */
  provider: z.string(),
  /** Of the offer; null where it is about the provider. */
  id: z.string().nullable(),
  /** Which fact: a field of `cost`, `limit` or `capabilities`, or `status`, `pricing`, `mode`, `modalities.input` …. */
  field: z.string().optional(),
  /** Under which condition the price holds; absent where it always does. */
  when: tier.shape.when.optional(),
  before: side,
  after: side,
  /** By how much a price moved, in percent of what it was; null where one side is not known or 0. Only of prices. */
  percent: z.number().nullable().optional(),
  /** Where both sides stand; null on the side where there is nothing. */
  evidence: z.strictObject({ before: changeEvidence.nullable(), after: changeEvidence.nullable() }),
  /** ISO 8601: when the reading was fetched that does not list a gone offer any more. */
  missingSince: z.string().optional(),
});
export type Change = Readonly<z.infer<typeof change>>;
