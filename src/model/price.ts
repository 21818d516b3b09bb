import { z } from 'zod';
import { cost, tier } from './cost.js';
import { mode } from './model.js';
import { evidence } from './origin.js';

/** How a row of a price list names its models, in Helicone's terms. */
export const operator = z.enum(['equals', 'startsWith', 'includes']);

/** USD per 1,000 tokens (`per…`: USD per one); only the fields that the list has. */
const prices = z.partialRecord(cost.keyof(), z.number());

/** One row of a price list, before any judgement: prices may be negative, absurd or zero here. */
export const priceRow = z.strictObject({
  /** The list's own provider name, such as OPENAI. */
  provider: z.string().min(1),
  /** What `operator` compares with a model's id. */
  model: z.string().min(1),
  operator,
  /** What the model is for, where the list says it. */
  mode: mode.optional(),
  /** USD per 1,000 tokens (`per…`: USD per one). Not bounded: judging them comes later. */
  cost: prices,
  /** Prices under a condition, such as a long prompt, a batch queue or a day from which they hold. */
  tiers: z.array(z.strictObject({ when: tier.shape.when, cost: prices })).optional(),
  /** Where it stands. */
  evidence: evidence.optional(),
});
export type PriceRow = z.infer<typeof priceRow>;
