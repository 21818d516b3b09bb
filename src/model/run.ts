import { z } from 'zod';
import { priceRow } from './price.js';

const fault = z.strictObject({ link: z.string(), error: z.string(), retryAt: z.string().nullable() });
const count = z.number().int().nonnegative();

const outcome = z.enum(['fresh', 'unchanged', 'recording', 'stale', 'failed', 'skipped']);

/** What became of a provider in a run. */
const providerRun = z.strictObject({
  name: z.string(),
  status: outcome,
  link: z.string().nullable(),
  via: z.string().nullable(),
  fetchedAt: z.string().nullable(),
  /** rows = models + rejected + skipped. */
  rows: count,
  models: count,
  rejected: count,
  skipped: count,
  requests: count,
  bytes: count,
  ms: count,
  error: z.string().nullable(),
  retryAt: z.string().nullable(),
  /** Links of the chain that failed, best first. */
  faults: z.array(fault),
  drift: z
    .strictObject({
      newKeys: z.array(z.string()),
      goneKeys: z.array(z.string()),
      changedTypes: z.array(z.strictObject({ key: z.string(), was: z.string(), is: z.string() })),
      rows: z.strictObject({ was: count, is: count }),
    })
    .nullable(),
});
export type ProviderRun = z.infer<typeof providerRun>;

/** A price of the list that is not used, as a whole or in part. */
export const quarantined = z.strictObject({
  code: z.string(),
  detail: z.string(),
  row: priceRow,
  /** The models that it was found for, `provider/id`. */
  models: z.array(z.string()),
});

/** `data/run.json`: the manifest of a run, written last. */
export const run = z.strictObject({
  schemaVersion: z.literal(1),
  version: z.string(),
  startedAt: z.string(),
  ms: count,
  options: z.record(z.string(), z.unknown()),
  providers: z.record(z.string(), providerRun),
  /** How each provider's last download ended, be it in this run or in an earlier one. */
  outcomes: z.record(z.string(), outcome),
  prices: z
    .strictObject({
      source: z.string(),
      status: z.enum(['fresh', 'recording', 'stale', 'failed']),
      url: z.string().nullable(),
      fetchedAt: z.string().nullable(),
      rows: count,
      rejected: count,
      bytes: count,
      error: z.string().nullable(),
      retryAt: z.string().nullable(),
    })
    .nullable(),
  /** Models that the price list gave a price, be it only the output beside an input of somebody else's, by strategy. */
  matches: z.record(z.string(), count),
  quarantined: z.array(quarantined),
  totals: z.strictObject({
    providers: z.record(z.string(), count),
    models: count,
    rejected: count,
    skipped: count,
    /** Models by price status after the join. */
    prices: z.record(z.string(), count),
    /** Models by who states their price. */
    sources: z.record(z.string(), count),
  }),
  /** sha256 by path, relative to the output folder. */
  files: z.record(z.string(), z.string()),
});
export type Run = z.infer<typeof run>;

/** Where the file is, relative to the output folder. */
export const runPath = 'run.json';
