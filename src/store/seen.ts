import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Baseline, baselines as baselinesSchema } from '../model/baseline.js';
import { notFromTheFuture } from '../model/clock.js';
import { type ReadAgain, type Run, run as runSchema } from '../model/run.js';
import { baselinesPath, runPath } from './paths.js';
import { parsedAs, readAs } from './readAs.js';
import { withRepeated } from './repeated.js';

export type Baselines = Readonly<Record<string, Baseline>>;

/** What earlier runs into a folder saw of the sources. */
export interface Seen {
  /** As of the last run. */
  readonly baselines: Baselines;
  /**
   * What the last manifest adds to `baselines.json`, be that nothing. Undefined where that file has to be written anew: there
   * is none, it is damaged, or has dates from the future.
   */
  readonly readAgain: ReadAgain | undefined;
}

/**
 * What earlier runs into `dir` saw of the sources, as `baselines.json` tells it with the manifest of the last run; one that
 * was written beside another `baselines.json` adds nothing. A date from the future counts as of now.
 */
export async function readSeen(dir: string, last: Pick<Run, 'readAgain'> | undefined): Promise<Seen> {
  const text = await readFile(join(dir, baselinesPath), 'utf8').catch(() => undefined);
  const known = text === undefined ? undefined : parsedAs(baselinesSchema, text);
  if (text === undefined || !known) return { baselines: {}, readAgain: undefined };
  const sha256 = createHash('sha256').update(text).digest('hex');
  const readAgain = last?.readAgain?.baselines === sha256 ? last.readAgain : { baselines: sha256, sources: {} };
  const repeated = new Map(Object.entries(readAgain.sources));
  const told = Object.entries(known).map(([key, one]) => [key, withRepeated(one, repeated.get(key))] as const);
  const believed = told.map(([key, one]) => [key, inThePast(one)] as const);
  const isBelieved = believed.every(([, { readAt }], i) => readAt === told[i]?.[1].readAt);
  return { baselines: Object.fromEntries(believed), readAgain: isBelieved ? readAgain : undefined };
}

const inThePast = (one: Baseline): Baseline => ({ ...one, readAt: notFromTheFuture(one.readAt, Date.now()) });

/** What the next reading of each source is held against, by `baselineKey`. */
export const readBaselines = async (dir: string): Promise<Baselines> =>
  (await readSeen(dir, await readAs(runSchema, dir, runPath))).baselines;
