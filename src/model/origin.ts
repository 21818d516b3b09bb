import { z } from 'zod';

/** Over what a page came. */
export const via = z.enum(['live', 'mirror', 'recording', 'file']);
export type Via = z.infer<typeof via>;

/** The very page that something was read from. */
export const origin = z.strictObject({
  /** Where it came from, after redirects. */
  url: z.string(),
  /** ISO 8601: when it was fetched or recorded. */
  fetchedAt: z.string(),
  /** Of its body, hex. */
  sha256: z.string(),
  via,
});
export type Origin = Readonly<z.infer<typeof origin>>;

/**
 * Pages by the name that records call them: an endpoint's name stands for its first page, `docs/meters` for that of another
 * request, `docs/list/2` for the second of several, `prices/helicone/api` for a price list's.
 */
export const origins = z.record(z.string(), origin);
export type Origins = Readonly<Record<string, Origin>>;

/** Where a statement stands: a page, by its name among the origins, and the row of its endpoint, counted from 0. */
export const evidence = z.strictObject({
  /** Name of the page. */
  endpoint: z.string(),
  /** Place among the rows of the endpoint, from 0. */
  row: z.number().int().nonnegative(),
});
export type Evidence = Readonly<z.infer<typeof evidence>>;
