import { z } from 'zod';
import { cost } from './model.js';

const prices = cost.partial();

/** The values that an acknowledgement is bound to, in the units of `cost`. */
export const contest = z.strictObject({
  /** The prices that are taken, of the fields in which somebody differs. */
  taken: prices,
  /** Who says something else, and what. */
  differ: z.array(z.strictObject({ witness: z.string(), cost: prices })),
  /** Why nothing is taken, where nothing that was said is believed: the details hold the figures. */
  refused: z.array(z.string()),
});
export type Contest = z.infer<typeof contest>;

/** A difference that somebody has looked at; it holds as long as both values do. */
export const acknowledgement = contest.extend({
  /** The offer, `provider/id`. */
  offer: z.string(),
  /** ISO day on which it was acknowledged. */
  day: z.iso.date(),
  reason: z.string().min(1),
});
export type Acknowledgement = z.infer<typeof acknowledgement>;

/** `data/acknowledged.json`, sorted by offer. */
export const acknowledged = z.strictObject({ schemaVersion: z.literal(2), offers: z.array(acknowledgement) });
