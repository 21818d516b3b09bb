import { z } from 'zod';
import { cost } from './cost.js';

const prices = cost.partial();

/** The values that an acknowledgement is bound to, in the units of `cost`. */
export const contest = z.strictObject({
  /** The prices that are taken, of the fields in which somebody differs. */
  taken: prices,
  /** Who says something else, and what. */
  differ: z.array(
    z.strictObject({
      /** Who says it. */
      witness: z.string(),
      /** The prices in which it differs. */
      cost: prices,
    }),
  ),
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
  /** Why it is left as it is. */
  reason: z.string().min(1),
});
export type Acknowledgement = z.infer<typeof acknowledgement>;

/** `data/acknowledged.json`, sorted by offer. */
export const acknowledged = z.strictObject({
  /** Of the form of this file; another version is another form. */
  schemaVersion: z.literal(2),
  /** Differences that somebody has looked at. */
  offers: z.array(acknowledgement),
});
