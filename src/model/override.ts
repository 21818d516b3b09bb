import { z } from 'zod';
import { cost } from './cost.js';

const dollars = z.number().nonnegative();

/** A person's correction of a price, an entry of `overrides.yaml`. */
export const override = z.strictObject({
  /** The offer, `provider/id`, exactly as records name it. */
  offer: z.string().regex(/^[^/\s]+\/\S/, 'write provider/id'),
  /** The prices that are corrected, by the names of `cost`: token prices in USD per 1M tokens, the `per…` prices in USD per one. */
  cost: z
    .partialRecord(cost.keyof(), dollars)
    .refine((prices) => Object.keys(prices).length > 0, 'name at least one price, such as { input: 0.15 }'),
  /** Why it is right and the others are not. */
  reason: z.string().trim().min(1, 'say why'),
  /** The page that says so. */
  source: z.url({ protocol: /^https?$/, error: 'give the address of a page that says so' }),
  /** ISO day on which somebody looked. */
  day: z.iso.date('write a day such as 2026-01-31'),
});
export type Override = Readonly<z.infer<typeof override>>;

/** `overrides.yaml`: corrections of prices, which stand above everybody's word. */
export const overrides = z.array(override);
