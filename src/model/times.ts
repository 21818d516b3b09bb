import { z } from 'zod';

const ms = z.number().int().nonnegative();

const span = z.tuple([ms, ms]).readonly();
/** From when to when, in whole ms since the run began. */
export type Span = z.infer<typeof span>;

/** When what happened to a source, in whole ms since the run began. At any other time until its end it waited. */
export const times = z.strictObject({
  /** From when to when it was one of those that are read at a time: its requests were under way. */
  fetching: z.array(span).readonly(),
  /** From when to when a request that had failed waited to be made again. */
  retrying: z.array(span).readonly(),
  /** From when to when rows, records and prices were made of what had come. */
  parsing: z.array(span).readonly(),
  /** When it was done, its files written. */
  endedMs: ms,
});
export type Times = Readonly<z.infer<typeof times>>;
