import { z } from 'zod';
import { cost } from './model.js';

/** How a row of a price list names its models, in Helicone's terms. */
export const operator = z.enum(['equals', 'startsWith', 'includes']);

/** One row of a price list, before any judgement: prices may be negative, absurd or zero here. */
export const priceRow = z.strictObject({
  /** The list's own provider name, such as OPENAI. */
  provider: z.string().min(1),
  /** What `operator` compares with a model's id. */
  model: z.string().min(1),
  operator,
  /** USD per 1,000 tokens (`per…`: USD per one). Not bounded: judging is `match/plausibility.ts`'s work. */
  cost: z.partialRecord(cost.keyof(), z.number()),
});
export type PriceRow = z.infer<typeof priceRow>;
