import { z } from 'zod';

/** A price that is not used, as a whole or in part, or that witnesses dispute. */
export const quarantined = z.strictObject({
  /** The offer, `provider/id`. */
  model: z.string(),
  /** Who states it; null where several dispute. */
  witness: z.string().nullable(),
  /** Its row in the words of a price list, `provider/model`. */
  row: z.string().nullable(),
  /** The law that it breaks, or why it can't be told. */
  code: z.string(),
  /** The same in words, with the figures. */
  detail: z.string(),
});
export type Quarantined = z.infer<typeof quarantined>;
