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
  newKeys: z.array(z.string()),
  goneKeys: z.array(z.string()),
  changedTypes: z.array(z.strictObject({ key: z.string(), was: z.string(), is: z.string() })),
  rows: z.strictObject({ was: count, is: count }),
});
export type Drift = Readonly<z.infer<typeof drift>>;
