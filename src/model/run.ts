import { z } from 'zod';
import { quarantined } from './quarantined.js';
import { repeated } from './baseline.js';
import { snapshotHead, status } from './snapshot.js';
import { times } from './times.js';

const count = z.number().int().nonnegative();

/** How reading a source ended; skipped = the run was over before. */
export const outcome = z.enum([...status.options, 'failed', 'skipped']);

const { endpoint, url, via, fetchedAt, sha256, readAt } = snapshotHead.shape;

/** What became of a source in a run: its snapshot, of which nothing is known where it failed. */
const sourceRun = snapshotHead.extend({
  /** For people. */
  name: z.string(),
  status: outcome,
  endpoint: endpoint.nullable(),
  url: url.nullable(),
  via: via.nullable(),
  fetchedAt: fetchedAt.nullable(),
  sha256: sha256.nullable(),
  readAt: readAt.nullable(),
  /** How long its requests took, in ms, and not what it waited for the price lists, or for another's request. */
  ms: count,
  /** When what happened to it; absent where nobody has looked. */
  times: times.optional(),
});
export type SourceRun = z.infer<typeof sourceRun>;

const providerRun = sourceRun.extend({
  /** How many it has. */
  models: count,
});
export type ProviderRun = z.infer<typeof providerRun>;

const priceListRun = sourceRun.extend({
  /** How many rows it has. */
  prices: count,
});
export type PriceListRun = z.infer<typeof priceListRun>;

/** `data/run.json`: the manifest of a run, written last. */
export const run = z.strictObject({
  /** Of the form of this file; another version is another form. */
  schemaVersion: z.literal(2),
  /** Of the program. */
  version: z.string(),
  /** ISO 8601. */
  startedAt: z.string(),
  /** How long it took. */
  ms: count,
  /** What is wrong with the clock that `startedAt` is by, in one line; absent where it seems right. */
  clock: z.string().optional(),
  /** Those that were given. */
  options: z.record(z.string(), z.unknown()),
  /** By id. */
  providers: z.record(z.string(), providerRun),
  /** By id; empty where the run joined no prices. */
  prices: z.record(z.string(), priceListRun),
  /** How each provider's last download ended, be it in this run or in an earlier one. */
  outcomes: z.record(z.string(), outcome),
  /** Sources that held the same again since `baselines.json` was written; absent where there are none. */
  readAgain: z
    .strictObject({
      /** The sha256 of the `baselines.json` that this adds to, hex. */
      baselines: z.string(),
      /** By their names there. */
      sources: z.record(z.string(), repeated),
    })
    .optional(),
  /** Models that a price list gave a price, be it only the output beside an input of somebody else's, by strategy. */
  matches: z.record(z.string(), count),
  quarantined: z.array(quarantined),
  /** Offers, `provider/id`, whose override all others agree with at last, and those that their providers do not have; absent without `overrides.yaml`. */
  overrides: z
    .strictObject({
      /** With which all others agree at last. */
      agreed: z.array(z.string()),
      /** That their providers do not have. */
      missing: z.array(z.string()),
    })
    .optional(),
  /** Of all providers together. */
  totals: z.strictObject({
    /** Providers by how reading them ended. */
    providers: z.record(z.string(), count),
    /** Models. */
    models: count,
    /** Rows that could not be read. */
    rejected: count,
    /** Rows that are no record. */
    skipped: count,
    /** Models by price status after the join. */
    prices: z.record(z.string(), count),
    /** Models without a price that can be told, by the code of each reason that they give. */
    unpriced: z.record(z.string(), count),
    /** Models by who states their price. */
    sources: z.record(z.string(), count),
  }),
  /** sha256 by path, relative to the output folder: what this run wrote. */
  files: z.record(z.string(), z.string()),
  /** The same of what earlier runs wrote and this one left as it is; absent where there is nothing. */
  left: z.record(z.string(), z.string()).optional(),
  /** sha256 of this file's JSON without blanks and without this field, by which `verify` sees that nothing in it was changed. */
  digest: z.string().optional(),
});
export type Run = z.infer<typeof run>;
export type ReadAgain = NonNullable<Run['readAgain']>;
