import { z } from 'zod';
import { sourceKind } from './sourceKind.js';

/** A row that should be a model or a price and could not be read: kept, with the reason, a line of `data/rejected.jsonl`. */
export const deadLetter = z.strictObject({
  source: z.string(),
  kind: sourceKind,
  stage: z.enum(['validate', 'normalize']),
  reason: z.string(),
  /** Where in the row, dotted; empty for the row as a whole. */
  path: z.string(),
  row: z.unknown(),
});
export type DeadLetter = Readonly<z.infer<typeof deadLetter>>;
