import { z } from 'zod';
import { sourceKind } from './sourceKind.js';

/** A row that should be a model or a price and could not be read: kept, with the reason, a line of `data/rejected.jsonl`. */
export const deadLetter = z.strictObject({
  /** Id of the provider or the price list. */
  source: z.string(),
  kind: sourceKind,
  /** validate = it has not the form of a row, normalize = no record could be made of it. */
  stage: z.enum(['validate', 'normalize']),
  /** All that is wrong with it, in words. */
  reason: z.string(),
  /** Where in the row, dotted; empty for the row as a whole. */
  path: z.string(),
  /** As it came; what is deeper or longer than people read is cut off, and says so in its place. */
  row: z.unknown(),
});
export type DeadLetter = Readonly<z.infer<typeof deadLetter>>;
