import { z } from 'zod';

/** Keys of rows, dotted, with the types seen there: `{ "pricing.prompt": "null|string" }`. */
export const shape = z.record(z.string(), z.string());
export type Shape = Readonly<z.infer<typeof shape>>;

const count = z.number().int().nonnegative();

/** What became different in the rows of an endpoint since the last run. */
export const drift = z.strictObject({
  newKeys: z.array(z.string()),
  goneKeys: z.array(z.string()),
  changedTypes: z.array(z.strictObject({ key: z.string(), was: z.string(), is: z.string() })),
  rows: z.strictObject({ was: count, is: count }),
});
export type Drift = Readonly<z.infer<typeof drift>>;
