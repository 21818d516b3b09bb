import { z } from 'zod';

/** Keys of rows, dotted, with the types seen there: `{ "pricing.prompt": "null|string" }`. */
export const shape = z.record(z.string(), z.string());
export type Shape = Readonly<z.infer<typeof shape>>;

/** Among the names of prices: the pages that name the unit of theirs. */
export const tokenUnit = 'per 1M tokens';

/** How many records or rows state a price, by endpoint and by its name: `{ "docs": { "input": 70 } }`. */
export const stated = z.record(z.string(), z.record(z.string(), z.number().int().nonnegative()));
export type Stated = Readonly<z.infer<typeof stated>>;

const count = z.number().int().nonnegative();

/** What became different in the rows of an endpoint since the last run. */
export const drift = z.strictObject({
  /** Keys that were not there. */
  newKeys: z.array(z.string()),
  /** Keys that are not there any more. */
  goneKeys: z.array(z.string()),
  /** Keys with a type that was not seen there. */
  changedTypes: z.array(
    z.strictObject({
      /** Dotted. */
      key: z.string(),
      /** Types before, such as `null|string`. */
      was: z.string(),
      /** Types now. */
      is: z.string(),
    }),
  ),
  /** Their number. */
  rows: z.strictObject({
    /** Before. */
    was: count,
    /** Now. */
    is: count,
  }),
});
export type Drift = Readonly<z.infer<typeof drift>>;
